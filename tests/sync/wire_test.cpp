// The forms on the wire: what is written is read back, what is broken is refused, and no input gets out of its limits.
#include <sodium.h>
#include <zstd.h>

#include "core/journal/chain.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/changes.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/enrolment.hpp"
#include "core/sync/envelope.hpp"
#include "core/sync/messages.hpp"
#include "core/sync/wire_json.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using namespace kahui::sync;

namespace {

std::string eventLine(std::uint64_t seq, const std::string& text = "x") {
  journal::Event event;
  base::SeededRandom random(seq);
  event.id = base::Id::make(static_cast<std::int64_t>(seq) * 1000, random);
  event.terminal = "T1";
  event.incarnation = 1;
  event.seq = seq;
  event.store_no = "0001";
  event.position = "01";
  event.business_date = *base::BusinessDate::parse("2026-11-28");
  event.at = {1'795'000'000'000, 480};
  event.rules_version = "v1";
  event.payload = journal::LogNote{"9001", text};
  return *journal::encode(event);
}

struct Sample {
  std::vector<std::string> lines;
  BatchHeader header;

  Sample(std::uint64_t first, std::uint64_t last) {
    for (std::uint64_t seq = first; seq <= last; ++seq) lines.push_back(eventLine(seq));
    const std::vector<std::string_view> views(lines.begin(), lines.end());
    header = {"T1", 1, first, last, journal::chainStart("start"), {}, "0.1.0", 1, 7, 3};
    header.head_hash = chainHashes(header.prev_hash, views).back();
  }
  [[nodiscard]] std::string raw() const { return joinBatch(header, lines); }
};

base::Sha256 hashOfText(const char* text) { return base::sha256({base::asBytes(text)}); }

}  // namespace

TEST_CASE("a batch is read back as it was joined, and its chain holds") {
  const Sample sample(3, 12);
  const std::string raw = sample.raw();
  const auto inflated = inflate(compress(raw), kMostRaw_bytes);
  REQUIRE(inflated);
  CHECK(*inflated == raw);
  const auto batch = splitBatch(raw);
  REQUIRE(batch);
  CHECK(batch->header == sample.header);
  CHECK(std::vector<std::string>(batch->lines.begin(), batch->lines.end()) == sample.lines);
  const auto hashes = checkBatch(*batch);
  REQUIRE(hashes);
  CHECK(hashes->size() == 10);
  CHECK(hashes->back() == sample.header.head_hash);
}

TEST_CASE("any single byte changed in a batch's lines is found") {
  const Sample sample(1, 3);
  const std::string good = sample.raw();
  for (std::size_t at = good.find('\n') + 1; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    const auto batch = splitBatch(bad);
    const bool refused = !batch || !checkBatch(*batch);
    CHECK(refused);
  }
}

TEST_CASE("lines that are too many, too few, cut off, too long, empty or with a NUL are refused") {
  const Sample sample(1, 2);
  const std::string raw = sample.raw();
  CHECK_FALSE(splitBatch(""));
  CHECK_FALSE(splitBatch("{}\n"));
  CHECK_FALSE(splitBatch(raw.substr(0, raw.size() - 1)));
  CHECK_FALSE(splitBatch(raw + sample.lines[0] + "\n"));
  CHECK_FALSE(splitBatch(raw + "\n"));
  CHECK_FALSE(splitBatch(raw.substr(0, raw.rfind('\n', raw.size() - 2) + 1)));
  std::string with_nul = raw;
  with_nul[raw.size() - 5] = '\0';
  CHECK_FALSE(splitBatch(with_nul));
  const std::string long_line(kMostLine_bytes + 1, 'a');
  CHECK_FALSE(splitBatch(encodeHeader(sample.header) + "\n" + long_line + "\n" + long_line + "\n"));
}

TEST_CASE("a line in another's place is refused although the chain holds") {
  Sample sample(1, 2);
  sample.lines[1] = eventLine(3);
  const std::vector<std::string_view> views(sample.lines.begin(), sample.lines.end());
  sample.header.head_hash = chainHashes(sample.header.prev_hash, views).back();
  const std::string raw = sample.raw();
  const auto batch = splitBatch(raw);
  REQUIRE(batch);
  CHECK_FALSE(checkBatch(*batch));
}

TEST_CASE("a header is read strictly but for unknown keys") {
  const Sample sample(1, 2);
  const std::string line = encodeHeader(sample.header);
  CHECK(parseHeader(line));
  CHECK(parseHeader(line.substr(0, line.size() - 1) + ",\"later\":[1]}"));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = line;
    changed.replace(changed.find(from), from.size(), to);
    return changed;
  };
  for (const auto& bad :
       {with("\"proto\":1", "\"proto\":2"), with("\"n\":2", "\"n\":3"), with("\"first\":1", "\"first\":0"),
        with("\"first\":1", "\"first\":1.0"), with("\"inc\":1", "\"inc\":0"), with("\"t\":\"T1\"", "\"t\":\"\""),
        with("\"prev_hash\":\"", "\"prev_hash\":\"0"), with("\"app\"", "\"aqq\""), std::string("[]"),
        std::string(5000, ' ')})
    CHECK_FALSE(parseHeader(bad));
}

TEST_CASE("a zip bomb stops at the limit, whatever its frame declares, and so do bytes after the frame") {
  const std::string bomb = compress(std::string(64 << 20, 'a'));
  CHECK(bomb.size() < 10'000);
  Inflater inflater(kMostCompressed_bytes, kMostRaw_bytes);
  const auto fed = inflater.feed(bomb);
  REQUIRE_FALSE(fed);
  CHECK(fed.error().code == base::ErrorCode::OutOfRange);
  CHECK(inflater.raw().size() <= kMostRaw_bytes);

  const std::string good = compress("hello");
  Inflater piecewise(100, 5);
  for (const char byte : good) REQUIRE(piecewise.feed({&byte, 1}));
  CHECK(piecewise.complete());
  CHECK(piecewise.raw() == "hello");
  CHECK_FALSE(piecewise.feed("x"));
  CHECK_FALSE(inflate(good + good, 100));
  CHECK_FALSE(inflate(good.substr(0, good.size() - 1), 100));
  CHECK_FALSE(inflate(good, 4));
  CHECK_FALSE(inflate("no zstd at all", 100));
  Inflater narrow(3, 100);
  CHECK_FALSE(narrow.feed(good));
}

TEST_CASE("a frame that wants a window of more than 8 MiB is refused") {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 26);
  ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  std::string out(1 << 20, '\0');
  const std::string raw(100'000, 'b');
  ZSTD_inBuffer in{raw.data(), raw.size(), 0};
  ZSTD_outBuffer buffer{out.data(), out.size(), 0};
  while (ZSTD_compressStream2(context, &buffer, &in, in.pos == in.size ? ZSTD_e_end : ZSTD_e_continue) != 0 ||
         in.pos < in.size) {
  }
  ZSTD_freeCCtx(context);
  CHECK_FALSE(inflate(std::string_view(out).substr(0, buffer.pos), 1 << 20));
}

TEST_CASE("nesting is counted before the parser sees it") {
  CHECK_FALSE(parseObject(std::string(R"({"a":)") + std::string(100'000, '['), kMostMessage_bytes));
  CHECK(parseObject(R"({"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[["})", 100));
  CHECK_FALSE(parseObject(R"({"a":1)", 100));
  CHECK_FALSE(parseObject(R"([])", 100));
}

TEST_CASE("an envelope of an unknown type is read, one without a key is not") {
  std::string line = eventLine(5);
  const auto known = parseEnvelope(line);
  REQUIRE(known);
  CHECK(known->seq == 5);
  CHECK(known->type == "log.note");
  CHECK(known->rules_version == "v1");
  line.replace(line.find("log.note"), 8, "sun.rise");
  CHECK(parseEnvelope(line));
  for (const char* key : {"\"id\"", "\"seq\"", "\"bd\"", "\"type\"", "\"p\"", "\"hlc\""}) {
    std::string broken = line;
    broken.replace(broken.find(key) + 1, 1, "#");
    CHECK_FALSE(parseEnvelope(broken));
  }
}

TEST_CASE("hello, ack and refusals are read back as they were written") {
  Hello hello;
  hello.terminal = "T1";
  hello.boot = "b";
  hello.app = "0.1.0";
  hello.demo = true;
  hello.now_ms = 17;
  hello.incarnations = {{1, {9, hashOfText("9")}, 4, {{8, hashOfText("8")}, {0, hashOfText("0")}}}};
  hello.cursors = {{"members", 2, 77}};
  CHECK(*parseHello(encode(hello)) == hello);

  HelloAnswer answer;
  answer.hq_epoch = 2;
  answer.hq_ms = 18;
  answer.slot_min = 130;
  answer.incarnations = {{1, {9, hashOfText("9")}, 3, Verdict::Forked, 8}};
  answer.orders = {{"throttle", "", "busy", 30}};
  CHECK(*parseHelloAnswer(encode(answer)) == answer);
  std::string unknown = encode(answer);
  unknown.replace(unknown.find("forked"), 6, "forged");
  CHECK_FALSE(parseHelloAnswer(unknown));

  const Ack ack{2, {500, hashOfText("a")}, true, 499, 1, 3, 19};
  CHECK(*parseAck(encode(ack)) == ack);
  for (const Refusal& refusal : {Refusal{"gap", "", 12, {}, {}}, Refusal{"fork", "", 0, {3, hashOfText("f")}, {}},
                                 Refusal{"gone", "old", 0, {}, "members-1"}, Refusal{"busy", "later", 0, {}, {}}})
    CHECK(*parseRefusal(encode(refusal)) == refusal);
}

TEST_CASE("the verdict compares hashes at the smaller head, both ways") {
  std::vector<base::Sha256> hq{hashOfText("0"), hashOfText("1"), hashOfText("2"), hashOfText("3")};
  const auto at = [&](std::uint64_t seq) -> std::optional<base::Sha256> {
    return seq < hq.size() ? std::optional(hq[seq]) : std::nullopt;
  };
  const ChainMark acked{3, hq[3]};
  const auto verdict = [&](HeldIncarnation held) { return judge(&held, 1, acked, 0, at); };
  CHECK(verdict({1, {3, hq[3]}, 3, {}}).verdict == Verdict::Ok);
  CHECK(verdict({1, {5, hashOfText("5")}, 3, {}}).verdict == Verdict::Ok);
  CHECK(verdict({1, {5, hashOfText("5")}, 4, {}}).verdict == Verdict::Behind);
  CHECK(verdict({1, {2, hq[2]}, 2, {}}).verdict == Verdict::RolledBack);
  CHECK(verdict({1, {3, hashOfText("x")}, 3, {{1, hq[1]}, {0, hq[0]}}}).verdict == Verdict::Forked);
  CHECK(verdict({1, {3, hashOfText("x")}, 3, {{1, hq[1]}, {0, hq[0]}}}).common == 1);
  CHECK(verdict({1, {5, hashOfText("5")}, 3, {{3, hashOfText("x")}}}).verdict == Verdict::Forked);
  CHECK(judge(nullptr, 1, acked, 0, at).verdict == Verdict::RolledBack);
}

TEST_CASE("pages, manifests and records are read back as they were written") {
  RulesRecord rules{"2026-12-01T00:00:00", {}, R"({"a":"Ü"})"};
  rules.sha256 = base::sha256({base::asBytes(rules.json)});
  MemberRecord member{9000000015, "GOLD", "2026-01-01", "ACTIVE",     "PLT", 700,        -5,
                      7,          99,     12,           "2025-01-01", "",    "c2VhbA==", {{"T1", 2, 9}}};
  CHECK(*parseRules(encode(rules)) == rules);
  CHECK(*parseMember(encode(member)) == member);
  CHECK(*parseBlockedCard(encode(BlockedCardRecord{"LOST", 5})) == BlockedCardRecord{"LOST", 5});
  const CouponRecord coupon{0, "ISSUED", R"({"f":500,"t":"CASH"})", "2026-12-31", true, "birthday", "2026"};
  CHECK(*parseCoupon(encode(coupon)) == coupon);
  CHECK(*parseErase(encode(EraseRecord{9, 8})) == EraseRecord{9, 8});
  rules.json += ' ';
  CHECK_FALSE(parseRules(encode(rules)));

  const ChangePage page{2, 9, true, {{4, "k1", 1, encode(member)}, {9, "k2", 3, {}}}};
  const auto read = parseChangePage(encode(page));
  REQUIRE(read);
  CHECK(read->items.size() == 2);
  CHECK(*parseMember(read->items[0].data) == member);
  CHECK(read->items[1] == page.items[1]);
  CHECK_FALSE(parseChangePage(encode(ChangePage{2, 9, false, {{4, "a", 1, {}}, {4, "b", 1, {}}}})));
  CHECK_FALSE(parseChangePage(encode(ChangePage{2, 3, false, {{4, "a", 1, {}}}})));

  SnapshotManifest manifest{"members-1", "members", 2, 9, {{"part-0.ndjson.zst", 12, hashOfText("z")}}};
  CHECK(*parseManifest(encode(manifest)) == manifest);
  manifest.files[0].name = "../x";
  CHECK_FALSE(parseManifest(encode(manifest)));
}

TEST_CASE("an enrolment code survives hand and eye, and any wrong character is found") {
  EnrolCode code;
  base::SeededRandom random(4);
  random.fill(code.secret);
  random.fill(code.fingerprint);
  const std::string word = encode(code);
  CHECK(word.size() == 55);
  CHECK(word.find(' ') == std::string::npos);
  CHECK(*parseEnrolCode(word) == code);
  std::string spoken;
  for (const char c : word)
    if (c != '-') spoken += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
  CHECK(*parseEnrolCode(spoken) == code);
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word[at] == '-') continue;
    std::string wrong = word;
    wrong[at] = word[at] == '7' ? '8' : '7';
    CHECK_FALSE(parseEnrolCode(wrong));
  }
  CHECK_FALSE(parseEnrolCode(""));
  CHECK_FALSE(parseEnrolCode(word.substr(1)));
  CHECK_FALSE(parseEnrolCode(word + "0"));
}

TEST_CASE("enrolment messages are read back, names that cannot stand in a receipt are not") {
  const EnrolRequest request{"00ff", "T1", 1, "-----BEGIN", "0.1.0", true};
  CHECK(*parseEnrolRequest(encode(request)) == request);
  EnrolAnswer answer;
  answer.terminal = "T1";
  answer.store_no = "0001";
  answer.position = "01";
  answer.certificate = "cert\nwith\nlines";
  answer.ca = "ca";
  answer.hq_keys = {{"k1", {}}};
  answer.feed_key[3] = 9;
  answer.hq_epoch = 2;
  CHECK(*parseEnrolAnswer(encode(answer)) == answer);
  answer.position = "A";
  CHECK_FALSE(parseEnrolAnswer(encode(answer)));
  CHECK(validPosition("7"));
  CHECK_FALSE(validPosition("0"));
  CHECK_FALSE(validPosition("100"));
  CHECK_FALSE(validStoreNo("a-b"));
  CHECK(validStoreNo("S01"));
}

TEST_CASE("a profile opens with the chain's key and its member alone") {
  REQUIRE(sodium_init() >= 0);
  base::SeededRandom random(5);
  const base::Id id = base::Id::make(1, random);
  const base::Id other = base::Id::make(2, random);
  ChainKey key{};
  random.fill(key);
  const member::Profile profile{"张伟", "13800000001", {}, {{member::CredentialKind::Uid, "04AABB"}}};
  const std::string sealed = sealProfile(key, id, profile, random);
  CHECK(*openProfile(key, id, sealed) == profile);
  CHECK_FALSE(openProfile(key, other, sealed));
  key[0] ^= 1;
  CHECK_FALSE(openProfile(key, id, sealed));
  CHECK(cardHash(key, profile.cards[0]).size() == 32);
  CHECK(cardHash(key, profile.cards[0]) != phoneHash(key, "04AABB"));
}
