#include <fmt/format.h>

#include <algorithm>

#include "core/base/sha256.hpp"
#include "core/till/sale_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

// What was asked, in one fixed form: the same ref with another digest is another sale under a used name.
std::string digestOf(const SellRequest& request) {
  std::string text = request.operator_code;
  if (request.card) text += fmt::format("|c{}:{}", static_cast<int>(request.card->kind), request.card->value);
  for (const SellLine& line : request.lines)
    text += fmt::format("|l{}:{}:{}", line.barcode, line.sku, line.quantity.value());
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    const SellLine& line = request.lines[i];
    if (line.override_price) text += fmt::format("|o{}:{}", i, line.override_price->value());
    if (line.amount) text += fmt::format("|a{}:{}", i, line.amount->value());
    if (!line.offer.empty()) text += fmt::format("|f{}:{}", i, line.offer);
    if (!line.gift.empty()) text += fmt::format("|g{}:{}", i, line.gift);
  }
  for (const std::string& coupon : request.coupons) text += "|k" + coupon;
  if (request.points_max) text += "|pMAX";
  if (request.points > base::Points{}) text += fmt::format("|p{}", request.points.value());
  if (request.bill_discount.rate) text += fmt::format("|r{}", request.bill_discount.rate->value());
  if (request.bill_discount.minus) text += fmt::format("|m{}", request.bill_discount.minus->value());
  for (const pricing::Tender& tender : request.tenders) {
    text += fmt::format("|t{}:{}:{}", tender.type, tender.amount ? tender.amount->value() : -1,
                        tender.given ? tender.given->value() : -1);
    if (!tender.reference.empty()) text += ":" + tender.reference;
  }
  return base::toHex(base::sha256({base::asBytes(text)})).substr(0, 32);
}

// A whole track as a reader sends it, or the number alone.
std::string numberOfTrack2(const std::string& track) {
  const std::size_t begin = track.starts_with(';') ? 1 : 0;
  return track.substr(begin, track.find_first_of("=?", begin) - begin);
}

}  // namespace

base::Result<AttachedMember> SaleDesk::memberOf(const SellCard& card) {
  switch (card.kind) {
    case SellCard::Kind::Uid: {
      std::string uid = card.value;
      for (char& c : uid) c = c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
      return memberByCard({member::CredentialKind::Uid, uid}, ports::Trust::Claim);
    }
    case SellCard::Kind::Track2:
      return memberByCard({member::CredentialKind::Track2, numberOfTrack2(card.value)}, ports::Trust::Claim);
    case SellCard::Kind::Code: return memberByCard({member::CredentialKind::Code, card.value}, ports::Trust::Claim);
    case SellCard::Kind::Phone: return memberByText(card.value);
  }
  return base::fail(ErrorCode::UnknownCard);
}

base::Status SaleDesk::gather(const SellRequest& request, std::optional<AttachedMember>& member, Basket& basket) {
  if (request.card) {
    auto found = memberOf(*request.card);
    if (!found) return tl::unexpected(found.error());
    member = std::move(*found);
    KAHUI_TRY(loadBenefits(*member, request));
  }
  for (const SellLine& line : request.lines) {
    if (!line.gift.empty()) {
      auto gift = giftProduct(line.gift);
      if (!gift) return tl::unexpected(gift.error());
      KAHUI_TRY(basket.append(*gift, line.quantity, {.gift = line.gift}));
      continue;
    }
    auto item = line.sku.empty() ? m_store->productByBarcode(line.barcode) : m_store->productBySku(line.sku);
    if (!item) return tl::unexpected(item.error());
    if (!*item) return base::fail(ErrorCode::UnknownProduct, line.barcode.empty() ? line.sku : line.barcode);
    KAHUI_TRY(basket.append(*item, line.quantity,
                            {.override_price = line.override_price, .amount = line.amount, .offer = line.offer}));
  }
  BillWish wish;
  wish.points = request.points;
  wish.points_max = request.points_max;
  wish.discount = request.bill_discount;
  for (const std::string& serial : request.coupons) {
    auto found = coupon(serial, member);
    if (!found) return tl::unexpected(found.error());
    const bool twice = std::any_of(wish.coupons.begin(), wish.coupons.end(),
                                   [&](const auto& other) { return other.serial == serial; });
    if (twice) return base::fail(ErrorCode::CouponNotUsable, "TWICE");
    wish.coupons.push_back(std::move(*found));
  }
  basket.wish(std::move(wish));
  return {};
}

SellAnswer SaleDesk::sell(const SellRequest& request) {
  const std::string digest = request.ref.empty() ? std::string() : digestOf(request);
  if (!request.ref.empty()) {
    const auto known = m_store->saleByRef(request.ref);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      const auto* document = std::get_if<journal::SaleCompleted>(&(*known)->event.payload);
      if (document == nullptr) return base::fail(ErrorCode::RefConflict, "of a return");
      if (document->ref_digest != digest) return base::fail(ErrorCode::RefConflict, document->receipt_no);
      auto answer = answerOf((*known)->event);
      if (answer) answer->repeated = true;
      return answer;
    }
  }
  if (!hasCurrentShift()) {  // and with it the day's jobs, before the member is looked at
    const auto opener = staff(request.operator_code);
    if (!opener) return tl::unexpected(opener.error());
    if (const auto shift = shiftFor(*opener); !shift) return tl::unexpected(shift.error());
  }
  base::Result<ports::Staff> seller;
  std::optional<AttachedMember> member;
  Basket basket;
  KAHUI_TRY(m_store->readTogether([&]() -> base::Status {
    seller = staff(request.operator_code);
    return seller ? gather(request, member, basket) : tl::unexpected(seller.error());
  }));
  if (member && !request.member_pin.empty()) {  // a wrong one is counted, so it is written
    KAHUI_TRY(verifyMemberPin(*member, request.member_pin));
    BillWish proven = basket.wish();
    proven.pin_shown = true;
    basket.wish(std::move(proven));
  }
  const auto done = complete({basket.lines(), member, basket.wish(), request.tenders}, *seller, request.ref, digest);
  if (!done) return tl::unexpected(done.error());
  return answerOf(*done);
}

// From the document and not from the evaluation, so that a repeated answer is the first one, key by key.
SellAnswer SaleDesk::answerOf(const journal::Event& event) {
  const auto& document = std::get<journal::SaleCompleted>(event.payload);
  const auto rules = rulesOf(event.rules_version);
  if (!rules) return tl::unexpected(rules.error());
  auto result = sale::saleResultOf(document, **rules);
  if (!result) return tl::unexpected(result.error());
  SellDone answer;
  answer.sale_id = event.id;
  answer.receipt_no = document.receipt_no;
  if (document.member) answer.member_no = member::MemberNo(document.member->no).text();
  if (document.member) {
    for (const auto& benefit : document.member->benefits)
      if (!benefit.serial.empty()) answer.coupons_issued.push_back(benefit.serial);
  }
  answer.result = std::move(*result);
  answer.rules = *rules;
  return answer;
}

}  // namespace kahui::till
