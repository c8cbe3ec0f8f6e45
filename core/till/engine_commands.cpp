#include <algorithm>
#include <cstring>

#include "core/base/check_digit.hpp"
#include "core/loyalty/coupon_serial.hpp"
#include "core/member/name.hpp"
#include "core/member/phone.hpp"
#include "core/till/engine.hpp"
#include "core/till/entry_text.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

constexpr int kEngineCommandsMostHits = 50;

member::CredentialKind kindOf(ports::CardClass card) {
  if (card == ports::CardClass::Magstripe) return member::CredentialKind::Track2;
  return card == ports::CardClass::Code ? member::CredentialKind::Code : member::CredentialKind::Uid;
}

}  // namespace

void Till::Engine::handle(SignIn& command) {
  if (m_phase != Phase::SignedOut) return failed({ErrorCode::WrongState, {}});
  const auto staff = m_desk.staff(command.operator_code);
  const auto entered =
      staff ? authorize(command.operator_code, command.pin) : base::Status(tl::unexpected(staff.error()));
  explicit_bzero(command.pin.data(), command.pin.size());
  if (!entered) return failed(entered.error());
  enter(*staff);
}

void Till::Engine::enter(const ports::Staff& staff) {
  const auto shift = m_desk.shiftFor(staff);
  if (!shift) return failed(shift.error());
  m_staff = staff;
  m_phase = Phase::Selling;
  if (const auto held = m_ports.store->heldBills()) m_held = static_cast<int>(held->size());
  lookForAnnouncements();
  repriced();
  if (m_open_payments.empty()) return notify(NoticeKind::Good, NoticeCode::SignedIn, {staff.name});
  notify(NoticeKind::Warning, NoticeCode::PaymentsOpen, {std::to_string(m_open_payments.size())});
}

void Till::Engine::handle(const SignOut&) {
  leaveReceipt();
  if (m_tendering && (m_tendering->running || !m_tendering->taken.empty()))
    return failed({ErrorCode::RuleRejected, "PAYMENT_UNDER_WAY"});
  m_staff.reset();
  m_tendering.reset();
  m_tender.reset();
  m_top_up_plan.reset();
  m_value_history.reset();
  m_returning.reset();
  m_search.reset();
  m_sheet.reset();
  m_list.reset();
  m_notice.reset();
  m_member_desk.reset();
  m_task_desk.reset();
  m_club.reset();
  m_talk.reset();
  m_desk_card.reset();
  m_staff_desk.reset();
  m_phase = Phase::SignedOut;
}

bool Till::Engine::readyForBasket() {
  if (m_phase == Phase::Receipt) leaveReceipt();
  if (m_phase == Phase::Selling && m_basket.isUntouched() && m_staff) {
    // A till that stayed open over night: the day begins with its first bill, and tiers and points with it.
    if (const auto shift = m_desk.shiftFor(*m_staff); !shift) {
      failed(shift.error());
      return false;
    }
  }
  if (m_phase == Phase::Selling) return true;
  failed({m_phase == Phase::SignedOut ? ErrorCode::NotSignedIn : ErrorCode::WrongState, {}});
  return false;
}

void Till::Engine::handle(const Enter& command) {
  if (!readyForBasket()) return;
  const auto entry = parseEntry(command.text);
  if (!entry) return failed(entry.error());
  if (entry->code.empty() && !entry->quantity) return;
  if (entry->code.empty()) return handle(SetQuantity{m_basket.selected(), *entry->quantity});
  enterCode(entry->code, entry->quantity.value_or(base::kOnePiece));
}

void Till::Engine::enterCode(const std::string& code, base::Quantity quantity) {
  if (m_desk.isGift(code)) {
    RedeemGift gift{code, static_cast<int>(quantity.value() / base::kOnePiece.value())};
    return handle(gift);
  }
  const auto product = m_desk.product(code);
  if (product) return add(*product, quantity);
  if (product.error().code != ErrorCode::UnknownProduct) return failed(product.error());
  if (enterLabel(code)) return;
  if (loyalty::isCouponSerial(code)) return handle(ToggleCoupon{code});
  if (isReceiptNo(code)) return handle(BeginReturn{code});
  if (member::normalizePhone(code) || (member::MemberNo::parse(code) && !base::validEan(code)))
    return attach(m_desk.memberByText(code));
  if (!base::allDigits(code)) return handle(SearchProducts{code});
  // M4: a payment code is no payment before the tender step, and it stands in no message.
  if (sale::paymentCode(code) != sale::PaymentCode::None)
    return failed({ErrorCode::RuleRejected, "PAYMENT_CODE_EARLY"});
  failed(product.error());
}

void Till::Engine::add(const ports::FoundProduct& product, base::Quantity quantity) {
  if (const auto may = m_desk.mayBuy(*product, m_basket.member(), m_desk.today()); !may) return failed(may.error());
  const auto added = m_basket.add(product, quantity);
  if (!added) return failed(added.error());
  m_search.reset();
  repriced();
  notify(NoticeKind::Good, NoticeCode::ItemAdded, {product->name});
}

void Till::Engine::handle(const AddProduct& command) {
  if (!readyForBasket()) return;
  const auto product = m_desk.product(command.sku);
  if (!product) return failed(product.error());
  add(*product, command.quantity);
}

void Till::Engine::handle(const SelectLine& command) { m_basket.select(command.line); }

void Till::Engine::handle(const SetQuantity& command) {
  if (!readyForBasket()) return;
  if (!usesFit(command)) return failed({ErrorCode::RuleRejected, "COUNT_USED_UP"});
  if (const auto changed = changeQuantity(command); !changed) return failed(changed.error());
  const std::string& name = m_basket.lines()[static_cast<std::size_t>(command.line)].product->name;
  notify(NoticeKind::Good, NoticeCode::QuantityChanged, {name, std::to_string(command.quantity.value())}, true);
}

base::Status Till::Engine::changeQuantity(const SetQuantity& command) {
  const bool known = command.line >= 0 && std::cmp_less(command.line, m_basket.lines().size());
  if (known && !m_basket.lines()[static_cast<std::size_t>(command.line)].gift.empty()) {
    Basket changed = m_basket;
    std::string no_pin;
    KAHUI_TRY(changed.setQuantity(command.line, command.quantity));
    return takeGifts(std::move(changed), no_pin);
  }
  KAHUI_TRY(m_basket.setQuantity(command.line, command.quantity));
  repriced();
  return {};
}

void Till::Engine::handle(const VoidLine& command) {
  if (!readyForBasket()) return;
  const auto& lines = m_basket.lines();
  const bool known = command.line >= 0 && static_cast<std::size_t>(command.line) < lines.size();
  const std::string name = known ? lines[static_cast<std::size_t>(command.line)].product->name : std::string();
  if (known && !mayDropFee(command.line)) return;
  if (const auto done = m_basket.voidLine(command.line); !done) return failed(done.error());
  repriced();
  notify(NoticeKind::Info, NoticeCode::LineVoided, {name}, true);
}

void Till::Engine::handle(const Undo&) {
  if (m_phase != Phase::Selling || !m_basket.undo()) return;
  repriced();
  notify(NoticeKind::Info, NoticeCode::UndoDone);
}

void Till::Engine::handle(const CancelSale&) {
  if (!readyForBasket() || m_basket.isUntouched() || !mayDropFee(-1)) return;
  m_basket.clear();
  repriced();
  notify(NoticeKind::Info, NoticeCode::SaleCancelled, {}, true);
}

void Till::Engine::handle(const SearchProducts& command) {
  if (command.query.empty()) return m_search.reset();
  if (!readyForBasket()) return;
  auto hits = m_ports.store->searchProducts(command.query, kEngineCommandsMostHits + 1);
  if (!hits) return failed(hits.error());
  SearchView view;
  view.query = command.query;
  view.more = hits->size() > static_cast<std::size_t>(kEngineCommandsMostHits);
  if (view.more) hits->pop_back();
  for (const catalog::Product& hit : *hits) {
    const auto category = m_ports.store->categoryName(hit.category);
    view.hits.push_back({hit.sku, hit.barcode, hit.name, hit.spec, hit.unit, category.value_or(hit.category), hit.price,
                         hit.promo_price, hit.member_price});
  }
  m_search = std::move(view);
}

void Till::Engine::attach(base::Result<AttachedMember> member) {
  if (!member) return failed(member.error());
  if (const auto loaded = m_desk.loadBenefits(*member); !loaded) return failed(loaded.error());
  m_member_desk.reset();
  const std::string masked = member::maskName(member->member.profile.name);
  m_top_up_plan.reset();
  m_value_history.reset();
  m_basket.attach(std::move(*member));
  m_member_came = true;
  repriced();
  const AttachedMember& attached = *m_basket.member();
  if (billsToday(attached.member.no) >= member::kBusyCardBills)
    return notify(NoticeKind::Warning, NoticeCode::MemberAttached, {masked, "BUSY"});
  std::vector<std::string> args{masked};
  if (const auto low = lowValueOf(attached); low) args.insert(args.end(), {"LOW", std::to_string(low->value())});
  notify(NoticeKind::Good, NoticeCode::MemberAttached, std::move(args));
}

int Till::Engine::billsToday(member::MemberNo no) {
  const auto sales = m_ports.store->salesOf(no, m_desk.businessDate(), member::kBusyCardBills);
  if (!sales) return 0;
  return static_cast<int>(
      std::count_if(sales->begin(), sales->end(), [](const auto& sale) { return sale.total > base::Money{}; }));
}

void Till::Engine::handle(const FindMember& command) {
  if (readyForBasket()) attach(m_desk.memberByText(command.text));
}

void Till::Engine::handle(const DetachMember&) {
  if (!readyForBasket() || !m_basket.member()) return;
  m_basket.attach(std::nullopt);
  repriced();
  notify(NoticeKind::Info, NoticeCode::MemberDetached, {}, true);
  warnOfGoods();
}

void Till::Engine::handle(const Card& command) {
  if (const auto* changed = std::get_if<ports::ReaderChanged>(&command.event); changed != nullptr)
    return onReader(*changed);
  if (toldByWriting(command.event)) return;
  if (toldByRenewal(command.event)) return;
  if (const auto* read = std::get_if<ports::CardRead>(&command.event); read != nullptr) return onCard(*read);
  if (const auto* refused = std::get_if<ports::CardRefused>(&command.event); refused != nullptr) {
    notify(NoticeKind::Error, NoticeCode::CardRefused, {std::string(name(refused->reason))});
  }
  const auto* scanned = std::get_if<ports::CodeScanned>(&command.event);
  if (scanned == nullptr) return;
  if (m_phase == Phase::Tendering) {
    PayByCode pay{scanned->text};
    return handle(pay);
  }
  if (!readyForBasket()) return;
  if (m_member_desk && m_member_desk->open) return handle(FindMembers{scanned->text});
  if (clubTakes(scanned->text)) return;
  enterCode(scanned->text, base::kOnePiece);
}

void Till::Engine::onReader(const ports::ReaderChanged& event) {
  const auto known = std::find_if(m_readers.begin(), m_readers.end(),
                                  [&](const ReaderView& view) { return view.name == event.reader; });
  if (event.state == ports::ReaderState::Gone && event.advice == ports::ReaderAdvice::None) {
    if (known != m_readers.end()) m_readers.erase(known);  // a person released it: nothing to report, nothing to show
    return;
  }
  const ReaderView fresh{event.reader, event.kind, event.state, event.advice};
  const bool was_ready = known == m_readers.end() || known->state == ports::ReaderState::Ready;
  if (known == m_readers.end()) {
    m_readers.push_back(fresh);
  } else {
    *known = fresh;
  }
  if (event.state == ports::ReaderState::Ready && !was_ready)
    notify(NoticeKind::Good, NoticeCode::ReaderReady, {event.reader});
  if (event.state != ports::ReaderState::Ready && was_ready) {
    notify(NoticeKind::Warning, NoticeCode::ReaderLost, {event.reader, std::string(name(event.advice))});
  }
}

void Till::Engine::onCard(const ports::CardRead& event) {
  const member::Credential card{kindOf(event.card_class), event.credential};
  if (m_phase == Phase::SignedOut && !event.repeated && signInByBadge(card)) return;
  if (purseSeen(event)) return;
  if (m_phase != Phase::Selling && m_phase != Phase::Receipt) {
    if (!event.repeated) notify(NoticeKind::Warning, NoticeCode::CardIgnored);
    return;
  }
  if (m_phase == Phase::Receipt && event.repeated) return;  // the last customer takes the card away with a second touch
  leaveReceipt();
  if (takeBadge(card)) return;
  if (m_member_desk && m_member_desk->open) {
    if (!purseAtDesk(event)) cardAtDesk(card);
    return;
  }
  if (cardAtClub(card)) return;
  if (!event.repeated) greet(card);
  auto member = m_desk.memberByCard(card, event.trust);
  if (member && event.purse) member->purse = CardPurse{event.credential, *event.purse};
  attach(std::move(member));
  if (m_greeted > base::Points{} && m_basket.member())
    notify(NoticeKind::Good, NoticeCode::SignedInToday,
           {std::to_string(m_greeted.value()), maskedWho(m_basket.member()->member)});
  m_greeted = {};
  if (event.doubt != ports::CardDoubt::None)
    notify(NoticeKind::Warning, NoticeCode::CardSuspect,
           {event.doubt == ports::CardDoubt::Forked ? "FORKED" : "ROLLED_BACK"});
}

void Till::Engine::handle(const HqNews& command) {
  constexpr std::int64_t kMinute_ms = 60'000;
  constexpr int kGiftsAtOnce = 20;
  constexpr std::int64_t kOffline_ms = 5 * kMinute_ms;  // the till goes there every 30 to 90 seconds
  const std::int64_t now_ms = m_ports.clock->now().utc_ms;
  HqView view{.alarm = command.alarm, .unsent = command.unsent};
  view.offline = now_ms - command.contact_ms > kOffline_ms;
  if (command.oldest_ms > 0) view.oldest_min = std::max<std::int64_t>(0, now_ms - command.oldest_ms) / kMinute_ms;
  m_hq = view;
  clockBy(command);
  m_desk.setOffline(view.offline);
  lookForAnnouncements();
  m_shop_due = ShopDue::Follow;
  if (const auto looked = m_desk.lookForNews(); !looked) failed(looked.error());
  if (const auto given = memberDesk().giveGiftsDue(kGiftsAtOnce); !given) failed(given.error());
}

// The act is on disk; a receipt that cannot be drawn now is printed again later.
void Till::Engine::showReceipt(base::Result<sale::Receipt> receipt, NoticeCode code) {
  m_phase = receipt ? Phase::Receipt : Phase::Selling;
  if (!receipt) return failed(receipt.error());
  m_change = receipt->change;
  notify(NoticeKind::Good, code, {receipt->receipt_no});
  m_receipt = std::move(*receipt);
}

void Till::Engine::leaveReceipt() {
  if (m_phase != Phase::Receipt) return;
  m_receipt.reset();
  m_change = base::Money{};
  m_notice.reset();
  m_phase = Phase::Selling;
}

void Till::Engine::handle(const NextSale&) { leaveReceipt(); }

void Till::Engine::handle(const ShowLastReceipt&) {
  if (!readyForBasket()) return;
  auto receipt = m_desk.lastReceipt();
  if (!receipt) return failed(receipt.error());
  m_receipt = std::move(*receipt);
  m_change = m_receipt->change;
  m_phase = Phase::Receipt;
}

void Till::Engine::handle(const DismissNotice&) { m_notice.reset(); }

// A coupon or an offer that the changed bill does not reach any more goes, and is named; the sale itself never stands
// still.
void Till::Engine::repriced() {
  m_priced.reset();
  m_points.reset();
  m_join_offer.reset();
  m_explained = -1;
  if (m_basket.lines().empty()) return m_desk.releasePoints();
  auto priced = priceWith(m_basket.wish());
  std::string dropped;
  for (int attempt = 0; !priced && priced.error().code == ErrorCode::RuleRejected && attempt < 2; ++attempt) {
    dropped = priced.error().detail;
    if (dropped == "OFFER_NOT_REACHED")
      m_basket.dropOffers();
    else if (dropped == "GIFT_NEEDS_MEMBER" || dropped == "POINTS_INSUFFICIENT")
      m_basket.dropGifts();
    else
      m_basket.dropCoupons();
    if (m_basket.lines().empty()) return;
    priced = priceWith(m_basket.wish());
  }
  if (!priced) return failed(priced.error());
  m_dropped = std::move(dropped);
  take(std::move(*priced));
}

void Till::Engine::take(sale::SaleResult priced) {
  m_priced = std::move(priced);
  m_explained = -1;
  planPoints();
  planOffers();
  m_join_offer = m_desk.joinOffer({m_basket.lines(), m_basket.member(), m_basket.wish()}, m_priced->total);
}

}  // namespace kahui::till
