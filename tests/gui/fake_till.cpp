#include "tests/gui/fake_till.hpp"

#include <algorithm>

namespace kahui::test {
namespace {

using base::ErrorCode;
using base::Money;
using till::NoticeCode;
using till::NoticeKind;
using till::Phase;

constexpr const char* kBlockedUid = "04B10CED000001";
constexpr const char* kReader = "Demo reader";

till::ProductView product(const char* sku, const char* barcode, const char* name, const char* spec, const char* unit,
                          std::int64_t fen) {
  till::ProductView view;
  view.sku = sku;
  view.barcode = barcode;
  view.name = name;
  view.spec = spec;
  view.unit = unit;
  view.category = "食品";
  view.price = Money(fen);
  return view;
}

std::vector<till::ProductView> makeProducts() {
  std::vector<till::ProductView> all{
      product("100001", "6900000002025", "纯牛奶 整箱", "250ml×16 盒", "箱", 5990),
      product("100002", "6900000001011", "山泉饮用水", "550ml", "瓶", 200),
      product("100003", "6900000004043", "夹心饼干 原味", "388g", "袋", 1890),
      product("100004", "6900000008089", "去屑洗发露 清爽", "500g", "瓶", 4590),
      product("100005", "6900000007075", "酸菜牛肉面", "121g×5 连包", "包", 1580),
      product("100006", "6900000003039", "钙奶饮料", "220g×4 瓶", "组", 980),
      product("100007", "2100123007851", "红富士苹果", "", "kg", 999),
      product("100008", "6900000005057", "香烟（软盒）", "20 支/包", "包", 7000),
      product("100009", "6900000009093", "五常大米 长粒香型 真空包装", "5kg", "袋", 5280),
      product("100010", "6900000010013", "原味酸奶 家庭装", "1kg", "桶", 1690),
      product("100011", "6900000011010", "鲜牛奶", "950ml", "盒", 1580),
      product("100012", "6900000012017", "牛奶巧克力 礼盒", "240g", "盒", 6900),
  };
  all[2].promo_price = Money(1590);
  all[9].member_price = Money(1490);
  return all;
}

FakeMember member(const char* name, const char* phone, const char* uid, const char* tier, int rank, std::int64_t rate,
                  std::int64_t points) {
  FakeMember made;
  made.phone = phone;
  made.uid = uid;
  made.panel.member_no = std::string("8800") + uid;
  made.panel.masked_name = name;
  made.panel.masked_phone = made.phone.substr(0, 3) + "****" + made.phone.substr(7);
  made.panel.tier_name = tier;
  made.panel.tier_rank = rank;
  made.panel.tier_rate = base::Rate(rate);
  made.panel.points = base::Points(points);
  return made;
}

till::CouponView coupon(const char* serial, std::int64_t face, std::int64_t rate, std::int64_t min, int days) {
  const base::BusinessDate expires = base::BusinessDate::of(2026, 3, 5).plusDays(days);
  return {serial, face == 0, Money(face), base::Rate(rate), Money(min), expires, min == 5000, false};
}

std::vector<FakeMember> makeMembers() {
  std::vector<FakeMember> all{
      member("李**", "13800000001", "04A1", "普通会员", 0, 10000, 86),
      member("陈*", "13800000002", "04A2", "银卡会员", 1, 9800, 2350),
      member("王*芳", "13800006021", "04A3", "金卡会员", 2, 9500, 12480),
      member("欧阳**", "13800000004", "04A4", "铂金会员", 3, 9000, 45210),
      member("周**", "13800000005", "04A5", "钻石会员", 4, 8800, 208340),
  };
  for (std::size_t at = 0; at + 1 < all.size(); ++at) {
    all[at].panel.next_tier = till::NextTier{"NEXT", all[at + 1].panel.tier_name, Money(50000), base::Points(1520)};
  }
  all[2].coupons = {coupon("10000000000000000001", 2000, 10000, 20000, 0),
                    coupon("10000000000000000002", 0, 8500, 0, 12),
                    coupon("10000000000000000003", 500, 10000, 999900, 40)};
  all[4].coupons = {
      coupon("10000000000000000004", 0, 7000, 0, 26), coupon("10000000000000000005", 1000, 10000, 5000, 2),
      coupon("10000000000000000006", 3000, 10000, 30000, 40), coupon("10000000000000000007", 5000, 10000, 40000, 90),
      coupon("10000000000000000008", 0, 9000, 10000, 120)};
  all[2].panel.birthday = true;
  all[2].panel.stored = Money(55000);
  all[2].panel.stored_bonus = Money(5000);
  all[2].panel.counts = {{"c1", "300001", "瑜伽课十次卡", 10, 8, base::BusinessDate::of(2026, 6, 1)}};
  all[2].panel.trust = ports::Trust::Authenticated;
  return all;
}

}  // namespace

FakeTill::FakeTill() : m_products(makeProducts()), m_members(makeMembers()) {
  m_no_discount["100008"] = true;
  m_now.store = {.store_no = "0001", .store_name = "人民路店", .position = "03", .demo = true};
  m_now.business_date = base::BusinessDate::of(2026, 3, 5);
  m_now.hq = till::HqView{.offline = true, .unsent = 128, .oldest_min = 42};
  m_now.readers = {{kReader, ports::ReaderKind::Sim, ports::ReaderState::Ready, ports::ReaderAdvice::None}};
  m_shown = std::make_shared<till::Snapshot>(m_now);
}

void FakeTill::publish() {
  ++m_now.revision;
  m_now.can_undo = !m_undo.empty();
  m_shown = std::make_shared<till::Snapshot>(m_now);
  if (m_listener) m_listener();
}

void FakeTill::edit(const std::function<void(till::Snapshot&)>& change) {
  change(m_now);
  if (m_now.notice) m_now.notice->serial = ++m_serial;
  publish();
}

void FakeTill::submit(till::Command command) {
  if (!std::holds_alternative<till::SearchProducts>(command)) m_now.notice.reset();
  std::visit([this](const auto& act) { handle(act); }, command);
  publish();
}

void FakeTill::say(NoticeKind kind, NoticeCode code, std::vector<std::string> args, bool can_undo) {
  m_now.notice = till::Notice{kind, code, std::move(args), std::nullopt, can_undo, ++m_serial};
}

void FakeTill::fail(ErrorCode code, std::string detail) {
  say(NoticeKind::Error, NoticeCode::Failed);
  m_now.notice->error = base::Error{code, std::move(detail)};
}

void FakeTill::handle(const till::AskRight& command) {
  asked.emplace_back(command);
  if (refuses_rights && command.approval.code.empty()) return fail(ErrorCode::NoRight, "manage_settings");
  say(NoticeKind::Good, NoticeCode::RightGiven, {"manage_settings"});
}

void FakeTill::handle(const till::SignIn& command) {
  if (command.operator_code != "1001") return fail(ErrorCode::UnknownOperator);
  if (command.pin != "123456") return fail(ErrorCode::WrongPin);
  m_now.op = till::OperatorView{"1001", "李娜", role};
  m_now.phase = Phase::Selling;
  say(NoticeKind::Good, NoticeCode::SignedIn, {"李娜"});
}

void FakeTill::handle(const till::SignOut&) {
  m_now.op.reset();
  m_now.phase = Phase::SignedOut;
}

void FakeTill::handle(const till::Enter& command) {
  if (m_now.phase == Phase::Receipt) handle(till::NextSale{});
  std::string code = command.text;
  base::Quantity quantity = base::kOnePiece;
  if (const auto star = code.find('*'); star != std::string::npos) {
    quantity = base::Quantity(1000 * std::stoll(code.substr(0, star)));
    code = code.substr(star + 1);
    if (code.empty()) return handle(till::SetQuantity{m_now.selected_line, quantity});
  }
  const auto found = std::find_if(m_products.begin(), m_products.end(),
                                  [&](const auto& item) { return item.barcode == code || item.sku == code; });
  if (found != m_products.end()) return add(*found, quantity);
  if (code.size() == 20) return handle(till::ToggleCoupon{code});
  if (code.find('-') != std::string::npos) return handle(till::BeginReturn{code});
  if (code.size() == 11) return handle(till::FindMember{code});
  if (code.find_first_not_of("0123456789") != std::string::npos) return handle(till::SearchProducts{code});
  fail(ErrorCode::UnknownProduct, code);
}

void FakeTill::handle(const till::AddProduct& command) {
  for (const auto& item : m_products) {
    if (item.sku == command.sku) add(item, command.quantity);
  }
}

void FakeTill::add(const till::ProductView& product, base::Quantity quantity) {
  remember();
  till::LineView line;
  line.line_id = m_next_line_id++;
  line.sku = product.sku;
  line.barcode = product.barcode;
  line.name = product.name;
  line.spec = product.spec;
  line.unit = product.unit;
  line.unit_price = product.price;
  line.weighed = product.unit == "kg";
  line.quantity = line.weighed ? base::Quantity(786) : quantity;
  line.no_member_discount = m_no_discount.count(product.sku) > 0;
  m_now.lines.push_back(line);
  m_now.selected_line = static_cast<int>(m_now.lines.size()) - 1;
  reprice();
  say(NoticeKind::Good, NoticeCode::ItemAdded, {product.name});
}

void FakeTill::handle(const till::SelectLine& command) { m_now.selected_line = command.line; }

void FakeTill::handle(const till::SetQuantity& command) {
  if (command.line < 0) return fail(ErrorCode::UnknownLine);
  remember();
  auto& line = m_now.lines.at(static_cast<std::size_t>(command.line));
  line.quantity = command.quantity;
  reprice();
  say(NoticeKind::Good, NoticeCode::QuantityChanged, {line.name, std::to_string(command.quantity.value())});
}

void FakeTill::handle(const till::VoidLine& command) {
  remember();
  const auto at = m_now.lines.begin() + command.line;
  const std::string name = at->name;
  m_now.lines.erase(at);
  m_now.selected_line = std::min(command.line, static_cast<int>(m_now.lines.size()) - 1);
  reprice();
  say(NoticeKind::Info, NoticeCode::LineVoided, {name}, true);
}

void FakeTill::remember() { m_undo.push_back({m_now.lines, m_now.selected_line}); }

void FakeTill::handle(const till::Undo&) {
  if (m_undo.empty()) return fail(ErrorCode::WrongState);
  m_now.lines = m_undo.back().lines;
  m_now.selected_line = m_undo.back().selected_line;
  m_undo.pop_back();
  reprice();
  say(NoticeKind::Info, NoticeCode::UndoDone);
}

void FakeTill::handle(const till::CancelSale&) {
  remember();
  m_now.lines.clear();
  m_now.selected_line = -1;
  reprice();
  say(NoticeKind::Info, NoticeCode::SaleCancelled, {}, true);
}

void FakeTill::handle(const till::SearchProducts& command) {
  m_now.search.reset();
  if (command.query.empty()) return;
  till::SearchView view;
  view.query = command.query;
  for (const auto& item : m_products) {
    const bool initials = command.query == "nn" && item.name.find("牛奶") != std::string::npos;
    if (initials || item.name.find(command.query) != std::string::npos || item.barcode == command.query) {
      view.hits.push_back(item);
    }
  }
  m_now.search = view;
}

void FakeTill::handle(const till::FindMember& command) {
  for (const auto& who : m_members) {
    if (who.phone == command.text) return attach(who);
  }
  fail(command.text.size() < 11 ? ErrorCode::BadPhone : ErrorCode::UnknownMember);
}

void FakeTill::handle(const till::OpenMemberDesk&) {
  m_now.member_desk.emplace();
  m_now.member_desk->open = true;
  m_now.member_desk->consent = "2026-01";
}

void FakeTill::handle(const till::CloseMemberDesk&) { m_now.member_desk.reset(); }

// Four digits are a choice at the checkout; a full number is one member.
void FakeTill::handle(const till::FindMembers& command) {
  const bool desk = m_now.member_desk && m_now.member_desk->open;
  if (command.text.size() != 4 && !desk) return handle(till::FindMember{command.text});
  if (!desk) m_now.member_desk.emplace();
  m_now.member_desk->hits.clear();
  for (const auto& who : m_members) {
    if (who.phone.ends_with(command.text))
      m_now.member_desk->hits.push_back({who.panel.member_no, who.panel.masked_name, who.panel.masked_phone,
                                         who.panel.tier_name, member::MemberStatus::Active});
  }
  if (m_now.member_desk->hits.empty()) fail(ErrorCode::UnknownMember);
}

void FakeTill::handle(const till::TakeMember& command) {
  m_now.member_desk.reset();
  for (const auto& who : m_members)
    if (who.panel.member_no == command.member_no) return attach(who);
  fail(ErrorCode::UnknownMember);
}

void FakeTill::attach(const FakeMember& who) {
  forgetBenefits();
  m_wallet = who.coupons;
  m_now.member = who.panel;
  reprice();
  say(NoticeKind::Good, NoticeCode::MemberAttached, {who.panel.masked_name});
}

void FakeTill::handle(const till::DetachMember&) {
  forgetBenefits();
  m_now.member.reset();
  reprice();
  say(NoticeKind::Info, NoticeCode::MemberDetached);
}

void FakeTill::handle(const till::Card& command) {
  if (std::holds_alternative<ports::CardRefused>(command.event)) {
    return say(NoticeKind::Error, NoticeCode::CardRefused,
               {std::string(ports::name(std::get<ports::CardRefused>(command.event).reason))});
  }
  const auto* read = std::get_if<ports::CardRead>(&command.event);
  if (read == nullptr) return;
  if (m_now.phase != Phase::Selling) return say(NoticeKind::Warning, NoticeCode::CardIgnored);
  if (read->credential == kBlockedUid) return fail(ErrorCode::CardBlocked);
  for (const auto& who : m_members) {
    if (who.uid == read->credential) return attach(who);
  }
  fail(ErrorCode::UnknownCard);
}

void FakeTill::tapCard(const std::string& uid) {
  submit(till::Card{ports::CardRead{{kReader, 1}, ports::CardClass::Uid, uid, ports::Trust::Claim, {}, 900}});
}

sale::Receipt FakeTill::makeReceipt(Money given) const {
  sale::Receipt receipt;
  receipt.receipt_no = "0001-03-1-" + std::to_string(m_receipts);
  receipt.store_name = m_now.store.store_name;
  receipt.position = m_now.store.position;
  receipt.operator_name = m_now.op->name;
  receipt.at = *base::LocalTime::parse("2026-03-05T14:32:00");
  receipt.business_date = m_now.business_date;
  receipt.demo = m_now.store.demo;
  for (const auto& line : m_now.lines) {
    receipt.lines.push_back({line.name, line.barcode, line.unit, line.quantity, line.unit_price, line.gross, line.final,
                             line.saving.value() > 0 ? "TIER" : "RETAIL"});
  }
  receipt.gross = m_now.totals.gross;
  receipt.savings.price = m_now.totals.saving;
  receipt.rounding = m_now.tender->rounding;
  receipt.total = m_now.tender->due;
  receipt.change = given - m_now.tender->due;
  receipt.tenders = {{"CASH", m_now.tender->due, given}};
  if (m_now.member) {
    receipt.member = sale::ReceiptMember{};
    receipt.member->member_no = "****6021";
    receipt.member->masked_name = m_now.member->masked_name;
    receipt.member->tier_name = m_now.member->tier_name;
    receipt.member->earned = m_now.member->earns;
    receipt.member->balance = m_now.member->points + m_now.member->earns;
  }
  return receipt;
}

void FakeTill::handle(const till::NextSale&) {
  m_now.receipt.reset();
  m_now.phase = Phase::Selling;
}

void FakeTill::handle(const till::ShowLastReceipt&) {
  if (!m_last_receipt) return fail(ErrorCode::UnknownReceipt);
  m_now.receipt = m_last_receipt;
  m_now.receipt->copy = true;
}

void FakeTill::handle(const till::DismissNotice&) {}

void FakeTill::reprice() {
  repriceLines();
  applyBenefits();
}

void FakeTill::repriceLines() {
  m_now.totals = {};
  m_now.explain.reset();
  for (auto& line : m_now.lines) {
    const auto item =
        std::find_if(m_products.begin(), m_products.end(), [&](const auto& it) { return it.sku == line.sku; });
    Money price = item->price;
    line.layer = till::PriceLayer::Retail;
    if (item->promo_price) {
      price = *item->promo_price;
      line.layer = till::PriceLayer::Promo;
    } else if (m_now.member && item->member_price) {
      price = *item->member_price;
      line.layer = till::PriceLayer::MemberPrice;
    } else if (m_now.member && !line.no_member_discount && m_now.member->tier_rate < base::kFullRate) {
      price = Money(base::mulDivHalfUp(price.value(), m_now.member->tier_rate.value(), base::kFullRate.value()));
      line.layer = till::PriceLayer::Tier;
    }
    line.gross = Money(base::mulDivHalfUp(item->price.value(), line.quantity.value(), base::kOnePiece.value()));
    line.final = Money(base::mulDivHalfUp(price.value(), line.quantity.value(), base::kOnePiece.value()));
    if (line.promotion) line.final = Money();  // a gift
    line.saving = line.gross - line.final;
    m_now.totals.gross += line.gross;
    m_now.totals.saving += line.saving;
    m_now.totals.due += line.final;
    m_now.totals.lines += 1;
    m_now.totals.pieces += line.weighed ? 1 : static_cast<int>(line.quantity.value() / base::kOnePiece.value());
  }
  if (m_now.member) m_now.member->earns = base::Points(m_now.totals.due.value() / 100);
}

std::vector<models::DemoCard> FakeReader::cards() const {
  std::vector<models::DemoCard> all;
  for (const auto& who : m_till.members()) {
    all.push_back({models::DemoCardKind::Member, who.uid, who.panel.tier_name, who.panel.tier_rank});
  }
  all.push_back({models::DemoCardKind::Blocked, kBlockedUid, {}, 0});
  all.push_back({models::DemoCardKind::Unknown, "04FFFFFFFFFFFF", {}, 0});
  all.push_back({models::DemoCardKind::RandomUid, {}, {}, 0});
  return all;
}

void FakeReader::tap(const models::DemoCard& card) {
  if (card.kind == models::DemoCardKind::RandomUid) {
    m_till.submit(till::Card{ports::CardRefused{kReader, ports::RefuseReason::RandomUid}});
  } else {
    m_till.tapCard(card.uid);
  }
}

void FakeReader::remove() { m_till.submit(till::Card{ports::CardRemoved{{kReader, 1}}}); }

void FakeReader::unplug() {
  m_till.edit([](till::Snapshot& now) {
    now.readers.at(0).state = ports::ReaderState::Gone;
    now.readers.at(0).advice = ports::ReaderAdvice::PlugReaderIn;
    now.notice = till::Notice{NoticeKind::Warning, NoticeCode::ReaderLost, {kReader, "plug_reader_in"}, {}, false, 0};
  });
}

void FakeReader::replug() {
  m_till.edit([](till::Snapshot& now) {
    now.readers.at(0).state = ports::ReaderState::Ready;
    now.readers.at(0).advice = ports::ReaderAdvice::None;
    now.notice = till::Notice{NoticeKind::Good, NoticeCode::ReaderReady, {kReader}, {}, false, 0};
  });
}

}  // namespace kahui::test
