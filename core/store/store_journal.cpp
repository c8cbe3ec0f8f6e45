#include <fmt/format.h>

#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

// A sale's line stands in the journal, or among those that were fetched back from headquarters.
#define KAHUI_LINE_OF(row) \
  "SELECT ifnull(j.line, (SELECT f.line FROM fetched f WHERE f.entry=" row ".entry)), " row ".entry"

// The receipt number carries the incarnation, so that a restored till cannot print a used one.
std::string receiptText(const ports::StoreInfo& info, std::int64_t number) {
  return fmt::format("{}-{}-{}-{:06}", info.store_no, info.position, info.incarnation, number);
}

// Where a receipt's number goes; nullptr: the event draws none.
std::string* receiptOf(journal::Payload& payload) {
  if (auto* sale = std::get_if<journal::SaleCompleted>(&payload); sale != nullptr) return &sale->receipt_no;
  if (auto* back = std::get_if<journal::SaleReturned>(&payload); back != nullptr) return &back->receipt_no;
  return nullptr;
}

}  // namespace

std::optional<std::int64_t> receiptKey(std::string_view receipt_no) {
  const auto dash = receipt_no.rfind('-');
  const auto before = dash == std::string_view::npos ? dash : receipt_no.rfind('-', dash - 1);
  if (before == std::string_view::npos) return std::nullopt;
  const auto number = [](std::string_view digits) -> std::int64_t {
    std::int64_t value = 0;
    for (const char c : digits)
      value = c < '0' || c > '9' || value > (std::int64_t{1} << 39) / 10 ? -1 : value * 10 + (c - '0');
    return digits.empty() ? -1 : value;
  };
  const std::int64_t incarnation = number(receipt_no.substr(before + 1, dash - before - 1));
  const std::int64_t serial = number(receipt_no.substr(dash + 1));
  if (incarnation < 1 || serial < 1 || incarnation > (1 << 20)) return std::nullopt;
  return (incarnation << 40) | serial;
}

base::Result<std::vector<ports::Appended>> SqliteStore::appendAll(std::span<journal::Draft> drafts) {
  KAHUI_ASSERT(!drafts.empty());
  std::vector<ports::Appended> appended;
  appended.reserve(drafts.size());
  KAHUI_TRY(transaction([&]() -> base::Status {
    for (journal::Draft& draft : drafts) {
      auto one = appendInside(draft);
      if (!one) return tl::unexpected(one.error());
      appended.push_back(std::move(*one));
    }
    return {};
  }));
  if (m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return appended;
}

base::Result<ports::Appended> SqliteStore::appendInside(journal::Draft& draft) {
  journal::Event event;
  event.id = draft.id;
  event.terminal = m_info.terminal;
  event.incarnation = m_info.incarnation;
  event.seq = m_head.seq + 1;
  event.store_no = m_info.store_no;
  event.position = m_info.position;
  event.business_date = draft.business_date;
  event.at = draft.at;
  event.hlc = std::max(m_head.hlc + 1, draft.at.utc_ms << 16);
  event.offset_ms = m_hq_offset_ms;
  event.rules_version = draft.rules_version;
  event.cause = draft.cause;
  event.payload = std::move(draft.payload);
  ports::Appended appended{event.seq, {}};
  if (std::string* receipt_no = receiptOf(event.payload); receipt_no != nullptr) {
    ++m_head.receipt;
    *receipt_no = receiptText(m_info, m_head.receipt);
    appended.receipt_no = *receipt_no;
  }

  const auto line = journal::encode(event);
  if (!line) return tl::unexpected(line.error());
  insertLine(event, *line);
  m_place = {m_head.entry, (std::int64_t{m_info.incarnation} << 40) | m_head.receipt};
  applyProjections(event, journal::pointsPostings(event));
  draft.payload = std::move(event.payload);
  return appended;
}

void SqliteStore::insertLine(const journal::Event& event, const std::string& line) {
  m_head.hash = journal::chainNext(m_head.hash, line);
  m_head.hlc = std::max(m_head.hlc, event.hlc);
  m_head.at_ms = event.at.utc_ms;
  m_head.seq = event.seq;
  ++m_head.entry;
  auto insert = m_connection.statement("INSERT INTO journal VALUES(?, ?, ?)");
  insert.bind(1, m_head.entry);
  insert.bindNoCopy(2, line);
  insert.bindNoCopy(3, m_head.hash.data(), static_cast<int>(m_head.hash.size()));
  insert.exec();
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::saleAt(SQLite::Statement& query) {
  if (!query.executeStep()) return std::optional<ports::StoredSale>();
  auto event = journal::decode(query.getColumn(0).getString());
  if (!event) return base::fail(base::ErrorCode::StoreCorrupt, event.error().detail);
  return std::optional(ports::StoredSale{std::move(*event), query.getColumn(1).getInt64()});
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::saleByRef(std::string_view ref) {
  return guarded([&]() {
    const LookupKey key = m_sealer.refKey(ref);
    auto query = m_connection.statement(
        KAHUI_LINE_OF("r") " FROM sale_ref r LEFT JOIN journal j ON j.entry=r.entry WHERE r.key=? AND r.tail=?");
    query.bind(1, key.key);
    query.bind(2, key.tail);
    return saleAt(query);
  });
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::saleByReceipt(std::string_view receipt_no) {
  const auto key = receiptKey(receipt_no);
  if (!key) return std::optional<ports::StoredSale>();
  return guarded([&]() {
    auto query =
        m_connection.statement(KAHUI_LINE_OF("s") " FROM sale s LEFT JOIN journal j ON j.entry=s.entry WHERE s.no=?");
    query.bind(1, *key);
    auto sale = saleAt(query);
    if (sale && *sale && *receiptOf((*sale)->event.payload) != receipt_no) *sale = std::nullopt;
    return sale;
  });
}

base::Result<std::vector<ports::StoredSale>> SqliteStore::returnsOf(std::string_view sale_receipt_no) {
  const auto key = receiptKey(sale_receipt_no);
  if (!key) return std::vector<ports::StoredSale>();
  return guarded([&]() -> base::Result<std::vector<ports::StoredSale>> {
    auto query = m_connection.statement(
        KAHUI_LINE_OF("s") " FROM sale s LEFT JOIN journal j ON j.entry=s.entry WHERE s.of=? ORDER BY s.no");
    query.bind(1, *key);
    std::vector<ports::StoredSale> returns;
    for (;;) {
      auto one = saleAt(query);
      if (!one) return tl::unexpected(one.error());
      if (!*one) return returns;
      returns.push_back(std::move(**one));
    }
  });
}

base::Result<std::optional<ports::StoredSale>> SqliteStore::lastSale() {
  return guarded([&]() {
    auto query = m_connection.statement(
        KAHUI_LINE_OF("s") " FROM sale s LEFT JOIN journal j ON j.entry=s.entry ORDER BY s.no DESC LIMIT 1");
    return saleAt(query);
  });
}

}  // namespace kahui::store
