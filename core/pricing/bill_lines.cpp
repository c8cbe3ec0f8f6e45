// Which promotions are in force for which line, and the lines' prices, as far as the memory does not know them already.
#include <algorithm>
#include <array>

#include "core/pricing/bill.hpp"

namespace kahui::pricing {

using base::ErrorCode;
using base::Money;
using programme::Promotion;
using programme::PromotionKind;

namespace {

// Nothing if the promotion is in force for this bill, else the first condition that fails.
std::optional<Reason> outOfForce(Bill& bill, const programme::PromotionBook& book, std::uint32_t index) {
  const unsigned bit = bill.tier ? static_cast<unsigned>(*bill.tier) : static_cast<unsigned>(Promotion::kGuestBit);
  const auto& brief = book.brief(index);
  if ((brief.tier_mask >> bit & 1U) == 0) return bill.isMember() ? Reason::WrongTier : Reason::NeedsMember;
  if (brief.always) return std::nullopt;
  const auto& p = book.at(index);
  if (p.draft) return Reason::NotApproved;
  bill.dependsOn(p.window);
  if (p.campaign) bill.dependsOn(*p.campaign);
  if (!p.window.holds(bill.moment) || (p.campaign && !p.campaign->holds(bill.moment))) return Reason::OutOfTime;
  if (!p.stores.empty() && std::find(p.stores.begin(), p.stores.end(), bill.input.store) == p.stores.end())
    return Reason::WrongStore;
  return std::nullopt;
}

// Where a kind of promotion is asked about.
struct Seat {
  Step step;
  Place place;
};

constexpr Seat seatOf(PromotionKind kind) {
  if (programme::isItemKind(kind)) return {Step::Layer, Place::Item};
  if (programme::isMultiKind(kind)) return {Step::MultiBuy, Place::Multi};
  if (programme::isBillKind(kind)) return {Step::Threshold, Place::Threshold};
  return kind == PromotionKind::PointsX ? Seat{Step::PointsX, Place::Points} : Seat{Step::Offer, Place::Offer};
}

// By kind: a line asks for each promotion that covers it.
constexpr auto kSeats = [] {
  std::array<Seat, static_cast<std::size_t>(PromotionKind::PointsX) + 1> seats{};
  for (std::size_t kind = 0; kind < seats.size(); ++kind) seats[kind] = seatOf(static_cast<PromotionKind>(kind));
  return seats;
}();

// Where a promotion in force belongs; none if it is not, which is noted.
std::optional<Place> judge(Bill& bill, const programme::PromotionBook& book, std::uint32_t index, PromotionRef ref,
                           std::int32_t line) {
  const Seat seat = kSeats[static_cast<std::size_t>(book.brief(index).kind)];
  const auto failed = outOfForce(bill, book, index);
  if (!failed) return seat.place;
  bill.note({.line = line, .step = seat.step, .reason = *failed, .promotion = ref});
  return std::nullopt;
}

// Both books of a bill, each with the number of its first promotion.
template <class F>
void forEachBook(const Bill& bill, F&& f) {
  const auto& own = *bill.pack.promotions;
  if (!own.empty()) f(own, 0U);
  if (!bill.extra.empty()) f(bill.extra, static_cast<std::uint32_t>(own.all().size()));
}

LineFacts factsOf(const LineInput& line) {
  const bool offer = !line.offer.empty() || !line.gift.empty();
  return {.quantity = line.quantity.value(),
          .pay_pct = line.pay_pct,
          .offer = offer,
          .promotable = !line.no_promotion && !offer,
          .takes_coupons = !line.no_coupon && !offer,
          .takes_bill_discount = !line.no_bill_discount && !offer};
}

}  // namespace

void Bill::dependsOn(const programme::Window& window) {
  memory.m_until = std::min(memory.m_until, window.nextChange(input.now));
}

void Bill::beginLines() {
  const bool lasting = extra.empty() && std::none_of(coupons.begin(), coupons.end(),
                                                     [](const Coupon* coupon) { return actsInLayer(*coupon); });
  const bool serves = memory.m_lasting && lasting && memory.m_tier == tier && memory.m_group == group &&
                      memory.m_from <= input.now && input.now < memory.m_until && memory.m_store == input.store;
  if (!serves) {
    const bool once = memory.m_once;
    memory = {};
    memory.m_once = once;
    memory.m_tier = tier;
    memory.m_group = group;
    memory.m_store = input.store;
    memory.m_until = base::LocalTime::latest();
    memory.m_lasting = lasting && !once;
    memory.m_trials.items().reserve(size() * 8);
    matchUnscoped();
  }
  memory.m_from = input.now;
  const std::size_t known = memory.m_lines.size();
  bool all_there = known <= size();
  for (std::size_t i = 0; i < std::min(known, size()); ++i) {
    if (memory.holds(i, input.basket)) continue;
    memory.m_lines[i].reset();
    all_there = false;
  }
  memory.m_lines.resize(size());
  if (!all_there)
    for (auto& matches : memory.m_scoped)
      matches.dropLines([&](std::size_t i) { return i >= size() || memory.m_lines[i] == nullptr; });
  memory.m_facts.resize(size());
  memory.m_priced.resize(size());
  memory.m_trials.keepLines(size());
}

void Bill::matchUnscoped() {
  notes = &memory.m_bill_trials;
  forEachBook(*this, [&](const programme::PromotionBook& book, std::uint32_t offset) {
    for (const auto index : book.unscoped()) {
      const auto ref = static_cast<PromotionRef>(index + offset);
      if (const auto place = judge(*this, book, index, ref, -1))
        memory.m_everywhere[static_cast<std::size_t>(*place)].push_back(ref);
    }
  });
}

void Bill::matchLine(std::size_t i, std::vector<PromotionRef>& item) {
  item.clear();
  if (isOffer(i)) return;
  forEachBook(*this, [&](const programme::PromotionBook& book, std::uint32_t offset) {
    auto& found = memory.m_found;
    found.clear();
    book.match(line(i).sku, line(i).category, line(i).brand, found);
    for (const auto index : found) {
      const auto ref = static_cast<PromotionRef>(index + offset);
      const auto place = judge(*this, book, index, ref, static_cast<std::int32_t>(i));
      if (!place) continue;
      if (*place == Place::Item)
        item.push_back(ref);
      else
        memory.m_scoped[static_cast<std::size_t>(*place)].add({ref, static_cast<std::uint32_t>(i)});
    }
  });
}

base::Status Bill::takeLines() {
  beginLines();
  notes = &memory.m_trials.items();
  PriceLayer layer(*this);
  std::vector<PromotionRef> item;
  current.resize(size());
  for (std::size_t i = 0; i < size(); ++i) {
    const bool kept = memory.m_lines[i] != nullptr;
    const std::int64_t gross = kept ? memory.m_priced[i].gross.value() : grossOf(line(i));
    out.gross += Money(gross);
    if (gross > base::kMaxAmount.value() || out.gross > base::kMaxAmount) {
      memory = {};
      return base::fail(ErrorCode::OutOfRange, "basket[" + std::to_string(i) + "]: the bill exceeds " +
                                                   std::to_string(base::kMaxAmount.value()));
    }
    if (!kept) {
      memory.m_facts[i] = factsOf(line(i));
      matchLine(i, item);
      auto priced = layer.price(i, gross, item);
      if (!priced) {
        memory = {};
        return tl::unexpected(std::move(priced).error());
      }
      if (!memory.m_once) memory.m_lines[i] = input.basket.line(i);
      memory.m_priced[i] = *priced;
      memory.m_trials.close(i);
    }
    current[i] = memory.m_priced[i].after_price.value();
  }
  for (const Place place : {Place::Multi, Place::Threshold}) memory.m_scoped[static_cast<std::size_t>(place)].settle();
  KAHUI_TRY(layer.checkCoupons());
  notes = &out.trials;
  const auto& of_bill = memory.m_bill_trials;
  if (memory.m_once) {
    out.lines = std::move(memory.m_priced);
    out.trials = std::move(memory.m_trials.items());
    out.trials.insert(out.trials.begin(), of_bill.begin(), of_bill.end());
    return {};
  }
  out.lines = memory.m_priced;
  const auto of_lines = memory.m_trials.all();
  out.trials.reserve(of_bill.size() + of_lines.size() + size() + 16);
  out.trials.insert(out.trials.end(), of_bill.begin(), of_bill.end());
  out.trials.insert(out.trials.end(), of_lines.data(), of_lines.data() + of_lines.size());  // one block of memory
  return {};
}

}  // namespace kahui::pricing
