// A2 multi-buy (step P4b): BUY_N_GET_M, NTH_PIECE, N_FOR_PRICE.
#include <algorithm>

#include "core/base/numbers.hpp"
#include "core/pricing/bill.hpp"

namespace kahui::pricing {

using base::Money;
using programme::Promotion;
using programme::PromotionKind;

namespace {

struct Part {
  std::size_t line;
  std::int64_t pieces;
  std::int64_t unit;  // unit retail, orders the lines
  std::int64_t taken = 0;
};

void noteOffer(Bill& bill, PromotionRef ref, std::int32_t line, Reason reason, std::int64_t amount,
               std::int64_t missing = 0) {
  bill.note(
      {.line = line, .step = Step::MultiBuy, .reason = reason, .promotion = ref, .amount = amount, .missing = missing});
}

// Nothing if the line may feed an offer, else what bars it.
std::optional<Reason> barred(const Bill& bill, std::size_t i) {
  if (!bill.promotable(i)) return Reason::LineBarred;
  if (bill.out.lines[i].layer == Layer::Override) return Reason::ManualPrice;
  if (bill.line(i).quantity.value() % base::kOnePiece.value() != 0) return Reason::NotWholePieces;
  return std::nullopt;
}

std::int64_t unitRetail(const LineInput& line) {
  if (line.unit_price > Money(0) || !line.amount) return line.unit_price.value();
  return line.amount->value() * base::kOnePiece.value() / line.quantity.value();
}

std::int64_t groupSize(const Promotion& p) { return p.kind == PromotionKind::BuyNGetM ? std::int64_t{p.n} + p.m : p.n; }

// Takes `count` pieces in the order of the parts.
void take(std::vector<Part>& parts, std::int64_t count) {
  for (auto& part : parts) {
    part.taken = std::min(part.pieces, count);
    count -= part.taken;
  }
}

// What the taken pieces of a part cost after the price layer.
std::int64_t takenValue(const Bill& bill, const Part& part) {
  return base::mulDivFloor(bill.out.lines[part.line].after_price.value(), part.taken, part.pieces);
}

void cutLine(Bill& bill, const Part& part, std::int64_t cut, PromotionRef ref) {
  auto& line = bill.out.lines[part.line];
  line.multi += Money(cut);
  line.in_multi = true;
  line.multi_promotion = ref;
  bill.current[part.line] -= cut;
  noteOffer(bill, ref, static_cast<std::int32_t>(part.line), cut > 0 ? Reason::Applied : Reason::NoSaving, cut);
}

void cutCheapest(Bill& bill, const Promotion& p, PromotionRef ref, std::vector<Part>& parts, std::int64_t groups) {
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.unit != b.unit ? a.unit < b.unit : a.line < b.line; });
  const bool free = p.kind == PromotionKind::BuyNGetM;
  take(parts, free ? groups * p.m : groups);
  for (const auto& part : parts) {
    if (part.taken == 0) continue;
    const std::int64_t value = takenValue(bill, part);
    cutLine(bill, part, free ? value : value - bill.rate(value, p.rate), ref);
  }
}

void cutDearest(Bill& bill, const Promotion& p, PromotionRef ref, std::vector<Part>& parts, std::int64_t groups) {
  std::sort(parts.begin(), parts.end(),
            [](const Part& a, const Part& b) { return a.unit != b.unit ? a.unit > b.unit : a.line < b.line; });
  take(parts, groups * p.n);
  std::vector<std::int64_t> weights(bill.size(), 0);
  std::int64_t sum = 0;
  for (const auto& part : parts) sum += weights[part.line] = takenValue(bill, part);
  const std::int64_t saving = std::max<std::int64_t>(0, sum - groups * p.price.value());
  bill.share(saving, weights, &PricedLine::multi);
  for (const auto& part : parts) {
    if (part.taken == 0) continue;
    auto& line = bill.out.lines[part.line];
    line.in_multi = true;
    line.multi_promotion = ref;
    noteOffer(bill, ref, static_cast<std::int32_t>(part.line),
              line.multi > Money(0) ? Reason::Applied : Reason::NoSaving, line.multi.value());
  }
}

// Forms as many groups as the lines give; false if none, so that the lines stay free for the next offer.
bool applyOffer(Bill& bill, PromotionRef ref, std::vector<Part>& parts) {
  const auto& p = bill.promotion(ref);
  std::int64_t pieces = 0;
  for (const auto& part : parts) pieces += part.pieces;
  const std::int64_t size = groupSize(p);
  std::int64_t groups = pieces / size;
  if (groups == 0) {
    noteOffer(bill, ref, -1, Reason::TooFewPieces, 0, (size - pieces) * base::kOnePiece.value());
    return false;
  }
  groups = std::min(groups, bill.allowance(p));
  if (p.max_groups) groups = std::min<std::int64_t>(groups, *p.max_groups);
  if (groups == 0) {
    noteOffer(bill, ref, -1, Reason::LimitReached, 0);
    return false;
  }
  bill.countUse(ref, static_cast<int>(groups));
  if (p.kind == PromotionKind::NForPrice)
    cutDearest(bill, p, ref, parts, groups);
  else
    cutCheapest(bill, p, ref, parts, groups);
  return true;
}

// The offers that cover some line, by priority, then id.
std::vector<PromotionRef> offersInOrder(const Bill& bill) {
  const auto everywhere = bill.everywhere(Place::Multi);
  std::vector<PromotionRef> offers;
  offers.reserve(everywhere.size() + bill.scoped(Place::Multi).size());
  offers.assign(everywhere.begin(), everywhere.end());
  for (const auto& match : bill.scoped(Place::Multi))
    if (offers.empty() || offers.back() != match.promotion) offers.push_back(match.promotion);
  std::sort(offers.begin(), offers.end(), [&](PromotionRef a, PromotionRef b) { return bill.actsBefore(a, b); });
  return offers;
}

}  // namespace

void multiBuy(Bill& bill) {
  const auto scoped = bill.scoped(Place::Multi);
  const auto offers = offersInOrder(bill);
  if (offers.empty()) return;
  std::vector<char> used(bill.size(), 0);
  std::vector<Part> parts;
  for (const auto ref : offers) {
    parts.clear();
    const auto add = [&](std::size_t i) {
      const auto reason = used[i] != 0 ? std::optional(Reason::FeedsOtherOffer) : barred(bill, i);
      if (reason) return noteOffer(bill, ref, static_cast<std::int32_t>(i), *reason, 0);
      const auto& line = bill.line(i);
      parts.push_back({.line = i, .pieces = line.quantity.value() / base::kOnePiece.value(), .unit = unitRetail(line)});
    };
    if (bill.promotion(ref).scope.everything()) {
      for (std::size_t i = 0; i < bill.size(); ++i) add(i);
    } else {
      const auto first = std::lower_bound(scoped.begin(), scoped.end(), ref,
                                          [](const Match& m, PromotionRef r) { return m.promotion < r; });
      for (auto it = first; it != scoped.end() && it->promotion == ref; ++it) add(it->line);
    }
    if (!applyOffer(bill, ref, parts)) continue;
    for (const auto& part : parts) used[part.line] = 1;
  }
}

}  // namespace kahui::pricing
