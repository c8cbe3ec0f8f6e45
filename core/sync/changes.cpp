#include "core/sync/changes.hpp"

#include <algorithm>

#include "core/base/json_writer.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

namespace {

using base::JsonWriter;
using journal::Malformed;
using Json = nlohmann::json;

// A name that may stand in a path and names a file.
std::string fileNameIn(const Json& object, const char* key) {
  std::string name = nameIn(object, key, 64);
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  };
  if (name.front() == '.' || !std::all_of(name.begin(), name.end(), plain))
    throw Malformed{std::string("no plain name: ") + key};
  return name;
}

std::int64_t balanceIn(const Json& object, const char* key) { return numberIn(object, key, -kMostNumber, kMostNumber); }

ChangeItem itemIn(const Json& object) {
  ChangeItem item{amountIn(object, "pos"), nameIn(object, "key", 128), amountIn(object, "v"), {}};
  if (flagIn(object, "del")) return item;
  const Json& data = journal::at(object, "d");
  if (!data.is_object()) throw Malformed{"not an object: d"};
  item.data = data.dump();
  return item;
}

}  // namespace

bool knownScope(std::string_view scope) {
  return std::find(std::begin(kScopes), std::end(kScopes), scope) != std::end(kScopes);
}

std::string encode(const ChangeItem& item) {
  std::string text = base::jsonObject([&](JsonWriter& json) {
    json.field("pos", item.position);
    json.field("key", item.key);
    json.field("v", item.version);
    if (item.data.empty()) json.flag("del", true);
  });
  if (!item.data.empty()) text.replace(text.size() - 1, 1, ",\"d\":" + item.data + "}");  // a JSON text as it is
  return text;
}

base::Result<ChangeItem> parseChangeItem(std::string_view text) { return readMessage(text, kMostLine_bytes, itemIn); }

std::string encode(const ChangePage& page) {
  std::string text = base::jsonObject([&](JsonWriter& json) {
    json.field("epoch", page.epoch);
    json.field("next", page.next);
    json.flag("more", page.more);
    json.beginArray("items");
  });
  text.pop_back();
  for (std::size_t i = 0; i < page.items.size(); ++i) {
    if (i > 0) text += ',';
    text += encode(page.items[i]);
  }
  return text + "]}";
}

base::Result<ChangePage> parseChangePage(std::string_view text) {
  return readMessage(text, kMostRaw_bytes, [](const Json& object) {
    ChangePage page{numberIn(object, "epoch", 1, kMostNumber), amountIn(object, "next"), flagIn(object, "more"), {}};
    const Json& items = journal::array(object, "items");
    if (items.size() > static_cast<std::size_t>(kChangesLimit)) throw Malformed{"too many: items"};
    std::int64_t last = 0;
    for (const Json& item : items) {
      page.items.push_back(itemIn(item));
      if (page.items.back().position <= last) throw Malformed{"positions do not rise"};
      last = page.items.back().position;
    }
    if (page.next < last || (page.more && items.empty())) throw Malformed{"out of range: next"};
    return page;
  });
}

std::string encode(const SnapshotManifest& manifest) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("id", manifest.id);
    json.field("scope", manifest.scope);
    json.field("epoch", manifest.epoch);
    json.field("pos", manifest.position);
    json.beginArray("files");
    for (const SnapshotFile& file : manifest.files) {
      json.beginObject();
      json.field("name", file.name);
      json.field("size", file.size);
      json.field("sha256", base::toHex(file.sha256));
      json.endObject();
    }
    json.endArray();
  });
}

base::Result<SnapshotManifest> parseManifest(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    SnapshotManifest manifest{fileNameIn(object, "id"),
                              nameIn(object, "scope", 32),
                              numberIn(object, "epoch", 1, kMostNumber),
                              amountIn(object, "pos"),
                              {}};
    for (const Json& file : journal::array(object, "files"))
      manifest.files.push_back(
          {fileNameIn(file, "name"), numberIn(file, "size", 0, kSnapshotFile_bytes), hashIn(file, "sha256")});
    return manifest;
  });
}

std::string encode(const RulesRecord& record) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("from", record.valid_from);
    json.field("sha256", base::toHex(record.sha256));
    json.field("json", record.json);
  });
}

base::Result<RulesRecord> parseRules(std::string_view data) {
  return readMessage(data, kMostMessage_bytes, [](const Json& object) {
    RulesRecord record{nameIn(object, "from", 32), hashIn(object, "sha256"),
                       nameIn(object, "json", kMostMessage_bytes)};
    if (base::sha256({base::asBytes(record.json)}) != record.sha256) throw Malformed{"sha256 is not that of json"};
    return record;
  });
}

namespace {

constexpr std::int64_t kMostRecordLines = 100'000;

void writeLater(JsonWriter& json, const MemberRecord& record) {
  if (record.hand) {
    json.beginObject("th");
    json.field("t", record.hand->tier);
    json.fieldIfAny("ex", record.hand->until);
    json.fieldIfAny("why", record.hand->reason);
    json.endObject();
  }
  if (!record.terms.empty()) {
    json.field("tv", record.terms);
    json.field("ta", record.terms_ms);
  }
  if (record.bills.empty()) return;
  json.beginArray("ob");
  for (const ChannelBillRecord& bill : record.bills) {
    json.beginObject();
    json.field("rn", bill.receipt_no);
    json.field("cn", bill.channel);
    json.fieldIfAny("pk", bill.pickup);
    json.field("at", bill.at_ms);
    json.field("tz", std::int64_t{bill.utc_offset_min});
    json.field("bd", bill.day);
    json.field("t", bill.total);
    json.field("e", bill.earned);
    json.field("n", std::int64_t{bill.lines});
    json.endObject();
  }
  json.endArray();
}

void readLater(const Json& object, MemberRecord& record) {
  if (object.contains("th")) {
    const Json& hand = journal::at(object, "th");
    const auto until = journal::optionalDate(hand, "ex");
    record.hand =
        HandTierRecord{nameIn(hand, "t", 32), until ? until->iso() : std::string(), journal::text(hand, "why", "")};
  }
  if (object.contains("tv")) {
    record.terms = nameIn(object, "tv", 64);
    record.terms_ms = amountIn(object, "ta");
  }
  if (!object.contains("ob")) return;
  for (const Json& bill : journal::array(object, "ob"))
    record.bills.push_back({nameIn(bill, "rn", 96), nameIn(bill, "cn", 32), journal::text(bill, "pk", ""),
                            amountIn(bill, "at"), static_cast<int>(numberIn(bill, "tz", -1440, 1440)),
                            journal::date(bill, "bd").iso(), balanceIn(bill, "t"), balanceIn(bill, "e"),
                            static_cast<int>(numberIn(bill, "n", 0, kMostRecordLines))});
}

}  // namespace

std::string encode(const MemberRecord& record) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("no", record.no);
    json.field("tier", record.tier);
    json.field("since", record.tier_since);
    json.field("st", record.status);
    json.fieldIfAny("df", record.demoted_from);
    if (!record.demoted_from.empty()) json.field("sd", record.since_demotion);
    json.field("nc", record.noncash);
    json.field("ca", record.cashable);
    json.field("lt", record.lifetime);
    json.field("asof", record.as_of_ms);
    json.field("jd", record.joined);
    json.fieldIfAny("into", record.into);
    json.fieldIfAny("sealed", record.sealed);
    json.beginArray("seen");
    for (const SeenEvent& seen : record.seen) {
      json.beginObject();
      json.field("t", seen.terminal);
      json.field("inc", std::int64_t{seen.incarnation});
      json.field("seq", static_cast<std::int64_t>(seen.seq));
      json.endObject();
    }
    json.endArray();
    if (record.hold) json.flag("hd", true);
    if (record.barred) json.flag("ng", true);
    if (record.value) write(json, "sv", *record.value);
    json.fieldIfAny("gr", record.group);
    json.fieldIfAny("rr", record.reason);
    json.fieldIfAny("pu", record.paid_until);
    if (record.bought) {
      const auto put = [&](const char* key, std::int64_t value) {
        if (value != 0) json.field(key, value);
      };
      json.beginObject("bg");
      put("b", record.bought->bills);
      put("s", record.bought->spent);
      put("r", record.bought->referrals);
      put("l", record.bought->largest);
      json.endObject();
    }
    writeLater(json, record);
  });
}

base::Result<MemberRecord> parseMember(std::string_view data) {
  return readMessage(data, kMostLine_bytes, [](const Json& object) {
    MemberRecord record;
    record.no = numberIn(object, "no", 1, std::int64_t{1} << 60);
    record.tier = nameIn(object, "tier", 32);
    record.tier_since = journal::date(object, "since").iso();
    record.status = nameIn(object, "st", 16);
    record.demoted_from = journal::text(object, "df", "");
    if (object.contains("sd")) record.since_demotion = amountIn(object, "sd");
    record.noncash = balanceIn(object, "nc");
    record.cashable = balanceIn(object, "ca");
    record.lifetime = amountIn(object, "lt");
    record.as_of_ms = amountIn(object, "asof");
    record.joined = journal::date(object, "jd").iso();
    record.into = journal::text(object, "into", "");
    record.sealed = journal::text(object, "sealed", "");
    for (const Json& seen : journal::array(object, "seen"))
      record.seen.push_back({nameIn(seen, "t", 64), incarnationIn(seen, "inc"), sequenceIn(seen, "seq")});
    record.hold = flagIn(object, "hd");
    record.barred = flagIn(object, "ng");
    if (object.contains("sv")) record.value = readValueRecord(journal::at(object, "sv"));
    record.group = journal::text(object, "gr", "");
    record.reason = journal::text(object, "rr", "");
    if (object.contains("pu")) record.paid_until = journal::date(object, "pu").iso();
    if (object.contains("bg")) {
      const Json& bg = journal::at(object, "bg");
      const auto read = [&](const char* key, std::int64_t most) {
        return bg.contains(key) ? numberIn(bg, key, 0, most) : std::int64_t{0};
      };
      constexpr std::int64_t kMostCount = 1'000'000;
      record.bought = BoughtRecord{static_cast<int>(read("b", kMostCount)), read("s", base::kMaxAmount.value()),
                                   static_cast<int>(read("r", kMostCount)), read("l", base::kMaxAmount.value())};
    }
    readLater(object, record);
    return record;
  });
}

std::string encode(const BlockedCardRecord& record) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("st", record.status);
    json.field("since", record.since_ms);
  });
}

base::Result<BlockedCardRecord> parseBlockedCard(std::string_view data) {
  return readMessage(data, kMostLine_bytes, [](const Json& object) {
    return BlockedCardRecord{nameIn(object, "st", 16), amountIn(object, "since")};
  });
}

std::string encode(const CouponRecord& record) {
  std::string text = base::jsonObject([&](JsonWriter& json) {
    json.field("no", record.member);
    json.field("st", record.status);
    json.fieldIfAny("ex", record.expires);
    json.flag("nl", record.unlimited);
    json.field("why", record.origin);
    json.field("k", record.origin_key);
  });
  return text.replace(text.size() - 1, 1, ",\"tm\":" + record.terms + "}");
}

base::Result<CouponRecord> parseCoupon(std::string_view data) {
  return readMessage(data, kMostLine_bytes, [](const Json& object) {
    CouponRecord record;
    record.member = amountIn(object, "no");
    record.status = nameIn(object, "st", 16);
    const Json& terms = journal::at(object, "tm");
    if (!terms.is_object()) throw Malformed{"not an object: tm"};
    record.terms = terms.dump();
    if (const auto expires = journal::optionalDate(object, "ex"); expires) record.expires = expires->iso();
    record.unlimited = flagIn(object, "nl");
    record.origin = journal::text(object, "why");
    record.origin_key = journal::text(object, "k");
    return record;
  });
}

std::string encode(const PriceRecord& record) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("k", record.sku);
    json.field("from", record.valid_from);
    json.field("p", record.price);
    if (record.promo_price) json.field("pp", *record.promo_price);
    if (record.member_price) json.field("mp", *record.member_price);
    if (record.members_from) json.field("mf", *record.members_from);
    if (record.guests_from) json.field("gf", *record.guests_from);
  });
}

base::Result<PriceRecord> parsePrice(std::string_view data) {
  return readMessage(data, kMostLine_bytes, [](const Json& object) {
    PriceRecord record;
    record.sku = nameIn(object, "k", 64);
    record.valid_from = journal::text(object, "from");
    if (!base::LocalTime::parse(record.valid_from)) throw Malformed{"not a time: from"};
    record.price = amountIn(object, "p");
    if (object.contains("pp")) record.promo_price = amountIn(object, "pp");
    if (object.contains("mp")) record.member_price = amountIn(object, "mp");
    for (const auto& [key, day] : {std::pair("mf", &record.members_from), std::pair("gf", &record.guests_from)}) {
      if (!object.contains(key)) continue;
      *day = journal::text(object, key);
      if (!(*day)->empty() && !base::BusinessDate::parse(**day)) throw Malformed{std::string("not a date: ") + key};
    }
    return record;
  });
}

std::string encode(const EraseRecord& record) {
  return base::jsonObject([&](JsonWriter& json) {
    json.field("no", record.no);
    json.field("at", record.at_ms);
  });
}

base::Result<EraseRecord> parseErase(std::string_view data) {
  return readMessage(data, kMostLine_bytes, [](const Json& object) {
    return EraseRecord{amountIn(object, "no"), amountIn(object, "at")};
  });
}

}  // namespace kahui::sync
