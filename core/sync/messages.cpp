#include "core/sync/messages.hpp"

#include <array>

#include "core/base/json_writer.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

namespace {

using base::JsonWriter;
using journal::Malformed;
using Json = nlohmann::json;

constexpr std::array<std::pair<Verdict, std::string_view>, 5> kVerdicts = {{{Verdict::Ok, "ok"},
                                                                            {Verdict::Behind, "behind"},
                                                                            {Verdict::RolledBack, "rolled_back"},
                                                                            {Verdict::Forked, "forked"},
                                                                            {Verdict::Retired, "retired"}}};

void field(JsonWriter& json, std::string_view key, std::uint64_t value) {
  json.field(key, static_cast<std::int64_t>(value));
}

void writeMark(JsonWriter& json, const char* seq, const char* hash, const ChainMark& mark) {
  field(json, seq, mark.seq);
  json.field(hash, base::toHex(mark.hash));
}

ChainMark markIn(const Json& object, const char* seq, const char* hash) {
  return {sequenceIn(object, seq), hashIn(object, hash)};
}

const Json& shortArray(const Json& object, const char* key, std::size_t most) {
  const Json& list = journal::array(object, key);
  if (list.size() > most) throw Malformed{std::string("too many: ") + key};
  return list;
}

HeldIncarnation heldIn(const Json& object) {
  HeldIncarnation held{incarnationIn(object, "inc"), markIn(object, "head", "hash"), sequenceIn(object, "acked")};
  for (const Json& mark : shortArray(object, "marks", kMostMarks)) held.marks.push_back(markIn(mark, "seq", "hash"));
  return held;
}

KnownIncarnation knownIn(const Json& object) {
  KnownIncarnation known;
  known.incarnation = incarnationIn(object, "inc");
  known.acked = markIn(object, "acked_seq", "acked_hash");
  known.purgeable = sequenceIn(object, "purgeable_seq");
  const auto verdict = parseVerdict(journal::text(object, "verdict"));
  if (!verdict) throw Malformed{"unknown verdict"};
  known.verdict = *verdict;
  known.common = sequenceIn(object, "common");
  return known;
}

}  // namespace

std::string_view name(Verdict verdict) {
  for (const auto& [value, text] : kVerdicts)
    if (value == verdict) return text;
  return "ok";
}

std::optional<Verdict> parseVerdict(std::string_view name) {
  for (const auto& [value, text] : kVerdicts)
    if (text == name) return value;
  return std::nullopt;
}

std::string encode(const Hello& hello) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.field("proto", std::int64_t{kProtocol});
  json.field("t", hello.terminal);
  json.field("boot", hello.boot);
  json.field("app", hello.app);
  json.flag("demo", hello.demo);
  json.field("sv_least", std::int64_t{hello.sv_least});
  json.field("sv_most", std::int64_t{hello.sv_most});
  json.field("free_disk_bytes", hello.free_disk_bytes);
  json.field("now_ms", hello.now_ms);
  json.beginArray("incs");
  for (const HeldIncarnation& held : hello.incarnations) {
    json.beginObject();
    json.field("inc", std::int64_t{held.incarnation});
    writeMark(json, "head", "hash", held.head);
    field(json, "acked", held.acked);
    json.beginArray("marks");
    for (const ChainMark& mark : held.marks) {
      json.beginObject();
      writeMark(json, "seq", "hash", mark);
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
  json.endArray();
  json.beginArray("cursors");
  for (const ScopeCursor& cursor : hello.cursors) {
    json.beginObject();
    json.field("scope", cursor.scope);
    json.field("epoch", cursor.epoch);
    json.field("pos", cursor.position);
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

base::Result<Hello> parseHello(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    (void)numberIn(object, "proto", kProtocol, kProtocol);
    Hello hello;
    hello.terminal = nameIn(object, "t", 64);
    hello.boot = nameIn(object, "boot", 64);
    hello.app = nameIn(object, "app", 64);
    hello.demo = flagIn(object, "demo");
    hello.sv_least = static_cast<int>(numberIn(object, "sv_least", 1, 1'000'000));
    hello.sv_most = static_cast<int>(numberIn(object, "sv_most", 1, 1'000'000));
    hello.free_disk_bytes = amountIn(object, "free_disk_bytes");
    hello.now_ms = amountIn(object, "now_ms");
    for (const Json& held : shortArray(object, "incs", kMostIncarnations)) hello.incarnations.push_back(heldIn(held));
    for (const Json& cursor : shortArray(object, "cursors", 32))
      hello.cursors.push_back({nameIn(cursor, "scope", 32), amountIn(cursor, "epoch"), amountIn(cursor, "pos")});
    return hello;
  });
}

std::string encode(const HelloAnswer& answer) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.field("hq_epoch", answer.hq_epoch);
  json.field("hq_ms", answer.hq_ms);
  json.flag("demo", answer.demo);
  if (answer.slot_min) json.field("slot_min", std::int64_t{*answer.slot_min});
  json.beginArray("incs");
  for (const KnownIncarnation& known : answer.incarnations) {
    json.beginObject();
    json.field("inc", std::int64_t{known.incarnation});
    writeMark(json, "acked_seq", "acked_hash", known.acked);
    field(json, "purgeable_seq", known.purgeable);
    json.field("verdict", name(known.verdict));
    field(json, "common", known.common);
    json.endObject();
  }
  json.endArray();
  json.beginArray("orders");
  for (const HelloOrder& order : answer.orders) {
    json.beginObject();
    json.field("do", order.what);
    json.field("scope", order.scope);
    json.field("why", order.why);
    json.field("wait_s", order.wait_s);
    json.fieldIfAny("id", order.id);
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

base::Result<HelloAnswer> parseHelloAnswer(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    HelloAnswer answer;
    answer.hq_epoch = numberIn(object, "hq_epoch", 1, kMostNumber);
    answer.hq_ms = amountIn(object, "hq_ms");
    answer.demo = flagIn(object, "demo");
    if (object.contains("slot_min")) answer.slot_min = static_cast<int>(numberIn(object, "slot_min", 0, 1439));
    for (const Json& known : shortArray(object, "incs", 4096)) answer.incarnations.push_back(knownIn(known));
    for (const Json& order : shortArray(object, "orders", 64)) {
      answer.orders.push_back(
          {nameIn(order, "do", 32), journal::text(order, "scope", ""), journal::text(order, "why", ""),
           order.contains("wait_s") ? numberIn(order, "wait_s", 0, 86400) : 0, journal::text(order, "id", "")});
    }
    return answer;
  });
}

std::string encode(const Ack& ack) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.field("inc", std::int64_t{ack.incarnation});
  writeMark(json, "acked_seq", "acked_hash", ack.acked);
  json.field("durability", ack.replicated ? "replicated" : "local");
  field(json, "stored", ack.stored);
  field(json, "dup", ack.dup);
  field(json, "purgeable_seq", ack.purgeable);
  json.field("hq_ms", ack.hq_ms);
  json.endObject();
  return text;
}

base::Result<Ack> parseAck(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    const std::string durability = journal::text(object, "durability");
    if (durability != "local" && durability != "replicated") throw Malformed{"unknown durability"};
    return Ack{incarnationIn(object, "inc"), markIn(object, "acked_seq", "acked_hash"),
               durability == "replicated",   sequenceIn(object, "stored"),
               sequenceIn(object, "dup"),    sequenceIn(object, "purgeable_seq"),
               amountIn(object, "hq_ms")};
  });
}

std::string encode(const std::vector<ProfileBox>& boxes) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.beginArray("profiles");
  for (const ProfileBox& one : boxes) {
    json.beginObject();
    json.field("id", one.member);
    json.field("box", one.box);
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

base::Result<std::vector<ProfileBox>> parseProfileBoxes(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    std::vector<ProfileBox> boxes;
    for (const Json& one : journal::array(object, "profiles"))
      boxes.push_back({nameIn(one, "id", 32), nameIn(one, "box", 8192)});
    return boxes;
  });
}

std::string encode(const Refusal& refusal) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.field("error", refusal.error);
  json.field("message", refusal.message);
  if (refusal.error == "gap") field(json, "expect", refusal.expect);
  if (refusal.error == "fork") writeMark(json, "at", "hq_hash", refusal.fork);
  json.fieldIfAny("snapshot", refusal.snapshot);
  json.endObject();
  return text;
}

base::Result<Refusal> parseRefusal(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    Refusal refusal;
    refusal.error = nameIn(object, "error", 64);
    refusal.message = journal::text(object, "message", "");
    if (refusal.error == "gap") refusal.expect = sequenceIn(object, "expect");
    if (refusal.error == "fork") refusal.fork = markIn(object, "at", "hq_hash");
    refusal.snapshot = journal::text(object, "snapshot", "");
    return refusal;
  });
}

}  // namespace kahui::sync
