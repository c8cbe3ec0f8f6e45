#include "core/sync/counter.hpp"

#include "core/base/json_writer.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

namespace {

using base::JsonWriter;
using Json = nlohmann::json;

base::Points pointsIn(const Json& from, const char* key) {
  return base::Points(numberIn(from, key, -base::kMaxPoints.value(), base::kMaxPoints.value()));
}

}  // namespace

std::string encode(const GrantsPage& page) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("epoch", page.epoch);
    json.beginArray("items");
    for (const GrantRecord& item : page.items) {
      json.beginObject();
      json.field("no", item.no);
      json.field("id", item.member);
      json.field("p", item.points.value());
      json.endObject();
    }
    json.endArray();
    json.flag("more", page.more);
  });
}

base::Result<GrantsPage> parseGrants(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& from) {
    GrantsPage page;
    page.epoch = numberIn(from, "epoch", 1, kMostNumber);
    for (const Json& item : journal::array(from, "items"))
      page.items.push_back({numberIn(item, "no", 1, kMostNumber), idIn(item, "id"), pointsIn(item, "p")});
    if (page.items.size() > kGrantsLimit) throw journal::Malformed{"too many grants"};
    page.more = flagIn(from, "more");
    return page;
  });
}

std::string encode(const AuthRequest& request) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", request.id);
    json.fieldIfAny("m", request.member);
    if (request.points != base::Points{}) json.field("p", request.points.value());
  });
}

base::Result<AuthRequest> parseAuthRequest(std::string_view text) {
  return readMessage(text, kMostHeader_bytes, [](const Json& from) {
    AuthRequest request{idIn(from, "id"), {}, {}};
    if (from.contains("m")) request.member = idIn(from, "m");
    if (from.contains("p")) request.points = base::Points(numberIn(from, "p", 1, base::kMaxPoints.value()));
    return request;
  });
}

std::string encode(const CouponAuth& request) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", request.id);
    json.field("c", request.serial);
  });
}

base::Result<CouponAuth> parseCouponAuth(std::string_view text) {
  return readMessage(text, kMostHeader_bytes, [](const Json& from) {
    return CouponAuth{idIn(from, "id"), nameIn(from, "c", 128)};
  });
}

std::string encode(const AuthAnswer& answer) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", answer.id);
    json.field("st", answer.state);
    json.field("a", answer.available.value());
  });
}

base::Result<AuthAnswer> parseAuthAnswer(std::string_view text) {
  return readMessage(text, kMostHeader_bytes, [](const Json& from) {
    return AuthAnswer{idIn(from, "id"), nameIn(from, "st", 16), pointsIn(from, "a")};
  });
}

std::string encode(const AnnouncementRecord& record) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("t", record.title);
    json.field("x", record.text);
    json.field("from", record.from);
    json.fieldIfAny("until", record.until);
    json.field("at", record.at_ms);
    if (record.members) json.flag("mb", true);
  });
}

base::Result<AnnouncementRecord> parseAnnouncement(std::string_view data) {
  return readMessage(data, kMostLine_bytes, [](const Json& from) {
    AnnouncementRecord record{nameIn(from, "t", 400), journal::text(from, "x"), journal::date(from, "from").iso(), {}};
    if (const auto until = journal::optionalDate(from, "until")) record.until = until->iso();
    record.at_ms = numberIn(from, "at", 0, kMostNumber);
    record.members = flagIn(from, "mb");
    return record;
  });
}

}  // namespace kahui::sync
