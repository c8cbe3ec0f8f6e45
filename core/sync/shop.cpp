#include "core/sync/shop.hpp"

#include "core/base/json_writer.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

namespace {

using base::JsonWriter;
using Json = nlohmann::json;

constexpr std::size_t kLongestName = 128;

HeldReply replyIn(const Json& from) {
  return {idIn(from, "id"), nameIn(from, "st", 16), journal::text(from, "pos", ""),
          from.contains("at") ? numberIn(from, "at", 0, kMostNumber) : 0};
}

void write(JsonWriter& json, const HeldReply& reply) {
  json.field("id", reply.id);
  json.field("st", reply.state);
  json.fieldIfAny("pos", reply.position);
  if (reply.at_ms > 0) json.field("at", reply.at_ms);
}

}  // namespace

std::string encode(const HeldOffer& offer) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", offer.id);
    json.field("at", offer.at_ms);
    json.field("b", offer.box);
  });
}

base::Result<HeldOffer> parseHeldOffer(std::string_view text) {
  return readMessage(text, kMostHeldBox_bytes + kMostHeader_bytes, [](const Json& from) {
    return HeldOffer{idIn(from, "id"), numberIn(from, "at", 0, kMostNumber), nameIn(from, "b", kMostHeldBox_bytes)};
  });
}

std::string encode(const HeldAsk& ask) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", ask.id);
    json.fieldIfAny("t", ask.holder);
  });
}

base::Result<HeldAsk> parseHeldAsk(std::string_view text) {
  return readMessage(text, kMostHeader_bytes, [](const Json& from) {
    return HeldAsk{idIn(from, "id"), from.contains("t") ? nameIn(from, "t", kLongestName) : std::string()};
  });
}

std::string encode(const HeldReply& reply) {
  return base::jsonObject([&](JsonWriter& json) { write(json, reply); });
}

base::Result<HeldReply> parseHeldReply(std::string_view text) {
  return readMessage(text, kMostHeader_bytes, [](const Json& from) { return replyIn(from); });
}

std::string encode(const HeldPage& page) {
  return base::jsonObject([&](JsonWriter& json) {
    json.beginArray("items");
    for (const HeldItem& item : page.items) {
      json.beginObject();
      json.field("id", item.id);
      json.field("t", item.holder);
      json.field("pos", item.position);
      json.field("at", item.at_ms);
      json.field("b", item.box);
      json.endObject();
    }
    json.endArray();
    json.beginArray("taken");
    for (const HeldReply& reply : page.taken) {
      json.beginObject();
      write(json, reply);
      json.endObject();
    }
    json.endArray();
  });
}

base::Result<HeldPage> parseHeldPage(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& from) {
    HeldPage page;
    for (const Json& item : journal::array(from, "items"))
      page.items.push_back({idIn(item, "id"), nameIn(item, "t", kLongestName), journal::text(item, "pos"),
                            numberIn(item, "at", 0, kMostNumber), nameIn(item, "b", kMostHeldBox_bytes)});
    for (const Json& reply : journal::array(from, "taken")) page.taken.push_back(replyIn(reply));
    return page;
  });
}

std::string encode(const ClaimAsk& ask) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", ask.id);
    json.field("c", ask.code);
    json.field("d", std::int64_t{ask.days});
  });
}

base::Result<ClaimAsk> parseClaimAsk(std::string_view text) {
  return readMessage(text, kMostHeader_bytes, [](const Json& from) {
    return ClaimAsk{idIn(from, "id"), nameIn(from, "c", kLongestName), static_cast<int>(numberIn(from, "d", 1, 366))};
  });
}

std::string encode(const ClaimReply& reply) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", reply.id);
    json.field("st", reply.state);
    json.fieldIfAny("l", reply.line);
    if (reply.at_ms > 0) json.field("at", reply.at_ms);
  });
}

base::Result<ClaimReply> parseClaimReply(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& from) {
    return ClaimReply{idIn(from, "id"), nameIn(from, "st", 16), journal::text(from, "l", ""),
                      from.contains("at") ? numberIn(from, "at", 0, kMostNumber) : 0};
  });
}

std::string sealHeld(const ChainKey& feed_key, const ports::HeldBill& bill, const base::Id& member,
                     base::RandomSource& random) {
  const std::string plain = base::jsonObject([&](JsonWriter& json) {
    json.field("at", bill.at_ms);
    json.field("op", bill.operator_code);
    json.fieldIfAny("note", bill.note);
    json.fieldIfAny("to", bill.delivery);
    json.field("no", bill.member.value());
    if (!member.isNull()) json.field("m", member.hex());
    json.field("total", bill.total.value());
    json.field("c", ports::heldContent(bill));
  });
  return sealText(feed_key, bill.id, plain, random);
}

base::Result<ports::HeldParcel> openHeld(const ChainKey& feed_key, const HeldItem& item) {
  const auto id = base::Id::parse(item.id);
  if (!id) return base::fail(base::ErrorCode::BadInput, "a held bill's id");
  const auto plain = openText(feed_key, *id, item.box);
  if (!plain) return tl::unexpected(plain.error());
  auto parcel = readMessage(*plain, kMostHeldBox_bytes, [&](const Json& from) {
    ports::HeldParcel read;
    read.bill.id = *id;
    read.bill.at_ms = numberIn(from, "at", 0, kMostNumber);
    read.bill.operator_code = journal::text(from, "op");
    read.bill.note = journal::text(from, "note", "");
    read.bill.delivery = journal::text(from, "to", "");
    read.bill.member = member::MemberNo(numberIn(from, "no", 0, kMostNumber));
    if (from.contains("m")) read.member = journal::identity(from, "m");
    read.bill.total = journal::money(from, "total");
    if (!ports::readHeldContent(journal::text(from, "c"), read.bill)) throw journal::Malformed{"c"};
    return read;
  });
  if (!parcel) return tl::unexpected(parcel.error());
  parcel->holder = item.holder;
  parcel->position = item.position;
  return parcel;
}

}  // namespace kahui::sync
