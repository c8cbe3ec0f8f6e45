// The member's page: what the desk shows of one member.
#include <algorithm>

#include "core/loyalty/points_services.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/member/tax_number.hpp"
#include "core/pricing/lots.hpp"
#include "core/till/club_desk.hpp"
#include "core/till/member_desk.hpp"
#include "core/till/member_view.hpp"
#include "core/till/task_desk.hpp"

namespace kahui::till {

namespace {

constexpr int kPurchases_days = 90;  // S000-50
constexpr int kMostPurchases = 500;
constexpr int kMostMoves = 100;
constexpr int kMostChanges = 100;

using member::PointsClass;

PointsClassView classOf(PointsClass cls, base::Points balance, const std::vector<journal::LotPart>& lots,
                        base::BusinessDate today) {
  PointsClassView view{cls, balance, std::nullopt, std::nullopt};
  for (const journal::LotPart& lot : lots) {
    if (lot.cashable != (cls == PointsClass::Cashable) || !lot.expires || *lot.expires < today) continue;
    if (!view.next_end || *lot.expires < view.next_end->day)
      view.next_end = PointsEnd{lot.points, *lot.expires};
    else if (*lot.expires == view.next_end->day)
      view.next_end->points += lot.points;
    if (*lot.expires > today.plusDays(journal::kEnding_days)) continue;
    if (!view.ending) view.ending = PointsEnd{base::Points{}, *lot.expires};
    view.ending->points += lot.points;
    view.ending->day = std::min(view.ending->day, *lot.expires);
  }
  return view;
}

std::vector<std::string> linesOf(const journal::PointsExchanged& what) {
  std::vector<std::string> lines;
  for (const auto& item : what.items) lines.push_back(item.name + " × " + std::to_string(item.quantity));
  return lines;
}

// What an event of member_change says, in one row or several.
struct Changes {
  const journal::Event& event;
  std::vector<ChangeView>& rows;

  void add(std::string field, std::string before, std::string after, std::string by, std::string approver) const {
    rows.push_back({event.at.local(), std::string(journal::typeName(event.payload)), std::move(field),
                    std::move(before), std::move(after), std::move(by), std::move(approver)});
  }
  void operator()(const journal::MemberRegistered& joined) const {
    add("consent", {}, joined.consent, joined.operator_code, {});
  }
  void operator()(const journal::MemberCorrected& corrected) const {
    for (const auto& change : corrected.changes)
      add(change.field, change.before, change.after, corrected.operator_code, corrected.approver);
  }
  void operator()(const journal::MemberRevealed& revealed) const {
    add({}, {}, {}, revealed.operator_code, revealed.approver);
  }
  void operator()(const journal::CardStatusChanged& card) const {
    add("card", {}, card.status, card.operator_code, {});
  }
  void operator()(const journal::CardBound& bound) const {
    add("card", {}, bound.card.status, bound.operator_code, {});
  }
  void operator()(const journal::CardReplaced& replaced) const {
    add("card", "REPLACED", replaced.fresh.card.status, replaced.fresh.operator_code, {});
  }
  void operator()(const journal::PointsFrozen& frozen) const {
    const std::string what = frozen.account ? "ACCOUNT" : std::to_string(frozen.points.value());
    add(frozen.reason, frozen.release ? what : std::string(), frozen.release ? std::string() : what,
        frozen.operator_code, frozen.approver);
  }
  void operator()(const journal::PointsVoided& voided) const {
    base::Points gone;
    for (const auto& lot : voided.lots) gone += lot.points;
    add(voided.reason, std::to_string(gone.value()), {}, voided.operator_code, voided.approver);
  }
  void operator()(const journal::MemberJudged& judged) const {
    add(judged.approved ? "APPROVED" : "REFUSED", {}, judged.reason, judged.operator_code, judged.approver);
  }
  void operator()(const journal::MemberGrouped& grouped) const {
    add("group", grouped.proof, grouped.group, grouped.operator_code, grouped.approver);
  }
  void operator()(const journal::MembershipMoved& moved) const {
    const auto day = [](const auto& one) { return one ? one->iso() : std::string(); };
    add("membership", day(moved.before), day(moved.until), {}, {});
  }
  void operator()(const journal::TierByHand& hand) const {
    add("tier", hand.before, hand.tier, hand.operator_code, hand.approver);
    if (!hand.ended) add("tier_reason", hand.reason, hand.until ? hand.until->iso() : std::string(), {}, {});
  }
  void operator()(const journal::TierBought& bought) const {
    add("tier", bought.before, bought.tier, bought.operator_code, {});
  }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

base::Status MemberDesk::fillPoints(MemberPageView& view, const AttachedMember& attached) {
  const member::Member& member = attached.member;
  const auto& rules = m_sales.rules();
  const base::BusinessDate today = m_sales.today();
  const pricing::MemberView seen = memberView(attached);
  view.classes = {classOf(PointsClass::NonCash, member.noncash, attached.lots, today),
                  classOf(PointsClass::Cashable, member.cashable, attached.lots, today)};
  view.balance = member.points();
  view.available = pricing::availableOf(pricing::usableLots(seen.lots, today), member.frozen);
  view.frozen = member.frozen;
  view.lifetime = member.lifetime;
  view.cashable_worth = base::Money(std::max(base::Points{}, member.cashable).value() * rules.points.value.value());
  view.quarter_step = rules.quarter_exchange.points;
  view.quarter_open = loyalty::quarterExchange(today, view.quarter_step, rules).has_value();
  const auto rank = rules.rankOf(member.tier);
  if (!rank) return {};
  view.may_cash_out = rules.tier(*rank).cash_out;
  const auto& groups = rules.tier(*rank).catalogue.groups;
  const auto sees = [&](const std::string& group) {
    return std::find(groups.begin(), groups.end(), group) != groups.end() ||
           std::find(groups.begin(), groups.end(), "*") != groups.end();
  };
  for (const auto& gift : rules.catalogue) {
    if (!sees(gift.group)) continue;
    const programme::GiftPrice price = gift.priceAt(m_at.local());
    CatalogueView row{gift.code, gift.name, price.points, price.money, price.money > base::Money{}};
    if (price != gift.normal()) row.normally = gift.points;
    row.draw = gift.draw;
    view.catalogue.push_back(std::move(row));
  }
  return fillDraws(view, member);
}

// S000-08, S003-27: an entry is had while its draw is open, as often as the tier may.
base::Status MemberDesk::fillDraws(MemberPageView& view, const member::Member& member) {
  const bool any =
      std::any_of(view.catalogue.begin(), view.catalogue.end(), [](const auto& row) { return !row.draw.empty(); });
  if (!any) return {};
  const auto json = m_store.carePlan();
  if (!json) return tl::unexpected(json.error());
  const auto care = programme::parseCarePlan(*json);
  if (!care) return tl::unexpected(care.error());
  const auto left = TaskDesk(m_store, m_sales, m_random, m_at).benefitsOf(member, *care);
  if (!left) return tl::unexpected(left.error());
  for (CatalogueView& row : view.catalogue)
    for (const BenefitView& one : *left)
      if (one.draw && one.code == row.draw)
        row.entries_left = static_cast<int>(std::max<std::int64_t>(0, one.limit - one.used));
  return {};
}

base::Status MemberDesk::fillLists(MemberPageView& view, const member::Member& member) {
  const auto sales = m_store.salesOf(member.no, m_sales.today().plusDays(-kPurchases_days), kMostPurchases);
  if (!sales) return tl::unexpected(sales.error());
  for (const auto& sale : *sales)
    view.purchases.push_back(
        {sale.receipt_no, sale.at, sale.total, sale.earned, sale.used, sale.lines, sale.channel, sale.pickup});
  const auto moves = m_store.pointsHistory(member.no, kMostMoves);
  if (!moves) return tl::unexpected(moves.error());
  for (const auto& move : *moves)
    view.moves.push_back(
        {move.at.local(), move.type, move.receipt_no, move.cashable, move.points, move.expires, move.why});
  const auto coupons = m_store.couponsOf(member.no, m_sales.today());
  if (!coupons) return tl::unexpected(coupons.error());
  for (const auto& coupon : *coupons)
    view.coupons.push_back({coupon.serial, coupon.terms.type == "RATE", coupon.terms.face,
                            base::Rate(coupon.terms.rate), coupon.terms.min, coupon.expires, coupon.origin});
  const auto changes = m_store.memberChanges(member.no, kMostChanges);
  if (!changes) return tl::unexpected(changes.error());
  for (const journal::Event& event : *changes) std::visit(Changes{event, view.changes}, event.payload);
  for (ChangeView& change : view.changes) {
    if (change.field != "tier") continue;
    for (std::string* code : {&change.before, &change.after})
      if (const auto rank = m_sales.rules().rankOf(*code)) *code = m_sales.rules().tier(*rank).name;
  }
  return {};
}

base::Status MemberDesk::fillExchanges(MemberPageView& view, member::MemberNo no) {
  const base::BusinessDate today = m_sales.today();
  const auto exchanges = m_store.exchangesSince(no, base::BusinessDate::of(today.year(), today.month(), 1));
  if (!exchanges) return tl::unexpected(exchanges.error());
  for (const auto& exchange : *exchanges) {
    base::Points points;
    for (const auto& lot : exchange.what.lots) points += lot.points;
    view.exchanges.push_back(
        {exchange.id.hex(), exchange.day, exchange.what.kind, linesOf(exchange.what), points, exchange.cancelled});
  }
  return {};
}

base::Status MemberDesk::fillCards(MemberPageView& view, const member::Member& member) {
  for (const member::Credential& card : member.profile.cards) {
    const auto hit = m_store.memberByCard(card);
    if (!hit) return tl::unexpected(hit.error());
    if (*hit && (*hit)->member.no == member.no) view.cards.push_back({card.kind, maskCredential(card), (*hit)->status});
  }
  return {};
}

base::Status MemberDesk::fillInterests(MemberPageView& view, const member::Member& member) {
  view.dates = static_cast<int>(member.profile.dates.size());
  const auto json = m_store.carePlan();
  if (!json) return tl::unexpected(json.error());
  const auto care = programme::parseCarePlan(*json);
  if (!care) return tl::unexpected(care.error());
  auto interests = interestsOf(m_store, member.no, m_sales.today(), *care);
  if (!interests) return tl::unexpected(interests.error());
  view.profiling = interests->agreed;
  view.tags = std::move(interests->tags);
  view.favourites = std::move(interests->favourites);
  view.brands = std::move(interests->brands);
  return {};
}

base::Status MemberDesk::fillStanding(MemberPageView& view, const member::Member& member) {
  const auto standing = m_store.memberStanding(member.no);
  if (!standing) return tl::unexpected(standing.error());
  if (member.status == member::MemberStatus::Refused) view.refusal = standing->reason;
  for (const auto& group : m_sales.rules().groups)
    view.groups.push_back({group.code, group.name, group.name_en, group.to, group.holds(m_sales.today())});
  if (member.group.empty()) return {};
  const auto* group = m_sales.rules().group(member.group);
  view.group = group == nullptr ? MemberGroupView{member.group, member.group, {}, {}, false}
                                : MemberGroupView{group->code, group->name, group->name_en, group->to,
                                                  group->holds(m_sales.today())};
  return {};
}

// S001-96: above what the rules give.
base::Status MemberDesk::fillHandTier(MemberPageView& view, const member::Member& member) {
  const auto hand = m_store.handTier(member.no);
  if (!hand) return tl::unexpected(hand.error());
  view.tier_by_hand = hand->has_value();
  view.tier_until = member.tier_until;
  const auto& rules = m_sales.rules();
  const auto by_rules = rules.rankOf(*hand ? (*hand)->base : member.tier);
  for (int rank = by_rules.value_or(-1) + 1; rank < static_cast<int>(rules.tiers.size()); ++rank)
    view.tiers.push_back({rules.tier(rank).code, rules.tier(rank).name, {}});
  return {};
}

base::Result<MemberPageView> MemberDesk::page(member::MemberNo no) {
  MemberPageView view;
  const base::Status read = m_store.readTogether([&]() -> base::Status {
    auto found = m_store.memberByNo(no);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return base::fail(base::ErrorCode::UnknownMember, no.masked());
    AttachedMember attached{**std::move(found), {}};
    const member::Member& member = attached.member;
    auto lots = m_store.pointsLots(no);
    if (!lots) return tl::unexpected(lots.error());
    attached.lots = *std::move(lots);
    view.head = hitOf(member);
    view.joined = member.joined;
    if (member.profile.birthday)
      view.birthday = member.profile.birthday->calendar == member::BirthdayCalendar::Lunar ? "lunar" : "solar";
    const auto has_pin = m_store.hasMemberPin(no);
    if (!has_pin) return tl::unexpected(has_pin.error());
    view.has_pin = *has_pin;
    const auto file = m_store.memberFile(no);
    if (!file) return tl::unexpected(file.error());
    view.company = file->company || !member.profile.tax_no.empty() || !member.profile.contact.empty();
    view.tax_no = member::maskTaxNumber(member.profile.tax_no);
    view.contact = member::maskName(member.profile.contact);
    view.marketing = file->marketing;
    view.via = file->via;
    view.consent = file->consent;
    if (termsDue(*file, m_sales.rules())) view.terms_due = m_sales.rules().desk.consent;
    if (file->consent_ms != 0) view.consent_at = base::WallTime{file->consent_ms, m_at.offset_min}.local();
    if (file->referrer != 0) view.referrer = member::MemberNo(file->referrer).masked();
    KAHUI_TRY(fillInterests(view, member));
    KAHUI_TRY(fillStanding(view, member));
    const auto referrals = m_store.referralsOf(no);
    if (!referrals) return tl::unexpected(referrals.error());
    view.referrals = referrals->members;
    view.referral_points = referrals->points;
    KAHUI_TRY(fillPoints(view, attached));
    KAHUI_TRY(m_sales.loadBought(attached));
    view.next_tier = m_sales.nextTier(attached, nullptr);
    view.entry = m_sales.entryOf(attached);
    view.rises = m_sales.risesOf(member);
    KAHUI_TRY(fillHandTier(view, member));
    KAHUI_TRY(fillLists(view, member));
    KAHUI_TRY(fillExchanges(view, no));
    return fillCards(view, member);
  });
  if (!read) return tl::unexpected(read.error());
  return view;
}

}  // namespace kahui::till
