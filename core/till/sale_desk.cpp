#include "core/till/sale_desk.hpp"

#include "core/loyalty/earning.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

pricing::LineInput lineInput(const BasketLine& line) {
  const catalog::Product& product = *line.product;
  pricing::LineInput input;
  input.sku = product.sku;
  input.category = product.category;
  input.brand = product.brand;
  input.unit_price = product.price;
  input.quantity = line.quantity;
  input.promo_price = product.promo_price;
  input.promo_needs_card = product.promo_needs_card;
  input.member_price = product.member_price;
  input.min_rate = product.min_rate;
  input.pay_pct = product.pay_pct;
  input.no_member_discount = product.no_member_discount;
  input.no_points = product.no_points;
  input.no_promotion = product.no_promotion;
  input.no_bill_discount = product.no_bill_discount;
  input.no_coupon = product.no_coupon;
  input.no_tier_credit = product.no_tier_credit;
  return input;
}

pricing::MemberStatus statusOf(member::MemberStatus status) {
  switch (status) {
    case member::MemberStatus::Active: return pricing::MemberStatus::Active;
    case member::MemberStatus::Frozen: return pricing::MemberStatus::Frozen;
    case member::MemberStatus::Lost: return pricing::MemberStatus::Lost;
    case member::MemberStatus::Cancelled: return pricing::MemberStatus::Cancelled;
  }
  return pricing::MemberStatus::Cancelled;
}

pricing::MemberView memberView(const member::Member& member) {
  pricing::MemberView view;
  view.id = member.id.hex();
  view.tier = member.tier;
  view.status = statusOf(member.status);
  view.birthday = member.profile.birthday;
  view.lifetime = member.lifetime;
  view.frozen_points = member.frozen;
  view.demoted_from = member.demoted_from;
  view.since_demotion = member.since_demotion;
  return view;
}

base::Status cardUsable(member::CardStatus status) {
  switch (status) {
    case member::CardStatus::Active: return {};
    case member::CardStatus::Lost: return base::fail(ErrorCode::CardLost);
    case member::CardStatus::Replaced: return base::fail(ErrorCode::CardReplaced);
    case member::CardStatus::Cancelled: return base::fail(ErrorCode::CardCancelled);
    case member::CardStatus::Blocked: return base::fail(ErrorCode::CardBlocked);
  }
  return base::fail(ErrorCode::CardBlocked);
}

}  // namespace

base::Result<SaleDesk> SaleDesk::open(ports::Store& store, const base::Clock& clock, base::RandomSource& random) {
  const auto pack_json = store.rulePack();
  if (!pack_json) return tl::unexpected(pack_json.error());
  auto rules = programme::parseRulePack(std::string_view(*pack_json));
  if (!rules) return base::fail(ErrorCode::StoreCorrupt, "rule pack: " + rules.error().detail);
  SaleDesk desk(store, clock, random, std::move(*rules));
  const auto shift = store.openShift();
  if (!shift) return tl::unexpected(shift.error());
  desk.m_shift = *shift;
  return desk;
}

SaleDesk::SaleDesk(ports::Store& store, const base::Clock& clock, base::RandomSource& random, programme::RulePack rules)
    : m_store(&store), m_clock(&clock), m_random(&random), m_rules(std::move(rules)) {}

base::Result<catalog::Product> SaleDesk::product(std::string_view code) {
  auto found = m_store->productByBarcode(code);
  if (found && !*found) found = m_store->productBySku(code);
  if (!found) return tl::unexpected(found.error());
  if (*found) return std::move(**found);
  return base::fail(ErrorCode::UnknownProduct, std::string(code));
}

base::Result<AttachedMember> SaleDesk::usable(std::optional<member::Member> member, std::string credential,
                                              ports::Trust trust) {
  if (!member) return base::fail(ErrorCode::UnknownMember);
  if (member->status != member::MemberStatus::Active)
    return base::fail(ErrorCode::MemberFrozen, std::string(name(member->status)));
  return AttachedMember{std::move(*member), std::move(credential), trust};
}

base::Result<AttachedMember> SaleDesk::memberByCard(const member::Credential& credential, ports::Trust trust) {
  auto hit = m_store->memberByCard(credential);
  if (!hit) return tl::unexpected(hit.error());
  if (!*hit) return base::fail(ErrorCode::UnknownCard);
  KAHUI_TRY(cardUsable((*hit)->status));
  return usable(std::move((*hit)->member), std::string(name(credential.kind)), trust);
}

base::Result<AttachedMember> SaleDesk::memberByText(std::string_view text) {
  if (const auto phone = member::normalizePhone(text)) {
    auto found = m_store->memberByPhone(*phone);
    if (!found) return tl::unexpected(found.error());
    return usable(std::move(*found), "phone", ports::Trust::Claim);
  }
  const auto no = member::MemberNo::parse(text);
  if (!no) return base::fail(ErrorCode::BadPhone);
  auto found = m_store->memberByNo(*no);
  if (!found) return tl::unexpected(found.error());
  return usable(std::move(*found), "number", ports::Trust::Claim);
}

pricing::SaleInput SaleDesk::inputOf(std::span<const BasketLine> lines, const std::optional<AttachedMember>& member,
                                     const std::vector<pricing::Tender>& tenders, base::LocalTime now) const {
  pricing::SaleInput input;
  input.now = now;
  input.store = m_store->info().store_no;
  if (member) input.member = memberView(member->member);
  input.basket.reserve(lines.size());
  for (const BasketLine& line : lines) input.basket.push_back(lineInput(line));
  input.tenders = tenders;
  return input;
}

base::Result<sale::SaleResult> SaleDesk::price(std::span<const BasketLine> lines,
                                               const std::optional<AttachedMember>& member,
                                               const std::vector<pricing::Tender>& tenders) const {
  if (lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  return sale::evaluateSale(inputOf(lines, member, tenders, m_clock->now().local()), m_rules);
}

base::Result<CompletedSale> SaleDesk::complete(std::span<const BasketLine> lines,
                                               const std::optional<AttachedMember>& member,
                                               const std::vector<pricing::Tender>& tenders, const ports::Staff& staff,
                                               const std::string& ref, const std::string& ref_digest) {
  if (lines.empty()) return base::fail(ErrorCode::EmptyBasket);
  const base::WallTime at = m_clock->now();
  const pricing::SaleInput input = inputOf(lines, member, tenders, at.local());
  auto result = sale::evaluateSale(input, m_rules);
  if (!result) return tl::unexpected(result.error());
  const auto shift = shiftFor(staff);
  if (!shift) return tl::unexpected(shift.error());

  std::vector<std::shared_ptr<const catalog::Product>> products;
  products.reserve(lines.size());
  for (const BasketLine& line : lines) products.push_back(line.product);
  const sale::SaleHeader header{ref,        ref_digest, shift->id,
                                staff.code, staff.name, member ? member->credential : std::string()};
  journal::Draft draft;
  draft.id = base::Id::make(at.utc_ms, *m_random);
  draft.business_date = shift->business_date;
  draft.at = at;
  draft.rules_version = m_rules.version;
  draft.payload = sale::saleDocument(*result, input, m_rules, products, member ? &member->member : nullptr, header);
  const auto appended = m_store->append(draft);
  if (!appended) return tl::unexpected(appended.error());

  journal::Event event;
  event.id = draft.id;
  event.position = m_store->info().position;
  event.business_date = draft.business_date;
  event.at = at;
  event.payload = std::move(draft.payload);
  std::get<journal::SaleCompleted>(event.payload).receipt_no = appended->receipt_no;
  const std::string masked = member ? member::maskName(member->member.profile.name) : std::string();
  auto receipt = sale::receiptOf(event, m_rules, {m_store->info().store_name, masked, m_store->info().demo, false});
  return CompletedSale{std::move(event), std::move(receipt)};
}

base::Result<ports::Staff> SaleDesk::staff(std::string_view code) {
  auto found = m_store->staffByCode(code);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return base::fail(ErrorCode::UnknownOperator, std::string(code));
  return std::move(**found);
}

base::BusinessDate SaleDesk::businessDate() const {
  if (m_shift) return m_shift->business_date;
  return m_clock->now().local().plusSeconds(-m_rules.business_day_start_s).date();
}

// A clock set back never moves the business date back: the open shift keeps its own (reliability.md, T7).
base::Result<ports::Shift> SaleDesk::shiftFor(const ports::Staff& staff) {
  const base::WallTime at = m_clock->now();
  const base::BusinessDate today = at.local().plusSeconds(-m_rules.business_day_start_s).date();
  if (m_shift && m_shift->business_date >= today) return *m_shift;
  if (m_shift) {
    const auto totals = m_store->openShift();
    if (!totals) return tl::unexpected(totals.error());
    const ports::Shift old = totals->value_or(*m_shift);
    KAHUI_TRY(appendShift(at, old.business_date,
                          journal::ShiftClosed{old.id, old.operator_code, "rollover", old.bills, old.total}));
    m_shift.reset();
  }
  const auto id = m_store->nextShiftId();
  if (!id) return tl::unexpected(id.error());
  KAHUI_TRY(appendShift(at, today, journal::ShiftOpened{*id, staff.code, base::Money{}}));
  ports::Shift shift;
  shift.id = *id;
  shift.operator_code = staff.code;
  shift.business_date = today;
  m_shift = shift;
  return shift;
}

base::Status SaleDesk::appendShift(const base::WallTime& at, base::BusinessDate day, journal::Payload payload) {
  journal::Draft draft;
  draft.id = base::Id::make(at.utc_ms, *m_random);
  draft.business_date = day;
  draft.at = at;
  draft.rules_version = m_rules.version;
  draft.payload = std::move(payload);
  const auto appended = m_store->append(draft);
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Result<sale::Receipt> SaleDesk::receipt(std::string_view receipt_no) {
  return reprint(m_store->saleByReceipt(receipt_no));
}

base::Result<sale::Receipt> SaleDesk::lastReceipt() { return reprint(m_store->lastSale()); }

base::Result<sale::Receipt> SaleDesk::reprint(const base::Result<std::optional<ports::StoredSale>>& stored) {
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return base::fail(ErrorCode::UnknownReceipt);
  const journal::Event& event = (*stored)->event;
  const auto& document = std::get<journal::SaleCompleted>(event.payload);
  std::string masked;
  if (document.member) {
    const auto member = m_store->memberByNo(member::MemberNo(document.member->no));
    if (!member) return tl::unexpected(member.error());
    if (*member) masked = member::maskName((*member)->profile.name);
  }
  return sale::receiptOf(event, m_rules, {m_store->info().store_name, masked, m_store->info().demo, true});
}

std::optional<loyalty::NextTier> SaleDesk::nextTierOf(const member::Member& member) const {
  if (!m_rules.rankOf(member.tier)) return std::nullopt;
  const loyalty::Standing standing = loyalty::standingOf(memberView(member), m_rules);
  return loyalty::nextTier(standing, standing.rank, base::Money{}, member.lifetime, m_rules);
}

bool SaleDesk::isBirthday(const member::Member& member) const {
  return member.profile.birthday && member::isBirthday(m_clock->now().local().date(), *member.profile.birthday,
                                                       loyalty::leapDay(m_rules.birthday.feb29));
}

}  // namespace kahui::till
