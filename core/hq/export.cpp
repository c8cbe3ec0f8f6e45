#include "core/hq/export.hpp"

#include "core/base/json_writer.hpp"
#include "core/hq/chain_report.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

constexpr int kExportPage = 1000;

void optionalText(base::JsonWriter& json, std::string_view key, const std::string& value) {
  if (value.empty()) {
    json.null(key);
  } else {
    json.field(key, value);
  }
}

void keyFields(base::JsonWriter& json, const ports::HqEventKey& key) {
  json.field("terminal", key.terminal);
  json.field("incarnation", std::int64_t{key.inc});
  json.field("seq", static_cast<std::int64_t>(key.seq));
}

std::string lineOf(const ports::HqSale& sale) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("sale_id", sale.event.hex());
  json.field("type", sale.type);
  json.field("store", sale.store);
  json.field("position", sale.position);
  keyFields(json, sale.key);
  json.field("business_date", sale.day.iso());
  json.field("at_utc_ms", sale.at_ms);
  json.field("receipt_no", sale.receipt_no);
  optionalText(json, "cause", sale.cause);
  json.field("operator", sale.operator_code);
  json.field("gross", sale.gross.value());
  json.field("total", sale.total.value());
  optionalText(json, "member_id", sale.member);
  json.field("points_earned", sale.earned.value());
  json.field("points_used", sale.used.value());
  optionalText(json, "rules", sale.rules);
  optionalText(json, "channel", sale.channel);
  optionalText(json, "pickup", sale.pickup);
  json.endObject();
  return text;
}

std::string lineOf(const ports::HqPosting& posting) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("member_id", posting.member);
  json.field("account", posting.account);
  json.field("class", posting.cashable ? "CASHABLE" : "NONCASH");
  json.field("points", posting.points.value());
  json.field("lifetime", posting.lifetime.value());
  keyFields(json, posting.key);
  json.field("posting", std::int64_t{posting.n});
  json.field("business_date", posting.day.iso());
  optionalText(json, "expires", posting.expires ? posting.expires->iso() : std::string());
  optionalText(json, "sale_id", posting.sale);
  json.endObject();
  return text;
}

std::string lineOf(const ports::HqMember& member) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("member_id", member.id);
  json.field("member_no", std::to_string(member.no));
  optionalText(json, "store", member.home);
  json.field("status", member.status);
  optionalText(json, "tier", member.tier);
  json.field("points", (member.noncash + member.cashable).value());
  json.field("noncash", member.noncash.value());
  json.field("cashable", member.cashable.value());
  json.field("lifetime", member.lifetime.value());
  json.field("joined", member.joined.iso());
  optionalText(json, "last_purchase", member.last_purchase ? member.last_purchase->iso() : std::string());
  json.endObject();
  return text;
}

std::string lineOf(const ports::HqAdjustment& adjustment) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("terminal", adjustment.terminal);
  json.field("business_date", adjustment.day.iso());
  json.field("n", std::int64_t{adjustment.n});
  json.field("booked_on", adjustment.open_day.iso());
  json.field("bills", adjustment.sums.bills);
  json.field("total", adjustment.sums.total.value());
  json.field("points_earned", adjustment.sums.earned.value());
  json.field("points_used", adjustment.sums.used.value());
  json.field("at_utc_ms", adjustment.at_ms);
  json.endObject();
  return text;
}

// Page by page, each in a transaction of its own, so that an export of years holds nothing up.
template <class Record, class Fetch>
base::Status pages(
    ports::HqStore& store, const LineSink& sink, Fetch&& fetch,
    const std::function<bool(const Record&)>& wanted = [](const Record&) { return true; }) {
  Record last{};
  for (;;) {
    std::vector<Record> page;
    KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
      page = fetch(tx, last);
      return {};
    }));
    for (const Record& record : page)
      if (wanted(record)) sink(lineOf(record));
    if (std::ssize(page) < kExportPage) return {};
    last = page.back();
  }
}

// A member's stored value and count cards.
std::string valueLine(const std::string& member, const ports::HqStoredAccount& account,
                      const std::vector<ports::HqCountCard>& cards) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("member_id", member);
  json.field("principal", account.principal.value());
  json.field("bonus", account.bonus.value());
  json.beginArray("count_cards");
  for (const auto& card : cards) {
    json.beginObject();
    json.field("card", card.card);
    json.field("sku", card.sku);
    json.field("name", card.name);
    json.field("sold", std::int64_t{card.sold});
    json.field("left", std::int64_t{card.uses});
    optionalText(json, "expires", card.expires ? card.expires->iso() : std::string());
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

base::Status exportStored(ports::HqStore& store, const LineSink& sink) {
  std::string after;
  for (bool more = true; more;) {
    std::vector<std::string> lines;
    KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
      lines.clear();
      const auto members = tx.membersAfter(after, kExportPage);
      for (const auto& member : members) {
        const auto account = tx.stored(member.id);
        const auto cards = tx.countCards(member.id);
        if (account || !cards.empty())
          lines.push_back(valueLine(member.id, account.value_or(ports::HqStoredAccount{}), cards));
      }
      more = std::ssize(members) == kExportPage;
      if (!members.empty()) after = members.back().id;
      return {};
    }));
    for (const std::string& line : lines) sink(line);
  }
  return {};
}

}  // namespace

std::optional<ExportWhat> parseExportWhat(std::string_view name) {
  if (name == "facts") return ExportWhat::Facts;
  if (name == "ledger") return ExportWhat::Ledger;
  if (name == "members") return ExportWhat::Members;
  if (name == "adjustments") return ExportWhat::Adjustments;
  if (name == "stored") return ExportWhat::Stored;
  return std::nullopt;
}

base::Status exportLines(ports::HqStore& store, ExportWhat what, const LineSink& sink, std::string_view channel) {
  switch (what) {
    case ExportWhat::Facts:
      return pages<ports::HqSale>(
          store, sink,
          [](HqTransaction& tx, const ports::HqSale& last) { return tx.salesAfter(last.key, kExportPage); },
          [channel](const ports::HqSale& sale) { return ofChannel(sale.channel, channel); });
    case ExportWhat::Ledger:
      return pages<ports::HqPosting>(store, sink, [](HqTransaction& tx, const ports::HqPosting& last) {
        return tx.postingsAfter(last, kExportPage);
      });
    case ExportWhat::Members:
      return pages<ports::HqMember>(store, sink, [](HqTransaction& tx, const ports::HqMember& last) {
        return tx.membersAfter(last.id, kExportPage);
      });
    case ExportWhat::Stored: return exportStored(store, sink);
    case ExportWhat::Adjustments: {
      std::vector<ports::HqAdjustment> rows;
      KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
        rows = tx.adjustments();
        return {};
      }));
      for (const auto& row : rows) sink(lineOf(row));
      return {};
    }
  }
  return {};
}

}  // namespace kahui::hq
