// Files for support over the network, begun at one node of two and ended at the other; certificates that are taken out
// of force.
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/sync/blobs.hpp"
#include "core/sync/compression.hpp"
#include "tests/hq/engines.hpp"
#include "tests/hq/member_rows.hpp"
#include "tests/support/catch.hpp"

namespace kahui::test {

TEST_CASE("a file for support is begun at one node, ended at the other, listed and fetched", "[both]") {
  const HqEngine engine;
  HqProcess one(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const HqProcess two(one);
  HqClient client(one);
  REQUIRE(client.enrol(one.enrolCode("0001", "2"), "t-two").status == 200);
  const std::string bytes = sync::compress("{\"a\":1}\n{\"b\":2}\n");
  const std::string id = sync::blobId(bytes);
  const auto path = [&](std::size_t at, const char* kind = "journal") {
    return "/v1/blobs/" + id + "?kind=" + kind + "&name=journal-1.zst&size=" + std::to_string(bytes.size()) +
           "&sha256=" + base::toHex(base::sha256({base::asBytes(bytes)})) + "&offset=" + std::to_string(at);
  };
  CHECK(client.head("/v1/blobs/" + id).status == 404);
  CHECK(client.put(path(0, "photo"), bytes).status == 415);
  CHECK(client.put(path(0), std::string(2'000'000, 'x')).status == 413);
  CHECK(client.put(path(0), bytes.substr(0, 7)).status == 200);
  CHECK(client.put(path(0), bytes.substr(0, 7)).status == 409);
  client.at(two);
  const auto head = client.head("/v1/blobs/" + id);
  CHECK(head.status == 200);
  CHECK(head.upload_offset == "7");
  CHECK(one.command({"blobs", "get", id}).exit_code == 1);  // not whole
  CHECK(client.put(path(7), bytes.substr(7)).status == 200);
  const auto got = one.command({"blobs", "get", id.substr(0, 8)});
  CHECK(got.exit_code == 0);
  CHECK(got.lines == std::vector<std::string>{"{\"a\":1}", "{\"b\":2}"});
  CHECK(two.command({"blobs", "list"}).lines.size() == 1);
  CHECK(two.command({"blobs", "get", "ffffffff"}).exit_code == 2);
  CHECK(HqClient(one).put(path(0), bytes).status == 401);  // without a certificate
}

TEST_CASE("a certificate that is revoked is refused at every node, until the till enrols again", "[both]") {
  const HqEngine engine;
  HqProcess one(HqProcess::Kind::Demo, {}, engine.ofProcess());
  const HqProcess two(one);
  HqClient client(one);
  REQUIRE(client.enrol(one.enrolCode("0001", "2"), "t-two").status == 200);
  CHECK(client.at(two).get("/v1/ack?inc=1").status == 200);
  CHECK(one.command({"terminals", "revoke", "nobody"}).exit_code == 2);
  REQUIRE(one.command({"terminals", "revoke", "t-two"}).exit_code == 0);
  const auto refused = client.get("/v1/ack?inc=1");
  CHECK(refused.status == 403);
  CHECK(refused.body.find("revoked") != std::string::npos);
  CHECK(client.at(one).get("/v1/ack?inc=1").status == 403);
  HqClient again(one);
  REQUIRE(again.enrol(one.enrolCode("0001", "2"), "t-two").status == 200);
  CHECK(again.get("/v1/ack?inc=1").status == 200);
  CHECK(client.get("/v1/ack?inc=1").status == 403);
}

TEST_CASE("card stock, partners and duplicates answer by command") {
  const HqProcess hq;
  importMembers(hq, hq.data() + "/members.csv", 2);
  const std::string cards = hq.data() + "/cards.txt";
  std::ofstream(cards) << "9001000001\n9001000002\n9001000003\n";
  CHECK(hq.command({"cards", "print", cards, "--batch", "A"}).exit_code == 0);
  CHECK(hq.command({"cards", "print", cards, "--batch", "B"}).exit_code == 1);  // known
  CHECK(hq.command({"cards", "spoil", "9001000002", "--reason", "bent"}).exit_code == 0);
  CHECK(hq.command({"cards", "spoil", "777", "--reason", "bent"}).exit_code == 2);
  CHECK(hq.command({"cards", "stock"}).lines ==
        std::vector<std::string>{"A: 3 printed = 2 in stock + 0 issued + 1 spoiled"});
  CHECK(hq.command({"partners", "put", "TEA", "--name", "茶庄", "--store", "0001"}).exit_code == 0);
  const auto settled =
      hq.command({"partners", "settle", "--from", "2026-11-01", "--to", "2026-11-30", "--format", "csv"});
  CHECK(settled.lines ==
        std::vector<std::string>{"partner,name,bills,points,owed_fen,coupons,coupon_value_fen", "TEA,茶庄,0,0,0,0,0"});
  CHECK(hq.command({"partners", "settle", "--from", "2026-11-30", "--to", "2026-11-01"}).exit_code == 2);
  CHECK(hq.command({"partners", "export", "NONE"}).exit_code == 2);
  CHECK(hq.command({"members", "duplicates"}).exit_code == 0);
}

}  // namespace kahui::test
