#include "core/store/export.hpp"

#include <nlohmann/json.hpp>

#include "core/base/csv.hpp"
#include "core/journal/codec.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/member/tax_number.hpp"
#include "core/store/sqlite_error.hpp"

namespace kahui::store {

namespace {

using Row = nlohmann::ordered_json;

std::string csvCell(const Row& value) {
  if (value.is_string()) return base::csvCell(value.get<std::string>());
  const std::string text = value.is_null() ? std::string() : value.dump();
  return value.is_structured() ? base::csvCell(text) : text;
}

class Writer {
 public:
  Writer(std::ostream& out, ExportFormat format) : m_out(out), m_format(format) {}

  void row(const Row& row) {
    if (m_format == ExportFormat::Jsonl) {
      m_out << row.dump() << '\n';
      return;
    }
    if (m_first) csvLine(row, [](const auto& item) { return csvCell(item.key()); });
    m_first = false;
    csvLine(row, [](const auto& item) { return csvCell(item.value()); });
  }

 private:
  template <class Cell>
  void csvLine(const Row& row, Cell cell) {
    bool first = true;
    for (const auto& item : row.items()) {
      m_out << (first ? "" : ",") << cell(item);
      first = false;
    }
    m_out << '\n';
  }

  std::ostream& m_out;
  ExportFormat m_format;
  bool m_first = true;
};

std::string timeText(const base::WallTime& at) { return at.local().iso(); }

Row rowOf(const journal::Event& event, const journal::SaleCompleted& sale) {
  Row lines = Row::array();
  for (const journal::SoldLine& line : sale.lines) {
    lines.push_back({{"sku", line.sku},
                     {"barcode", line.barcode},
                     {"name", line.name},
                     {"qty_milli", line.quantity.value()},
                     {"price_fen", line.unit_price.value()},
                     {"gross", line.gross.value()},
                     {"layer", line.layer},
                     {"after_price", line.after_price.value()},
                     {"multi", line.multi.value()},
                     {"promo", line.promo.value()},
                     {"bill", line.bill.value()},
                     {"coupon", line.coupon.value()},
                     {"points", line.points.value()},
                     {"round", line.round.value()},
                     {"final", line.final.value()}});
  }
  Row tenders = Row::array();
  for (const journal::SoldTender& tender : sale.tenders) {
    Row one = {{"type", tender.type}, {"amount", tender.amount.value()}};
    if (tender.given) one["given"] = tender.given->value();
    tenders.push_back(std::move(one));
  }
  Row row;
  row["sale_id"] = event.id.hex();
  row["receipt_no"] = sale.receipt_no;
  row["ref"] = sale.ref.empty() ? Row() : Row(sale.ref);
  row["type"] = "sale";
  row["business_date"] = event.business_date.iso();
  row["at"] = timeText(event.at);
  row["operator"] = sale.operator_code;
  row["member_no"] = sale.member ? Row(std::to_string(sale.member->no)) : Row();
  row["gross"] = sale.gross.value();
  row["total"] = sale.total.value();
  row["rounding"] = sale.rounding.value();
  row["change"] = sale.change.value();
  row["points_earned"] = sale.member ? sale.member->earned.value() : 0;
  row["points_used"] = sale.member ? sale.member->used.value() : 0;
  row["lines"] = std::move(lines);
  row["tenders"] = std::move(tenders);
  row["of_receipt"] = Row();
  return row;
}

Row rowOf(const journal::Event& event, const journal::SaleReturned& back) {
  Row lines = Row::array();
  for (const journal::ReturnedLine& line : back.lines)
    lines.push_back({{"line", line.line},
                     {"sku", line.sku},
                     {"name", line.name},
                     {"qty_milli", line.quantity.value()},
                     {"final", -line.value.value()}});
  Row tenders = Row::array();
  for (const journal::SoldTender& tender : back.tenders)
    tenders.push_back({{"type", tender.type}, {"amount", -tender.amount.value()}});
  std::int64_t earned = 0, used = 0;
  if (back.member) {
    earned = -back.member->earned_reversed.value() - back.member->benefits_reversed.value();
    for (const journal::LotPart& lot : back.member->restored) used -= lot.points.value();
  }
  Row row;
  row["sale_id"] = event.id.hex();
  row["receipt_no"] = back.receipt_no;
  row["ref"] = back.ref.empty() ? Row() : Row(back.ref);
  row["type"] = back.voids ? "void" : "return";
  row["business_date"] = event.business_date.iso();
  row["at"] = timeText(event.at);
  row["operator"] = back.operator_code;
  row["member_no"] = back.member ? Row(std::to_string(back.member->no)) : Row();
  row["gross"] = -back.value.value();
  row["total"] = -back.refund.value();
  row["rounding"] = 0;
  row["change"] = 0;
  row["points_earned"] = earned;
  row["points_used"] = used;
  row["lines"] = std::move(lines);
  row["tenders"] = std::move(tenders);
  row["of_receipt"] = back.sale_receipt_no;
  if (!back.reason.empty()) row["reason"] = back.reason;
  return row;
}

class Exporter {
 public:
  Exporter(SqliteStore& store, const ExportOptions& options, std::ostream& out)
      : m_store(store), m_options(options), m_writer(out, options.format), m_out(out) {}

  base::Status run() {
    switch (m_options.what) {
      case ExportWhat::Sales:
        return forEachEvent(m_store, m_options.range, [&](const journal::Event& event, const std::string&) {
          saleRow(event);
          return base::Status{};
        });
      case ExportWhat::Journal:
        return forEachEvent(m_store, m_options.range, [&](const journal::Event& event, const std::string& line) {
          journalRow(event, line);
          return base::Status{};
        });
      case ExportWhat::Members: return members();
      case ExportWhat::Points: return points();
      case ExportWhat::Products: return products();
      case ExportWhat::Coupons: return coupons();
    }
    return {};
  }

 private:
  void saleRow(const journal::Event& event) {
    if (const auto* sale = std::get_if<journal::SaleCompleted>(&event.payload); sale != nullptr)
      m_writer.row(rowOf(event, *sale));
    if (const auto* back = std::get_if<journal::SaleReturned>(&event.payload); back != nullptr)
      m_writer.row(rowOf(event, *back));
  }

  // The journal's own bytes in JSONL, one event a line, as they are hashed.
  void journalRow(const journal::Event& event, const std::string& line) {
    if (m_options.format == ExportFormat::Jsonl) {
      m_out << line << '\n';
    } else {
      m_writer.row({{"inc", event.incarnation},
                    {"seq", event.seq},
                    {"id", event.id.hex()},
                    {"business_date", event.business_date.iso()},
                    {"at", timeText(event.at)},
                    {"type", std::string(journal::typeName(event.payload))},
                    {"line", line}});
    }
  }

  base::Status members() {
    std::vector<std::int64_t> numbers;
    {
      auto rows = m_store.connection().statement("SELECT no FROM member ORDER BY no");
      while (rows.executeStep()) numbers.push_back(rows.getColumn(0).getInt64());
    }
    for (const std::int64_t no : numbers) {
      const auto found = m_store.memberByNo(member::MemberNo(no));
      if (!found) return tl::unexpected(found.error());
      if (*found) KAHUI_TRY(memberRow(**found));
    }
    return {};
  }

  base::Status memberRow(const member::Member& member) {
    const member::Profile& profile = member.profile;
    Row cards = Row::array();
    for (const member::Credential& card : profile.cards) {
      const auto hit = m_store.memberByCard(card);
      if (!hit) return tl::unexpected(hit.error());
      const std::string tail = card.value.size() > 4 ? card.value.substr(card.value.size() - 4) : card.value;
      cards.push_back({{"kind", std::string(member::name(card.kind))},
                       {"credential", m_options.reveal ? card.value : "****" + tail},
                       {"status", *hit ? std::string(member::name((*hit)->status)) : std::string("CANCELLED")}});
    }
    Row birthday;
    if (m_options.reveal && profile.birthday)
      birthday = Row{{"calendar", profile.birthday->calendar == member::BirthdayCalendar::Lunar ? "LUNAR" : "SOLAR"},
                     {"month", profile.birthday->month},
                     {"day", profile.birthday->day},
                     {"leap_month", profile.birthday->leap_month}};
    if (m_options.reveal && profile.birthday && profile.birthday->year != 0) birthday["year"] = profile.birthday->year;
    const auto file = m_store.memberFile(member.no);
    if (!file) return tl::unexpected(file.error());
    m_writer.row({{"member_no", member.no.text()},
                  {"tier", member.tier},
                  {"status", std::string(member::name(member.status))},
                  {"name", m_options.reveal ? profile.name : member::maskName(profile.name)},
                  {"phone", m_options.reveal ? profile.phone : member::maskPhone(profile.phone)},
                  {"points", member.points().value()},
                  {"noncash", member.noncash.value()},
                  {"cashable", member.cashable.value()},
                  {"lifetime", member.lifetime.value()},
                  {"joined", member.joined.iso()},
                  {"last_purchase", member.last_purchase ? Row(member.last_purchase->iso()) : Row()},
                  {"birthday", std::move(birthday)},
                  {"cards", std::move(cards)},
                  {"company", file->company || !profile.tax_no.empty() || !profile.contact.empty()},
                  {"tax_no", m_options.reveal ? profile.tax_no : member::maskTaxNumber(profile.tax_no)},
                  {"contact", m_options.reveal ? profile.contact : member::maskName(profile.contact)}});
    return {};
  }

  base::Status points() {
    // Of a credit and of a debit, by the account on the other side.
    static constexpr const char* kReasons[][2] = {
        {"EARN", "REVERSE"},     {"OPENING", "OPENING"}, {"RESTORE", "REDEEM"},   {"EXPIRE", "EXPIRE"},
        {"ADJUST", "ADJUST"},    {"CONFIRM", "CONFIRM"}, {"RECEIVE", "TRANSFER"}, {"CASH_OUT", "CASH_OUT"},
        {"RESTORE", "EXCHANGE"}, {"VOID", "VOID"},       {"GIFT", "GIFT"},        {"UNLOAD", "LOAD"}};
    static_assert(std::size(kReasons) == static_cast<std::size_t>(journal::PointsAccount::OnCard) + 1);
    auto rows = m_store.connection().statement(
        "SELECT p.member, j.line, p.class, p.points, p.account, p.expires FROM points_move p JOIN journal j ON "
        "j.entry=p.entry ORDER BY p.entry, p.n");
    while (rows.executeStep()) {
      const auto event = journal::decode(rows.getColumn(1).getString());
      if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
      if (!m_options.range.holds(event->business_date)) continue;
      m_writer.row(
          {{"member_no", std::to_string(rows.getColumn(0).getInt64())},
           {"sale_id", saleOf(*event)},
           {"class", std::string(member::name(rows.getColumn(2).getInt() == 0 ? member::PointsClass::NonCash
                                                                              : member::PointsClass::Cashable))},
           {"points", rows.getColumn(3).getInt64()},
           {"reason", reasonOf(*event, kReasons[rows.getColumn(4).getInt()][rows.getColumn(3).getInt64() < 0 ? 1 : 0])},
           {"at", timeText(event->at)},
           {"business_date", event->business_date.iso()},
           {"expires",
            rows.getColumn(5).isNull() ? Row() : Row(base::BusinessDate::fromDays(rows.getColumn(5).getInt()).iso())}});
    }
    return {};
  }

  static std::string reasonOf(const journal::Event& event, const char* by_account) {
    const auto* reward = std::get_if<journal::PointsRewarded>(&event.payload);
    return reward == nullptr ? by_account : reward->why;
  }

  // The sale that a movement belongs to: the event itself, or the one that caused it.
  static Row saleOf(const journal::Event& event) {
    if (std::holds_alternative<journal::SaleCompleted>(event.payload)) return event.id.hex();
    const bool other = std::holds_alternative<journal::PointsGranted>(event.payload) ||
                       std::holds_alternative<journal::ExchangeCancelled>(event.payload) ||
                       std::holds_alternative<journal::PointsLoaded>(event.payload);
    return event.cause && !other ? Row(event.cause->hex()) : Row();
  }

  base::Status coupons() {
    auto rows = m_store.connection().statement(
        "SELECT serial, member, status, expires, unlimited, origin, key, terms FROM coupon ORDER BY entry, serial");
    static constexpr const char* kStatus[] = {"ISSUED", "USED", "VOIDED"};
    while (rows.executeStep()) {
      const auto terms = journal::decodeTerms(rows.getColumn(7).getString());
      if (!terms) return base::fail(base::ErrorCode::StoreCorrupt, terms.error().detail);
      const std::int64_t member = rows.getColumn(1).getInt64();
      m_writer.row(
          {{"serial", rows.getColumn(0).getString()},
           {"member_no", member == 0 ? Row() : Row(std::to_string(member))},
           {"status", kStatus[rows.getColumn(2).getInt()]},
           {"type", terms->type},
           {"face_fen", terms->face.value()},
           {"rate_bp", terms->rate},
           {"min_fen", terms->min.value()},
           {"expires",
            rows.getColumn(3).isNull() ? Row() : Row(base::BusinessDate::fromDays(rows.getColumn(3).getInt()).iso())},
           {"unlimited", rows.getColumn(4).getInt() != 0},
           {"origin", rows.getColumn(5).getString()},
           {"key", rows.getColumn(6).getString()}});
    }
    return {};
  }

  base::Status products() {
    auto rows = m_store.connection().statement(
        "SELECT sku, barcode, name, spec, category, brand, unit, price, promo_price, member_price, pinyin, cost, "
        "flags & 256, members_from, guests_from FROM "
        "product "
        "ORDER BY sku");
    while (rows.executeStep()) {
      const auto text = [&](int column) {
        return rows.getColumn(column).isNull() ? Row() : Row(rows.getColumn(column).getString());
      };
      const auto money = [&](int column) {
        return rows.getColumn(column).isNull() ? Row() : Row(rows.getColumn(column).getInt64());
      };
      const auto day = [&](int column) {
        return rows.getColumn(column).isNull()
                   ? Row()
                   : Row(base::BusinessDate::fromDays(rows.getColumn(column).getInt()).iso());
      };
      m_writer.row({{"sku", text(0)},
                    {"barcode", text(1)},
                    {"name", text(2)},
                    {"spec", text(3)},
                    {"category", text(4)},
                    {"brand", text(5)},
                    {"unit", text(6)},
                    {"price_fen", money(7)},
                    {"promo_price_fen", money(8)},
                    {"member_price_fen", money(9)},
                    {"cost_fen", money(11)},
                    {"birthday_only", rows.getColumn(12).getInt() != 0},
                    {"members_from", day(13)},
                    {"guests_from", day(14)},
                    {"pinyin", text(10)}});
    }
    return {};
  }

  SqliteStore& m_store;
  const ExportOptions& m_options;
  Writer m_writer;
  std::ostream& m_out;
};

}  // namespace

base::Status exportRows(SqliteStore& store, const ExportOptions& options, std::ostream& out) {
  return guarded([&]() -> base::Status { return Exporter(store, options, out).run(); });
}

}  // namespace kahui::store
