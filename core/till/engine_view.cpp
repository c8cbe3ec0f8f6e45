#include <algorithm>

#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

namespace {

PriceLayer layerOf(pricing::Layer layer) {
  switch (layer) {
    case pricing::Layer::Retail: return PriceLayer::Retail;
    case pricing::Layer::Promo: return PriceLayer::Promo;
    case pricing::Layer::MemberPrice: return PriceLayer::MemberPrice;
    case pricing::Layer::MemberDay: return PriceLayer::MemberDay;
    case pricing::Layer::Tier: return PriceLayer::Tier;
    case pricing::Layer::Group: return PriceLayer::Group;
    case pricing::Layer::RateCoupon: return PriceLayer::RateCoupon;
    case pricing::Layer::Override: return PriceLayer::Override;
    case pricing::Layer::Stack: return PriceLayer::Stack;
    case pricing::Layer::Gift:
    case pricing::Layer::Exchange: return PriceLayer::Promo;
  }
  return PriceLayer::Retail;
}

Role roleOf(ports::StaffRole role) {
  switch (role) {
    case ports::StaffRole::Cashier: return Role::Cashier;
    case ports::StaffRole::Leader: return Role::Leader;
    case ports::StaffRole::Manager: return Role::Manager;
  }
  return Role::Cashier;
}

std::vector<std::string> tierNames(const std::vector<std::string>& codes, const programme::RulePack& rules) {
  std::vector<std::string> names;
  for (const auto& code : codes) {
    const auto rank = rules.rankOf(code);
    names.push_back(rank ? rules.tier(*rank).name : code);
  }
  return names;
}

}  // namespace

Snapshot Till::Engine::draw() {
  const ports::StoreInfo& info = m_ports.store->info();
  Snapshot snapshot;
  snapshot.revision = ++m_revision;
  snapshot.phase = m_phase;
  snapshot.store = {info.store_no, info.store_name, info.position, info.demo, info.training};
  snapshot.business_date = m_desk.businessDate();
  if (m_staff) snapshot.op = OperatorView{m_staff->code, m_staff->name, roleOf(m_staff->role), rightsOf(*m_staff)};
  drawBill(snapshot);
  if (m_basket.member()) snapshot.member = drawMember(*m_basket.member());
  drawBenefits(snapshot);
  drawReturn(snapshot);
  drawTenders(snapshot);
  snapshot.tender = m_tender;
  snapshot.receipt = m_receipt;
  snapshot.change = m_change;
  snapshot.search = m_search;
  snapshot.readers = m_readers;
  snapshot.hq = m_hq;
  snapshot.clock = clockView();
  drawShift(snapshot);
  snapshot.desk = m_list;
  drawAway(snapshot);
  snapshot.asking_shop = m_shop_asks > 0;
  snapshot.notice = m_notice;
  snapshot.member_desk = m_member_desk;
  snapshot.staff_desk = m_staff_desk;
  if (snapshot.member_desk) {
    snapshot.member_desk->can_write = m_ports.cards && m_ports.cards->canWrite();
    if (m_writing) snapshot.member_desk->writing = m_writing->view;
    snapshot.member_desk->can_load = m_payments && canLoad();
    snapshot.member_desk->load = loadView();
  }
  snapshot.news = m_news;
  snapshot.for_members = m_for_members;
  snapshot.task_desk = m_task_desk;
  snapshot.club = m_club;
  snapshot.talk = m_talk;
  snapshot.shift_print = m_shift_print;
  snapshot.form_print = m_form_print;
  snapshot.settings = settingsView();
  drawExtras(snapshot);
  snapshot.can_undo = m_phase == Phase::Selling && m_basket.canUndo();
  return snapshot;
}

void Till::Engine::drawBill(Snapshot& snapshot) {
  const auto& lines = m_basket.lines();
  snapshot.selected_line = m_basket.selected();
  snapshot.lines.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const catalog::Product& product = *lines[i].product;
    LineView view;
    view.line_id = lines[i].id;
    view.sku = product.sku;
    view.barcode = product.barcode;
    view.name = product.name;
    view.spec = product.spec;
    view.unit = product.unit;
    view.unit_price = product.price;
    view.quantity = lines[i].quantity;
    view.weighed = product.weighed;
    view.no_member_discount = product.no_member_discount;
    if (m_priced) {
      const pricing::PricedLine& priced = m_priced->lines[i];
      view.gross = priced.gross;
      view.final = priced.final;
      view.gift_points = priced.gift_points;
      if (lines[i].delivery) {
        view.unit_price = priced.gross;
        const auto* how = m_desk.deliveryClass({lines, m_basket.member(), m_basket.wish()});
        if (how != nullptr) view.name += " · " + m_desk.words(*how);
      }
      view.saving = priced.gross - priced.final;
      view.layer = layerOf(priced.layer);
      if (const auto ref = priced.in_multi ? priced.multi_promotion : priced.layer_promotion;
          ref != pricing::kNoPromotion)
        view.promotion = promotionView(ref);
    }
    snapshot.lines.push_back(std::move(view));
    const bool whole = lines[i].quantity.value() % base::kOnePiece.value() == 0;
    snapshot.totals.pieces += whole ? static_cast<int>(lines[i].quantity.value() / base::kOnePiece.value()) : 1;
  }
  snapshot.totals.lines = static_cast<int>(lines.size());
  if (m_priced) {
    snapshot.totals.gross = m_priced->gross;
    snapshot.totals.due = m_priced->total;
    snapshot.totals.saving = m_priced->gross - m_priced->total;
  }
}

PromotionView Till::Engine::promotionView(pricing::PromotionRef ref) const {
  const auto& p = m_desk.rules().promotions->at(static_cast<std::uint32_t>(ref));
  return {p.id, p.kind, p.threshold, p.threshold_qty, p.minus, p.price, p.rate, p.repeat, p.n, p.m, p.sku, p.mult_pct};
}

void Till::Engine::drawBenefits(Snapshot& snapshot) {
  const BillWish& wish = m_basket.wish();
  snapshot.points = m_points;
  const auto show = [&](const ports::StoredCoupon& coupon, bool chosen) {
    const journal::CouponTerms& terms = coupon.terms;
    const bool scoped = !terms.skus.empty() || !terms.categories.empty() || !terms.brands.empty();
    snapshot.coupons.push_back({coupon.serial, terms.type == "RATE", terms.face, base::Rate(terms.rate), terms.min,
                                coupon.expires, scoped, chosen, tierNames(terms.tiers, m_desk.rules())});
  };
  const auto chosen = [&](const std::string& serial) {
    return std::any_of(wish.coupons.begin(), wish.coupons.end(),
                       [&](const auto& coupon) { return coupon.serial == serial; });
  };
  if (m_basket.member())
    for (const auto& coupon : m_basket.member()->coupons) show(coupon, chosen(coupon.serial));
  for (const auto& coupon : wish.coupons)
    if (coupon.member.value() == 0) show(coupon, true);
  if (!m_priced) return;

  if (wish.discount.rate || wish.discount.minus) {
    snapshot.discount = DiscountView{wish.discount.rate, wish.discount.minus, {}};
    for (const auto& line : m_priced->lines) snapshot.discount->saving += line.bill;
  }
  snapshot.offers = m_offers;
  snapshot.hints = hintsOf(*m_priced);
  if (m_explained >= 0) snapshot.explain = explain(m_explained);
}

// The nearest three by what is missing: money first, since a cashier can say it, then pieces.
std::vector<HintView> Till::Engine::hintsOf(const pricing::PricedBill& bill) const {
  constexpr std::size_t kMost = 3;
  std::vector<const pricing::Trial*> near;
  for (const pricing::Trial& trial : bill.trials) {
    const bool short_of_it =
        trial.reason == pricing::Reason::BelowThreshold || trial.reason == pricing::Reason::TooFewPieces;
    if (short_of_it && trial.promotion != pricing::kNoPromotion && trial.missing > 0) near.push_back(&trial);
  }
  const auto nearer = [](const pricing::Trial* a, const pricing::Trial* b) {
    return std::pair(a->reason != pricing::Reason::BelowThreshold, a->missing) <
           std::pair(b->reason != pricing::Reason::BelowThreshold, b->missing);
  };
  std::sort(near.begin(), near.end(), nearer);
  std::vector<HintView> hints;
  for (const pricing::Trial* trial : near) {
    if (hints.size() == kMost) break;
    HintView hint{promotionView(trial->promotion)};
    if (trial->reason == pricing::Reason::BelowThreshold)
      hint.missing = base::Money(trial->missing);
    else
      hint.missing_pieces = base::Quantity(trial->missing);
    hints.push_back(std::move(hint));
  }
  return hints;
}

ExplainView Till::Engine::explain(int line) const {
  ExplainView view{line, {}};
  for (const pricing::Trial& trial : m_priced->trials) {
    if (trial.line >= 0 && trial.line != line) continue;
    WhyView why;
    why.whole_bill = trial.line < 0;
    why.step = trial.step;
    why.reason = trial.reason;
    why.layer = layerOf(trial.layer);
    if (trial.promotion != pricing::kNoPromotion) why.promotion = promotionView(trial.promotion);
    if (trial.coupon >= 0) why.coupon = m_basket.wish().coupons[static_cast<std::size_t>(trial.coupon)].serial;
    why.amount = trial.amount;
    why.missing = trial.missing;
    view.tried.push_back(std::move(why));
  }
  return view;
}

MemberPanel Till::Engine::drawMember(const AttachedMember& attached) const {
  const member::Member& member = attached.member;
  const programme::RulePack& rules = m_desk.rules();
  MemberPanel panel;
  panel.member_no = member.no.text();
  panel.masked_name = member::maskName(member.profile.name);
  panel.masked_phone = member.profile.phone.empty() ? std::string() : member::maskPhone(member.profile.phone);
  panel.tier_code = member.tier;
  panel.tier_until = member.tier_until;
  if (const auto rank = rules.rankOf(member.tier); rank) {
    panel.tier_name = rules.tier(*rank).name;
    panel.tier_rank = *rank;
    panel.tier_rate = rules.tier(*rank).rate;
    panel.badge = rules.tier(*rank).badge;
    panel.greeting = rules.tier(*rank).greeting;
    panel.own_lane = rules.tier(*rank).own_lane;
  }
  panel.points = member.points();
  panel.birthday = m_desk.isBirthday(member);
  panel.trust = attached.trust;
  panel.phone_dead = attached.phone_dead;
  panel.terms_due = attached.terms_due;
  if (attached.stored) {
    panel.stored = attached.stored->principal + attached.stored->bonus;
    panel.stored_bonus = attached.stored->bonus;
  }
  panel.low_value = lowValueOf(attached).has_value();
  panel.counts = attached.counts;
  panel.next_tier = m_desk.nextTier(attached, m_priced ? &*m_priced : nullptr);
  panel.entry = m_desk.entryOf(attached);
  if (m_priced) panel.earns = m_priced->points_earned;
  return panel;
}

}  // namespace kahui::till
