#include "core/hq/channel_bills.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/bytes.hpp"
#include "core/base/text.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/hq/hand_tiers.hpp"
#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/loyalty/earning.hpp"
#include "core/loyalty/expiry.hpp"
#include "core/sync/compression.hpp"

namespace kahui::hq {

namespace {

using base::Money;
using base::Points;
using nlohmann::json;
using ports::HqTransaction;

constexpr const char* kChannelPrefix = "channel-";
constexpr const char* kOrderClaim = "order";
constexpr std::size_t kBillsAtOnce = 200;
constexpr std::size_t kMostOrderLines = 1000;

struct BadOrder {
  std::string reason;
};

void onlyOrderKeys(const json& object, const char* what, std::initializer_list<const char*> keys) {
  if (!object.is_object()) throw BadOrder{std::string(what) + ": an object is expected"};
  for (const auto& [key, value] : object.items())
    if (std::none_of(keys.begin(), keys.end(), [&](const char* one) { return key == one; }))
      throw BadOrder{std::string(what) + ": the key " + key + " is not known"};
}

std::string orderText(const json& object, const char* key, std::size_t most, bool needed) {
  const auto it = object.find(key);
  if (it == object.end() && !needed) return {};
  if (it == object.end() || !it->is_string()) throw BadOrder{std::string(key) + ": a text is expected"};
  auto value = it->get<std::string>();
  if ((needed && value.empty()) || value.size() > most || !base::isCleanUtf8(value))
    throw BadOrder{std::string(key) + ": 1 to " + std::to_string(most) + " bytes of UTF-8 are expected"};
  return value;
}

std::int64_t orderNumber(const json& object, const char* key, std::int64_t least, std::int64_t most) {
  const auto it = object.find(key);
  if (it == object.end() || !it->is_number_integer() || *it < least || *it > most)
    throw BadOrder{std::string(key) + ": a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
                   " is expected"};
  return it->get<std::int64_t>();
}

const json& orderList(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || !it->is_array() || it->empty() || it->size() > kMostOrderLines)
    throw BadOrder{std::string(key) + ": a list of 1 to " + std::to_string(kMostOrderLines) + " is expected"};
  return *it;
}

struct ChannelOrder {
  int line = 0;
  std::string number, member, digest;
  base::WallTime at;
  journal::SaleCompleted sale;
};

ChannelOrder readOrder(const std::string& row, int line, const std::string& channel, const base::WallTime& now) {
  json object;
  try {
    object = json::parse(row);
  } catch (const json::exception&) {
    throw BadOrder{"not a JSON object"};
  }
  onlyOrderKeys(object, "order", {"order", "at", "member", "pickup", "lines", "paid"});
  ChannelOrder order;
  order.line = line;
  order.number = orderText(object, "order", 64, true);
  order.member = orderText(object, "member", 64, false);
  const std::string canonical = object.dump();  // keys in order
  order.digest = base::toHex(base::sha256({base::asBytes(canonical)}));
  const auto at = base::LocalTime::parse(orderText(object, "at", 32, true));
  if (!at) throw BadOrder{"at: a time YYYY-MM-DDTHH:MM:SS is expected"};
  const auto age = now.local().date().days() - at->date().days();
  if (age < 0 || age > 400) throw BadOrder{"at: a day of the last 400 is expected"};
  order.at = base::WallTime{(at->seconds() - std::int64_t{now.offset_min} * 60) * 1000, now.offset_min};
  journal::SaleCompleted& sale = order.sale;
  sale.receipt_no = channel + "/" + order.number;
  sale.channel = channel;
  sale.pickup = orderText(object, "pickup", 32, false);
  for (const json& one : orderList(object, "lines")) {
    onlyOrderKeys(one, "lines", {"sku", "name", "qty_milli", "amount_fen"});
    journal::SoldLine sold;
    sold.sku = orderText(one, "sku", 64, true);
    sold.name = orderText(one, "name", 200, false);
    sold.quantity = base::Quantity(orderNumber(one, "qty_milli", 1, 1'000'000'000));
    sold.gross = Money(orderNumber(one, "amount_fen", 0, base::kMaxAmount.value()));
    sold.after_price = sold.final = sold.tier_measure = sold.gross;
    sold.unit_price = Money(base::mulDivFloor(sold.gross.value(), 1000, sold.quantity.value()));
    sale.gross += sold.gross;
    sale.lines.push_back(std::move(sold));
  }
  if (sale.gross > base::kMaxAmount) throw BadOrder{"lines: their sum is too large"};
  sale.total = sale.gross;
  Money paid;
  for (const json& one : orderList(object, "paid")) {
    onlyOrderKeys(one, "paid", {"type", "amount_fen"});
    journal::SoldTender tender;
    tender.type = orderText(one, "type", 32, true);
    tender.amount = Money(orderNumber(one, "amount_fen", 0, base::kMaxAmount.value()));
    paid += tender.amount;
    sale.tenders.push_back(std::move(tender));
  }
  if (paid != sale.total)
    throw BadOrder{"paid: " + std::to_string(paid.value()) + " fen, and the lines come to " +
                   std::to_string(sale.total.value())};
  return order;
}

// A channel's log names members by numbers of its own, so that the same number of two stores means two people.
std::int64_t ownNumber(const std::string& member) {
  const auto digest = base::sha256({base::asBytes(member)});
  std::int64_t no = 0;
  for (int i = 0; i < 7; ++i) no = no * 256 + digest[static_cast<std::size_t>(i)];
  return no + 1;
}

// N1 to N4 at the member's tier, on what the channel charged.
void takeMember(HqTransaction& tx, const programme::RulePack& pack, ChannelOrder& order) {
  const auto found = findMember(tx, order.member);
  if (!found) throw BadOrder{"member: " + found.error().detail};
  const auto member = tx.member(survivorOf(tx, *found));
  const auto id = member ? base::Id::parse(member->id) : std::nullopt;
  if (!member || !id) throw BadOrder{"member: nobody has the number or id " + order.member};
  journal::SoldMember& sold = order.sale.member.emplace();
  sold.no = ownNumber(member->id);
  sold.id = *id;
  sold.credential = "code";
  if (member->status != "ACTIVE") return;  // I3: priced as a guest, and earns nothing
  const std::string tier = tierInForce(tx, *member, pack);
  const auto rank = pack.rankOf(tier);
  if (!rank) throw BadOrder{"member: the rule pack has no tier " + tier};
  pricing::SaleInput input;
  input.now = order.at.local();
  input.member.emplace().tier = tier;
  for (const auto& line : order.sale.lines) {
    pricing::LineInput one;
    one.sku = line.sku;
    input.basket.push_back(std::move(one));
  }
  std::vector<pricing::PricedLine> lines(order.sale.lines.size());
  std::vector<Money> finals;
  for (const auto& line : order.sale.lines) finals.push_back(line.final);
  sold.bill_tier = sold.tier_after = tier;
  sold.multiplier_pct = loyalty::multiplierPct(input, pack, *rank);
  const Money base = loyalty::pointsBase(input, lines, finals, Money{}, order.sale.total, pack);
  sold.earned = loyalty::earnedPoints(base, *rank, sold.multiplier_pct, pack);
  sold.lifetime_after = member->lifetime + sold.earned;
  sold.balance_after = member->noncash + member->cashable + sold.earned;
  sold.lot_expires = loyalty::expiryDate(pack.points.expiry_noncash, order.at.local().date());
}

ports::HqIncarnation channelLog(HqTransaction& tx, const std::string& channel, const base::WallTime& now) {
  const std::string id = kChannelPrefix + channel;
  if (!tx.lockTerminal(id)) {
    ports::HqTerminal terminal;
    terminal.id = id;
    terminal.store = channel;
    terminal.position = "channel";
    terminal.state = ports::HqTerminalState::Retired;  // nothing comes of it over the wire
    terminal.app = "kahui-hq";
    terminal.enrolled_ms = now.utc_ms;
    tx.putTerminal(terminal);
  }
  if (const auto known = tx.incarnation(id, 1)) return *known;
  ports::HqIncarnation fresh;
  fresh.terminal = id;
  fresh.inc = 1;
  fresh.start = fresh.acked_hash = journal::chainStart(journal::incarnationStatement(id, 1, "channel", nullptr));
  return fresh;
}

journal::Event orderEvent(const ports::HqIncarnation& log, const ChannelOrder& order, const programme::RulePack& pack,
                          base::RandomSource& random) {
  journal::Event event;
  event.id = base::Id::make(order.at.utc_ms, random);
  event.terminal = log.terminal;
  event.incarnation = log.inc;
  event.seq = log.acked + 1;
  event.store_no = order.sale.channel;
  event.position = "channel";
  event.business_date = order.at.local().date();
  event.at = order.at;
  event.rules_version = pack.version;
  event.payload = order.sale;
  return event;
}

class ChannelIntake {
 public:
  ChannelIntake(const std::string& channel, const base::WallTime& now, base::RandomSource& random)
      : m_channel(channel), m_now(now), m_random(random) {}

  // All of `orders` or nothing; what it counts is its own until the transaction stands.
  base::Status run(HqTransaction& tx, std::vector<ChannelOrder> orders, ChannelImport& sum) {
    PackBook packs;
    packs.refresh(tx);
    auto log = channelLog(tx, m_channel, m_now);
    const std::uint64_t first = log.acked + 1;
    std::string lines;
    base::Bytes hashes;
    for (ChannelOrder& order : orders) {
      const std::string key = m_channel + "/" + order.number;
      try {
        if (const auto known = tx.claimOf(kOrderClaim, key)) {
          if (*known != order.digest) throw BadOrder{"order: " + order.number + " is known with another content"};
          ++sum.repeated;
          continue;
        }
        const auto* pack = packs.inForce(order.at.local().iso());
        if (pack == nullptr) return base::fail(base::ErrorCode::WrongState, "no rule pack is in force");
        if (!order.member.empty()) takeMember(tx, *pack, order);
        const auto event = orderEvent(log, order, *pack, m_random);
        const auto line = journal::encode(event);
        if (!line) throw BadOrder{line.error().detail};
        tx.claim(kOrderClaim, key, order.digest);
        log.acked_hash = journal::chainNext(log.acked_hash, *line);
        log.acked = event.seq;
        lines += *line + '\n';
        hashes.insert(hashes.end(), log.acked_hash.begin(), log.acked_hash.end());
        ++sum.imported;
      } catch (const BadOrder& bad) {
        sum.bad.push_back({order.line, bad.reason});
      }
    }
    if (log.acked < first) return {};
    tx.putInbox({log.terminal, log.inc, first, log.acked, m_now.utc_ms, sync::compress(lines), std::move(hashes)});
    tx.putIncarnation(log);
    return {};
  }

 private:
  const std::string& m_channel;
  const base::WallTime& m_now;
  base::RandomSource& m_random;
};

bool goodChannel(const std::string& channel) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !channel.empty() && channel.size() <= 16 && channel != "store" &&
         std::all_of(channel.begin(), channel.end(), good);
}

}  // namespace

void noteChannelBill(const Projection& to, const ports::HqEventKey& key, const journal::Event& event,
                     const ports::HqSale& fact) {
  const auto& sale = std::get<journal::SaleCompleted>(event.payload);
  const auto terminals = to.tx.terminals();
  const bool known =
      std::any_of(terminals.begin(), terminals.end(), [&](const auto& one) { return one.store == sale.pickup; });
  if (known) to.tx.putVisit(fact.member, sale.pickup, event.business_date);
  const std::string number = sale.receipt_no.substr(std::min(sale.receipt_no.size(), sale.channel.size() + 1));
  to.tx.putChannelBill({sale.channel, number, key, fact.member, sale.receipt_no, sale.pickup, fact.at_ms,
                        event.at.offset_min, fact.day, fact.total, fact.earned, static_cast<int>(sale.lines.size())});
  markMember(to.tx, fact.member);
}

bool isChannel(std::string_view terminal) { return terminal.starts_with(kChannelPrefix); }

base::Result<ChannelImport> importChannelBills(ports::HqStore& store, const std::string& channel, std::string_view text,
                                               const base::WallTime& now, base::RandomSource& random) {
  if (!goodChannel(channel))
    return base::fail(base::ErrorCode::BadInput, "--channel: 1 to 16 of a-z, 0-9 and '-', and not 'store'");
  ChannelImport sum;
  std::vector<ChannelOrder> orders;
  const auto flush = [&]() -> base::Status {
    if (orders.empty()) return {};
    ChannelImport part;
    const auto& all = orders;
    KAHUI_TRY(store.prepareDays(now.local().date().plusDays(-400), now.local().date()));
    KAHUI_TRY(store.transaction([&](HqTransaction& tx) {
      part = {};
      return ChannelIntake(channel, now, random).run(tx, all, part);
    }));
    sum.imported += part.imported;
    sum.repeated += part.repeated;
    sum.bad.insert(sum.bad.end(), part.bad.begin(), part.bad.end());
    orders.clear();
    return {};
  };
  int line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string row(text.substr(at, end - at));
    at = end + 1;
    ++line;
    if (!row.empty() && row.back() == '\r') row.pop_back();
    if (row.empty()) continue;
    ++sum.rows;
    try {
      orders.push_back(readOrder(row, line, channel, now));
    } catch (const BadOrder& bad) {
      sum.bad.push_back({line, bad.reason});
    }
    if (orders.size() >= kBillsAtOnce) KAHUI_TRY(flush());
  }
  KAHUI_TRY(flush());
  std::stable_sort(sum.bad.begin(), sum.bad.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
  return sum;
}

}  // namespace kahui::hq
