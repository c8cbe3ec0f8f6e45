// Payments by a customer's code (M4). What may have been paid is on disk before it is asked for, and stays in the list
// of open payments until a bill holds it or the provider says that it did not happen.
#include <cstring>

#include "core/journal/payment_event.hpp"
#include "core/sale/payment_code.hpp"
#include "core/till/engine.hpp"
#include "core/till/open_bill_text.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::Money;
using ports::PaymentOutcome;

namespace {

PaymentView::Stage stageOf(PaymentStage stage) {
  switch (stage) {
    case PaymentStage::Asking: return PaymentView::Stage::Asking;
    case PaymentStage::Waiting: return PaymentView::Stage::Waiting;
    case PaymentStage::Reversing: return PaymentView::Stage::Reversing;
    case PaymentStage::Ended: break;
  }
  return PaymentView::Stage::Unknown;
}

// Whoever a payment is asked of.
class ByTender final : public ports::PaymentProvider {
 public:
  ByTender(std::shared_ptr<ports::PaymentProvider> codes, std::shared_ptr<ports::PaymentProvider> purse)
      : m_codes(std::move(codes)), m_purse(std::move(purse)) {}
  ports::PaymentAnswer pay(const ports::PaymentOrder& order, std::string_view code) override {
    auto* one = of(order);
    return one != nullptr ? one->pay(order, code) : ports::PaymentAnswer{};
  }
  ports::PaymentAnswer query(const ports::PaymentOrder& order) override {
    auto* one = of(order);
    return one != nullptr ? one->query(order) : ports::PaymentAnswer{};
  }
  ports::PaymentAnswer reverse(const ports::PaymentOrder& order) override {
    auto* one = of(order);
    return one != nullptr ? one->reverse(order) : ports::PaymentAnswer{};
  }
  ports::PaymentAnswer refund(const ports::PaymentOrder& order, const std::string& paid) override {
    auto* one = of(order);
    return one != nullptr ? one->refund(order, paid) : ports::PaymentAnswer{};
  }

 private:
  // Null: this till has none such any more; what is open stays open.
  [[nodiscard]] ports::PaymentProvider* of(const ports::PaymentOrder& order) const {
    return (ofCard(order.provider) ? m_purse : m_codes).get();
  }
  std::shared_ptr<ports::PaymentProvider> m_codes, m_purse;
};

std::string outcomeName(const PaymentNews& news, bool refund) {
  if (news.outcome == PaymentOutcome::Paid) return refund ? "REFUNDED" : "PAID";
  return news.reversed ? "REVERSED" : "UNPAID";
}

}  // namespace

void Till::Engine::openPayments() {
  if (!m_ports.payments && !m_ports.purse) return;
  m_payments =
      std::make_unique<PaymentDesk>(std::make_shared<ByTender>(m_ports.payments, m_ports.purse), m_ports.payment_times,
                                    [this](PaymentNews news) { submit(std::move(news)); });
  push([this] {
    lookAtOpenPayments(true);
    publish();
  });
}

// `again`: after a start, what was under way is asked about. A refund is asked for until it is done: it gives nothing
// twice.
void Till::Engine::lookAtOpenPayments(bool again) {
  auto open = m_ports.store->openPayments();
  if (!open) return failed(open.error());
  m_open_payments = std::move(*open);
  if (!m_payments) return;
  for (const ports::OpenPayment& one : m_open_payments) {
    const bool fresh_refund = one.refund && m_asked_refunds.insert(one.payment).second;
    if (fresh_refund)
      m_payments->ask(PaymentStep::Refund, {one.payment, one.provider, one.amount}, {}, one.of);
    else if (again && !one.refund && !one.paid)
      m_payments->ask(PaymentStep::Query, {one.payment, one.provider, one.amount});
  }
}

std::string Till::Engine::keptBill() const {
  KeptBill kept;
  kept.at = *m_tendering->at;
  kept.total = m_priced->total;
  kept.operator_code = m_staff->code;
  if (const auto& member = m_basket.member()) {
    kept.member = member->member.no.value();
    kept.credential = member->credential;
    kept.trust = member->trust;
  }
  for (const BasketLine& line : m_basket.lines())
    kept.lines.push_back(
        {line.product->sku, line.quantity, line.override_price, line.amount, line.offer, line.count_card, line.gift});
  for (const auto& coupon : m_basket.wish().coupons) kept.coupons.push_back(coupon.serial);
  kept.wish = m_basket.wish();
  kept.taken = m_tendering->taken;
  return openBillText(kept);
}

void Till::Engine::handle(PayByCode& command) {
  std::string code = std::move(command.code);
  const auto begun = payByCode(code);
  explicit_bzero(code.data(), code.size());
  if (!begun) failed(begun.error());
}

base::Status Till::Engine::payByCode(const std::string& code) {
  if (m_phase != Phase::Tendering || !m_staff) return base::fail(ErrorCode::WrongState);
  if (m_tendering->running) return base::fail(ErrorCode::RuleRejected, "PAYMENT_UNDER_WAY");
  const auto kind = sale::paymentCode(code);
  if (kind == sale::PaymentCode::None) return base::fail(ErrorCode::RuleRejected, "NOT_A_PAYMENT_CODE");
  if (!m_ports.payments || !m_payments) return base::fail(ErrorCode::RuleRejected, "NO_PAYMENT_SERVICE");
  const Money amount = m_tender->next;
  if (amount <= Money{}) return base::fail(ErrorCode::RuleRejected, "TENDER_NOTHING_LEFT");
  return beginPaying(std::string(sale::paymentCodeName(kind)), sale::maskedPaymentCode(code), code, amount);
}

base::Status Till::Engine::beginPaying(const std::string& provider, const std::string& masked,
                                       const std::string& secret, Money amount) {
  const bool first = !m_tendering->at;
  if (first) m_tendering->at = m_ports.clock->now();
  if (m_tendering->bill.empty()) m_tendering->bill = base::Id::make(m_tendering->at->utc_ms, *m_ports.random).hex();
  auto begun = beginPayment(provider, masked, secret, amount);
  if (!begun && first) m_tendering->at.reset();
  return begun;
}

base::Status Till::Engine::beginPayment(const std::string& provider, const std::string& masked,
                                        const std::string& secret, Money amount) {
  KAHUI_TRY(retender());  // by the time that holds from now on
  if (amount > m_tender->rest) return base::fail(ErrorCode::WrongTender, "TENDER_EXCEEDS_DUE");
  journal::PaymentBegun intent;
  intent.payment = base::Id::make(m_ports.clock->now().utc_ms, *m_ports.random).hex();
  intent.provider = provider;
  intent.amount = amount;
  intent.code = masked;
  intent.operator_code = m_staff->code;
  intent.bill = m_tendering->bill;
  std::vector<pricing::Tender> tenders = m_tendering->taken;
  tenders.push_back({intent.provider, amount, std::nullopt, {}, intent.payment});
  if (amount < m_tender->rest) tenders.push_back({"CASH", std::nullopt, std::nullopt});
  KAHUI_TRY(m_desk.mayComplete(billWith(tenders), *m_staff));
  intent.content = keptBill();
  const Tendering::Running running{
      {intent.payment, intent.provider, intent.amount}, intent.code, PaymentView::Stage::Asking};
  const std::string& address = m_basket.wish().delivery;
  const auto& member = m_basket.member();
  KAHUI_TRY(address.empty()
                ? m_desk.note(std::move(intent))
                : m_desk.noteOfDelivery(std::move(intent), member ? member->member.no.value() : 0, address));
  m_tendering->running = running;
  m_tendering->split = {};
  m_notice.reset();
  m_payments->ask(PaymentStep::Pay, running.order, secret);
  return retender();
}

void Till::Engine::handle(const PaymentNews& news) {
  if (loadNews(news)) return;
  const bool here = m_tendering && m_tendering->running && m_tendering->running->order.payment == news.payment;
  if (!here) return settleOpen(news);
  auto& running = *m_tendering->running;
  const bool asked = running.stage == PaymentView::Stage::Asking;
  running.stage = stageOf(news.stage);
  if (news.stage != PaymentStage::Ended) {
    // A card that lies there already is not lifted first.
    if (asked && running.order.provider == kPurseTender) lookAtCards();
    redrawTender();
    return;
  }
  switch (news.outcome) {
    case PaymentOutcome::Paid: return paid(news);
    case PaymentOutcome::Unpaid: return unpaid(news);
    case PaymentOutcome::Unknown: break;
  }
  redrawTender();
  notify(NoticeKind::Error, NoticeCode::PaymentUnknown,
         {running.order.provider, std::to_string(running.order.amount.value())});
}

// The money is there: it pays the bill in the same act that says so, or waits in the list for the rest.
void Till::Engine::paid(const PaymentNews& news) {
  const Tendering::Running running = *m_tendering->running;
  journal::PaymentEnded ended{news.payment, "PAID", news.transaction, news.reason};
  m_tendering->running.reset();
  if (!running.was_taken)
    m_tendering->taken.push_back({running.order.provider, running.order.amount, std::nullopt, {}, news.payment});
  if (!redrawTender()) return;
  if (m_tender->rest == Money{}) {
    std::vector<journal::Payload> also;
    also.emplace_back(ended);
    if (finishTender(m_tendering->taken, std::move(also))) return;
    const std::optional<Notice> why = m_notice;  // the money is known to be there all the same
    if (const auto noted = m_desk.note(std::move(ended)); noted) m_notice = why;
    return;
  }
  if (const auto noted = m_desk.note(std::move(ended)); !noted) return failed(noted.error());
  notify(NoticeKind::Good, NoticeCode::TenderTaken,
         {running.order.provider, std::to_string(running.order.amount.value())});
}

void Till::Engine::unpaid(const PaymentNews& news) {
  const Tendering::Running running = *m_tendering->running;
  if (const auto noted =
          m_desk.note(journal::PaymentEnded{news.payment, outcomeName(news, false), news.transaction, news.reason});
      !noted) {
    m_tendering->running->stage = PaymentView::Stage::Unknown;  // said again when it is asked again
    return failed(noted.error());
  }
  m_tendering->running.reset();
  std::erase_if(m_tendering->taken, [&](const auto& tender) { return tender.payment == news.payment; });
  if (m_tendering->taken.empty()) m_tendering->at.reset();
  redrawTender();
  notify(
      NoticeKind::Warning, NoticeCode::PaymentUnpaid,
      {running.order.provider, std::to_string(running.order.amount.value()), news.reversed ? "REVERSED" : news.reason});
}

void Till::Engine::handle(const ReversePayment&) {
  if (m_phase != Phase::Tendering || !m_payments) return failed({ErrorCode::WrongState, {}});
  if (auto& running = m_tendering->running) {
    if (running->stage == PaymentView::Stage::Unknown) {
      running->stage = PaymentView::Stage::Reversing;
      m_payments->ask(PaymentStep::Reverse, running->order);
    } else {
      m_payments->cancel(running->order.payment);
      running->stage = PaymentView::Stage::Reversing;
    }
    redrawTender();
    return;
  }
  auto& taken = m_tendering->taken;
  if (taken.empty() || taken.back().payment.empty()) return failed({ErrorCode::WrongState, {}});
  const pricing::Tender last = taken.back();
  if (last.type == kPurseTender) return reversePurse();
  m_tendering->running =
      Tendering::Running{{last.payment, last.type, *last.amount}, {}, PaymentView::Stage::Reversing, true};
  m_payments->ask(PaymentStep::Reverse, m_tendering->running->order);
  redrawTender();
}

void Till::Engine::handle(const AskPayment&) {
  const bool unknown =
      m_tendering && m_tendering->running && m_tendering->running->stage == PaymentView::Stage::Unknown;
  if (!unknown || !m_payments) return failed({ErrorCode::WrongState, {}});
  m_tendering->running->stage = PaymentView::Stage::Waiting;
  m_payments->ask(PaymentStep::Query, m_tendering->running->order);
  m_notice.reset();
  redrawTender();
}

// The goods and what was taken stay written down with the payment; the next customer is served.
void Till::Engine::handle(const SetPaymentAside&) {
  const bool unknown =
      m_tendering && m_tendering->running && m_tendering->running->stage == PaymentView::Stage::Unknown;
  const bool electronic = m_tendering && !m_tendering->taken.empty() && !m_tendering->taken.back().payment.empty();
  if (!unknown && !electronic) return failed({ErrorCode::WrongState, {}});
  m_tendering.reset();
  m_tender.reset();
  m_basket.reset();
  m_priced.reset();
  m_points.reset();
  m_phase = Phase::Selling;
  lookAtOpenPayments(false);
  notify(NoticeKind::Warning, NoticeCode::PaymentAside);
}

// Of a payment that no tender step waits for.
void Till::Engine::settleOpen(const PaymentNews& news) {
  if (news.stage != PaymentStage::Ended) return;
  const auto open = m_ports.store->openPayment(news.payment);
  if (!open) return failed(open.error());
  if (!*open) return;
  const ports::OpenPayment& one = **open;
  if (one.provider == ports::kCardLoad && !one.refund) return settleLoad(one, news);
  const std::vector<std::string> args{one.provider, std::to_string(one.amount.value())};
  if (news.outcome == PaymentOutcome::Unknown) {
    m_asked_refunds.erase(one.payment);
    lookAtOpenPaymentsQuietly();
    lookForOwed(one);
    if (one.refund && one.provider == ports::kCardLoad)
      return notify(NoticeKind::Info, NoticeCode::CardOwes, {args[1]});
    if (one.refund && one.provider == kPurseTender) return notify(NoticeKind::Info, NoticeCode::PurseOwed, {args[1]});
    return notify(NoticeKind::Warning, NoticeCode::PaymentUnknown, args);
  }
  // A refund that was refused is still owed: it stays in the list.
  if (one.refund && news.outcome == PaymentOutcome::Unpaid) {
    lookAtOpenPaymentsQuietly();
    return notify(NoticeKind::Error, NoticeCode::PaymentUnpaid, {args[0], args[1], news.reason});
  }
  if (!(one.paid && news.outcome == PaymentOutcome::Paid)) {
    const auto noted =
        m_desk.note(journal::PaymentEnded{one.payment, outcomeName(news, one.refund), news.transaction, news.reason});
    if (!noted) return failed(noted.error());
  }
  lookAtOpenPaymentsQuietly();
  notify(NoticeKind::Info, NoticeCode::PaymentSettled, {args[0], args[1], outcomeName(news, one.refund)});
}

void Till::Engine::lookAtOpenPaymentsQuietly() {
  if (auto open = m_ports.store->openPayments()) m_open_payments = std::move(*open);
}

void Till::Engine::handle(const AskOpenPayment& command) { askOpen(command.payment, PaymentStep::Query); }
void Till::Engine::handle(const ReverseOpenPayment& command) { askOpen(command.payment, PaymentStep::Reverse); }

void Till::Engine::askOpen(const std::string& payment, PaymentStep step) {
  if (!m_staff) return failed({ErrorCode::NotSignedIn, {}});
  if (!m_payments) return failed({ErrorCode::RuleRejected, "NO_PAYMENT_SERVICE"});
  const auto open = m_ports.store->openPayment(payment);
  if (!open) return failed(open.error());
  const bool held = (m_tendering && m_tendering->holds(payment)) || (m_loading && m_loading->order.payment == payment);
  if (!*open || held) return failed({ErrorCode::WrongState, {}});
  // What a card paid goes back to it as a refund; what nobody knows is not taken back before it is known.
  if (step == PaymentStep::Reverse && ofCard((*open)->provider) && !(*open)->refund) {
    step = PaymentStep::Query;
    if ((*open)->paid) {
      if (const auto given = giveBack(**open, {}); !given) return failed(given.error());
      return notify(NoticeKind::Info, NoticeCode::PurseOwed, {std::to_string((*open)->amount.value())});
    }
  }
  const ports::PaymentOrder order{payment, (*open)->provider, (*open)->amount};
  if ((*open)->refund)
    m_payments->ask(PaymentStep::Refund, order, {}, (*open)->of);
  else
    m_payments->ask(step, order);
  m_notice.reset();
}

void Till::Engine::handle(const ResumePayment& command) {
  if (!readyForBasket()) return;
  if (!m_basket.isUntouched()) return failed({ErrorCode::WrongState, "finish or cancel the open sale first"});
  const auto resumed = resume(command.payment);
  if (resumed) return;
  m_tendering.reset();
  m_tender.reset();
  m_basket.reset();
  m_phase = Phase::Selling;
  repriced();
  failed(resumed.error());
}

// The bill as it was, with all that is known to be paid of it.
base::Status Till::Engine::resume(const std::string& payment) {
  const auto open = m_ports.store->openPayment(payment);
  if (!open) return tl::unexpected(open.error());
  if (!*open || (*open)->refund) return base::fail(ErrorCode::WrongState);
  if (!(*open)->paid) return base::fail(ErrorCode::RuleRejected, "PAYMENT_NOT_PAID");
  const auto all = m_ports.store->openPayments();
  if (!all) return tl::unexpected(all.error());
  std::string content = (*open)->content;  // of the last one: the others were taken before it
  for (const ports::OpenPayment& other : *all)
    if (other.bill == (*open)->bill && !other.refund) content = other.content;
  auto kept = parseOpenBill(content);
  if (!kept) return base::fail(ErrorCode::StoreCorrupt, kept.error().detail);
  if (const auto bill = base::Id::parse((*open)->bill)) {  // where it goes is in no event
    auto address = m_ports.store->deliveryNote(*bill);
    if (!address) return tl::unexpected(address.error());
    kept->wish.delivery = *std::move(address);
  }
  KAHUI_TRY(restoreBasket(*kept));
  m_tendering = Tendering{};
  m_tendering->at = kept->at;
  m_tendering->bill = (*open)->bill;
  for (const pricing::Tender& tender : kept->taken)
    if (tender.payment.empty()) m_tendering->taken.push_back(tender);
  for (const ports::OpenPayment& other : *all) {
    if (other.bill != (*open)->bill || other.refund) continue;
    if (!other.paid) return base::fail(ErrorCode::RuleRejected, "PAYMENT_UNKNOWN_TOO");
    m_tendering->taken.push_back({other.provider, other.amount, std::nullopt, {}, other.payment});
  }
  KAHUI_TRY(retender());
  if (m_priced->total != kept->total) return base::fail(ErrorCode::RuleRejected, "PAYMENT_BILL_CHANGED");
  m_phase = Phase::Tendering;
  m_notice.reset();
  if (m_tender->rest == Money{} && finishTender(m_tendering->taken, {})) lookAtOpenPaymentsQuietly();
  return {};
}

base::Status Till::Engine::restoreBasket(const KeptBill& kept) {
  m_basket.reset();
  if (kept.member != 0) {
    auto member = m_desk.memberByText(member::MemberNo(kept.member).text());
    if (!member) return tl::unexpected(member.error());
    member->credential = kept.credential;
    member->trust = kept.trust;
    KAHUI_TRY(m_desk.loadBenefits(*member));
    m_basket.attach(std::move(*member));
  }
  for (const KeptLine& line : kept.lines) {
    const auto product = m_desk.goods(line.sku, line.amount);
    if (!product) return tl::unexpected(product.error());
    KAHUI_TRY(m_basket.append(*product, line.quantity,
                              {.override_price = line.override_price,
                               .amount = line.amount,
                               .offer = line.offer,
                               .count_card = line.count_card,
                               .gift = line.gift,
                               .delivery = line.sku == kDeliverySku,
                               .card_fee = line.sku == kCardFeeSku}));
  }
  BillWish wish = kept.wish;
  for (const std::string& serial : kept.coupons) {
    auto coupon = m_desk.coupon(serial, m_basket.member());
    if (!coupon) return tl::unexpected(coupon.error());
    wish.coupons.push_back(std::move(*coupon));
  }
  m_basket.wish(std::move(wish));
  return {};
}

}  // namespace kahui::till
