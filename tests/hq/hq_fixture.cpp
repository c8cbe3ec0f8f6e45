#include "tests/hq/hq_fixture.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/hq/feeds.hpp"
#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/programme/rule_pack.hpp"
#include "core/sync/batch.hpp"

namespace kahui::test {

namespace {

const base::LocalTime kMorning = *base::LocalTime::parse("2025-03-12T10:15:00");

}  // namespace

TillLog::TillLog(std::string terminal, std::uint32_t inc)
    : m_terminal(std::move(terminal)),
      m_inc(inc),
      m_clock(kMorning),
      m_random(std::hash<std::string>{}(m_terminal) + inc),
      m_hashes{journal::chainStart(journal::incarnationStatement(m_terminal, inc, "created", nullptr))} {}

void TillLog::setTime(const char* local) { m_clock.set(*base::LocalTime::parse(local)); }

journal::Event TillLog::event(journal::Payload payload) {
  m_clock.advance(std::chrono::seconds(1));
  journal::Event event;
  event.at = m_clock.now();
  event.id = base::Id::make(event.at.utc_ms, m_random);
  event.terminal = m_terminal;
  event.incarnation = m_inc;
  event.seq = m_lines.size() + 1;
  event.store_no = "0001";
  event.position = "01";
  event.business_date = event.at.local().date();
  event.cause = cause;
  event.payload = std::move(payload);
  return event;
}

void TillLog::add(journal::Payload payload, const std::string& rules) {
  auto made = event(std::move(payload));
  made.rules_version = rules;
  last_id = made.id;
  addLine(*journal::encode(made));
}

void TillLog::addLine(const std::string& line) {
  m_hashes.push_back(journal::chainNext(m_hashes.back(), line));
  m_lines.push_back(line);
}

std::string TillLog::batch(std::uint64_t first, std::uint64_t last) const {
  sync::BatchHeader header;
  header.terminal = m_terminal;
  header.incarnation = m_inc;
  header.first = first;
  header.last = last;
  header.prev_hash = m_hashes[first - 1];
  header.head_hash = m_hashes[last];
  header.app = "test";
  header.sv_max = 1;
  return sync::joinBatch(header, std::span(m_lines).subspan(first - 1, last - first + 1));
}

HqFixture::HqFixture() : store(engine.open()), clock(kMorning), projector(*store, clock, "test") {}

void HqFixture::in(const std::function<void(ports::HqTransaction&)>& work) {
  const auto done = store->transaction([&](ports::HqTransaction& tx) -> base::Status {
    work(tx);
    return {};
  });
  if (!done) throw std::runtime_error(done.error().detail);
}

void HqFixture::know(const std::string& terminal, const std::string& store_no, const std::string& position) {
  in([&](ports::HqTransaction& tx) {
    ports::HqTerminal row;
    row.id = terminal;
    row.store = store_no;
    row.position = position;
    tx.putTerminal(row);
  });
}

hq::Answer<sync::Ack> HqFixture::sendRaw(const std::string& terminal, const std::string& raw) {
  return hq::ingest(*store, terminal, raw, clock.now().utc_ms);
}

hq::Answer<sync::Ack> HqFixture::send(const TillLog& log, std::uint64_t first, std::uint64_t last) {
  return sendRaw(log.terminal(), log.batch(first, last));
}

void HqFixture::project() {
  for (;;) {
    const auto taken = projector.step();
    if (!taken) throw std::runtime_error(taken.error().detail);
    if (*taken == 0) return;
  }
}

hq::ReconRow HqFixture::recon(const std::string& terminal, const char* day) {
  const auto rows = hq::reconcile(*store, *base::BusinessDate::parse(day), clock.now().local().date());
  if (!rows) throw std::runtime_error(rows.error().detail);
  for (const auto& row : *rows)
    if (row.terminal == terminal) return row;
  throw std::runtime_error("no row of " + terminal);
}

void HqFixture::publish(const std::string& over) {
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json");
  const auto pack = programme::mergeConfig(nlohmann::json::parse(file), nlohmann::json::parse(over));
  const auto done = hq::publishPack(*store, pack.dump(), "2000-01-01T00:00:00", clock.now().utc_ms);
  if (!done) throw std::runtime_error(done.error().detail);
}

void HqFixture::sequence() {
  for (;;) {
    const auto taken = hq::sequence(*store, "test", clock.now().utc_ms, 100);
    if (!taken) throw std::runtime_error(taken.error().detail);
    if (*taken == 0) return;
  }
}

journal::MemberRegistered registered(std::int64_t no, const base::Id& id, std::int64_t opening) {
  journal::MemberRegistered member;
  member.no = no;
  member.id = id;
  member.tier = "ORD";
  member.sealed = "c2VhbGVk";
  member.source = "till";
  member.joined = kMorning.date();
  member.opening = base::Points(opening);
  member.lifetime = base::Points(opening);
  return member;
}

journal::SaleCompleted saleOf(std::int64_t total, std::optional<std::pair<std::int64_t, base::Id>> member,
                              std::int64_t earned, std::int64_t used) {
  journal::SaleCompleted sale;
  sale.receipt_no = "0001-01-1-1";
  sale.shift = 1;
  sale.operator_code = "1001";
  journal::SoldLine line;
  line.sku = "S1";
  line.name = "S1";
  line.quantity = base::kOnePiece;
  line.unit_price = base::Money(total);
  line.gross = base::Money(total);
  line.after_price = line.gross;
  line.final = line.gross;
  line.layer = "RETAIL";
  line.tier_measure = line.gross;
  sale.lines = {line};
  sale.tenders = {{"CASH", base::Money(total), std::nullopt}};
  sale.gross = base::Money(total);
  sale.total = base::Money(total);
  if (member) {
    journal::SoldMember sold;
    sold.no = member->first;
    sold.id = member->second;
    sold.credential = "uid";
    sold.bill_tier = "ORD";
    sold.tier_after = "ORD";
    sold.earned = base::Points(earned);
    sold.used = base::Points(used);
    sale.member = sold;
  }
  return sale;
}

}  // namespace kahui::test
