#include "core/hq/points_claims.hpp"

#include "core/hq/feeds.hpp"
#include "core/journal/codec.hpp"
#include "core/sale/claimed_points.hpp"
#include "core/sync/claim_code.hpp"

namespace kahui::hq {

namespace {

using base::Points;
using ports::HqEventKey;
using ports::HqPointsClaim;
using ports::HqTransaction;

constexpr int kClaimPosting = 100'001;  // after every other posting of the event

// By the code's tag few tills are looked at; its signature says which receipt it is.
std::optional<ports::HqSale> saleOf(HqTransaction& tx, const sync::ChainKey& card_key, const sync::ClaimAsk& ask,
                                    base::BusinessDate today) {
  const auto name = sync::parseClaimCode(ask.code);
  if (!name) return std::nullopt;
  for (const ports::HqTerminal& terminal : tx.terminals()) {
    if (sync::claimTag(card_key, terminal.id) != name->tag) continue;
    for (const ports::HqSale& sale : tx.salesNumbered(terminal.id, today.plusDays(-ask.days), name->receipt_tail))
      if (sync::claimCode(card_key, terminal.id, sale.receipt_no) == ask.code) return sale;
  }
  return std::nullopt;
}

// The till that was allowed to said afterwards how far its log goes, and all of that is projected: it did not book, so
// the answer never reached it.
bool letGo(HqTransaction& tx, const HqPointsClaim& claim) {
  const auto till = tx.terminal(claim.terminal);
  if (!till || till->hello_ms <= claim.made_ms + kClaimSettled_ms) return false;
  bool reached = false;
  for (const auto& log : tx.incarnations(claim.terminal)) {
    const bool newest = log.inc == till->hello_inc;
    if (log.projected < (newest ? till->hello_seq : log.acked)) return false;
    reached = reached || newest;
  }
  return reached;
}

bool heldByOther(HqTransaction& tx, const HqPointsClaim& claim, std::string_view terminal, std::int64_t now_ms) {
  return !claim.attempt.empty() && claim.terminal != terminal && claim.made_ms + kClaimHold_ms > now_ms &&
         !letGo(tx, claim);
}

base::Result<std::string> decide(HqTransaction& tx, const sync::ChainKey& card_key, std::string_view terminal,
                                 const sync::ClaimAsk& ask, base::WallTime now, sync::ClaimReply& reply) {
  const auto sale = saleOf(tx, card_key, ask, now.local().date());
  if (!sale) return "UNKNOWN";
  if (!sale->member.empty()) return "MEMBER";
  const std::string id = sale->event.hex();
  auto claim = tx.pointsClaim(id);
  if (claim && claim->points != Points{}) return "DONE";
  if (claim && heldByOther(tx, *claim, terminal, now.utc_ms)) {
    reply.at_ms = claim->made_ms + kClaimHold_ms;
    return "WAITS";
  }
  if (!tx.returnsOf(id).empty()) return "RETURNED";
  auto text = lineAt(tx, sale->key);
  if (!text) return tl::unexpected(text.error());
  reply.line = std::move(*text);
  if (!claim) claim = HqPointsClaim{sale->key.terminal, id, sale->key.inc, sale->key.seq, {}, {}};
  claim->attempt = ask.id;
  claim->terminal = terminal;
  claim->made_ms = now.utc_ms;
  tx.putPointsClaim(*claim);
  return "GRANTED";
}

void adjust(const Projection& to, const HqEventKey& key, const journal::Event& event, const HqPointsClaim& claim,
            Points points) {
  ports::HqPosting posting;
  posting.key = key;
  posting.n = kClaimPosting;
  posting.member = survivorOf(to.tx, claim.member);
  posting.account = "PROGRAMME";
  posting.points = posting.lifetime = points;
  posting.day = event.business_date;
  posting.sale = claim.sale;
  to.tx.putPosting(posting);
  to.tx.addToMember(posting.member, points, Points{}, points);
  markMember(to.tx, posting.member);
}

// Quantities by line that came back, as the tills' returns say.
base::Result<std::vector<base::Quantity>> returnedOf(const Projection& to, const std::string& sale, std::size_t lines) {
  std::vector<base::Quantity> returned(lines);
  for (const HqEventKey& at : to.tx.returnsOf(sale)) {
    const auto line = lineAt(to.tx, at);
    if (!line) return tl::unexpected(line.error());
    const auto event = journal::decode(*line);
    if (!event) return tl::unexpected(event.error());
    const auto* back = std::get_if<journal::SaleReturned>(&event->payload);
    if (back == nullptr) continue;
    for (const auto& one : back->lines)
      if (one.line >= 0 && std::cmp_less(one.line, lines)) returned[static_cast<std::size_t>(one.line)] += one.quantity;
  }
  return returned;
}

// How many of the claimed points are left; an error says what is missing to know it.
base::Result<Points> pointsLeft(const Projection& to, const HqPointsClaim& claim) {
  const auto line = lineAt(to.tx, {claim.seller, claim.sale_inc, claim.sale_seq});
  if (!line) return tl::unexpected(line.error());
  const auto event = journal::decode(*line);
  if (!event) return tl::unexpected(event.error());
  const programme::RulePack* pack = to.packs.ofVersion(event->rules_version);
  if (pack == nullptr) return base::fail(base::ErrorCode::RulesMissing, event->rules_version);
  const auto record = sale::recordOf(*event, *pack);
  if (!record) return tl::unexpected(record.error());
  const auto returned = returnedOf(to, claim.sale, record->input.basket.size());
  if (!returned) return tl::unexpected(returned.error());
  return sale::claimedPoints(*record, *pack, *returned, pack->rankOf(claim.tier).value_or(0),
                             static_cast<int>(claim.multiplier));
}

// Whichever comes second settles, the claim or the goods. What the selling till gave itself it takes back itself.
void settle(const Projection& to, const HqEventKey& key, const journal::Event& event, HqPointsClaim claim) {
  if (claim.points == Points{} || claim.terminal == claim.seller || to.tx.returnsOf(claim.sale).empty()) return;
  const auto left = pointsLeft(to, claim);
  if (!left) return to.tx.putFlag({key, "claim_not_settled", claim.member, left.error().detail});
  const Points back = claim.points - *left - claim.reversed;
  if (back <= Points{}) return;
  adjust(to, key, event, claim, Points{} - back);
  claim.reversed += back;
  to.tx.putPointsClaim(claim);
}

}  // namespace

Answer<sync::ClaimReply> claimPoints(ports::HqStore& store, const sync::ChainKey& card_key, std::string_view terminal,
                                     const sync::ClaimAsk& ask, base::WallTime now) {
  sync::ClaimReply reply;
  const auto done = store.transaction([&](HqTransaction& tx) -> base::Status {
    reply = {ask.id, {}, {}, 0};
    auto state = decide(tx, card_key, terminal, ask, now, reply);
    if (!state) return tl::unexpected(state.error());
    reply.state = std::move(*state);
    return {};
  });
  if (!done) return tl::unexpected(unavailable(done.error()));
  return reply;
}

void applyClaimed(const Projection& to, const HqEventKey& key, const journal::Event& event,
                  const journal::PointsClaimed& claimed) {
  if (!event.cause) return;
  auto known = to.tx.pointsClaim(event.cause->hex());
  HqPointsClaim claim = known.value_or(HqPointsClaim{claimed.away ? std::string() : key.terminal, event.cause->hex()});
  const bool second = known && (known->points != Points{} || (known->terminal != key.terminal &&
                                                              heldByOther(to.tx, *known, key.terminal, to.now_ms)));
  if (second) {
    claim.member = resolveMember(to, key, event, claimed.member, std::nullopt);
    adjust(to, key, event, claim, Points{} - claimed.points);
    to.tx.putFlag({key, "claim_twice", claim.member, claimed.receipt_no + ", allowed to " + known->terminal});
    return;
  }
  if (claim.terminal != key.terminal) claim.attempt.clear();
  claim.terminal = key.terminal;
  if (claim.made_ms == 0) claim.made_ms = to.now_ms;
  claim.member = resolveMember(to, key, event, claimed.member, std::nullopt);
  claim.points = claimed.points;
  claim.tier = claimed.tier;
  claim.multiplier = claimed.multiplier_pct;
  to.tx.putPointsClaim(claim);
  settle(to, key, event, claim);
}

void applyReturned(const Projection& to, const HqEventKey& key, const journal::Event& event) {
  if (!event.cause) return;
  if (const auto claim = to.tx.pointsClaim(event.cause->hex())) settle(to, key, event, *claim);
}

}  // namespace kahui::hq
