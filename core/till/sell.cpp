#include <fmt/format.h>

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
  for (const pricing::Tender& tender : request.tenders) {
    text += fmt::format("|t{}:{}:{}", tender.type, tender.amount ? tender.amount->value() : -1,
                        tender.given ? tender.given->value() : -1);
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
  }
  for (const SellLine& line : request.lines) {
    auto item = line.sku.empty() ? m_store->productByBarcode(line.barcode) : m_store->productBySku(line.sku);
    if (!item) return tl::unexpected(item.error());
    if (!*item) return base::fail(ErrorCode::UnknownProduct, line.barcode.empty() ? line.sku : line.barcode);
    KAHUI_TRY(basket.append(**item, line.quantity));
  }
  return {};
}

SellAnswer SaleDesk::sell(const SellRequest& request) {
  const std::string digest = request.ref.empty() ? std::string() : digestOf(request);
  if (!request.ref.empty()) {
    const auto known = m_store->saleByRef(request.ref);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      const auto& document = std::get<journal::SaleCompleted>((*known)->event.payload);
      if (document.ref_digest != digest) return base::fail(ErrorCode::RefConflict, document.receipt_no);
      auto answer = answerOf((*known)->event);
      if (answer) answer->repeated = true;
      return answer;
    }
  }
  const auto seller = staff(request.operator_code);
  if (!seller) return tl::unexpected(seller.error());
  std::optional<AttachedMember> member;
  Basket basket;
  KAHUI_TRY(m_store->readTogether([&] { return gather(request, member, basket); }));
  const auto done = complete(basket.lines(), member, request.tenders, *seller, request.ref, digest);
  if (!done) return tl::unexpected(done.error());
  return answerOf(done->event);
}

// From the document and not from the evaluation, so that a repeated answer is the first one, key by key.
SellAnswer SaleDesk::answerOf(const journal::Event& event) {
  const auto& document = std::get<journal::SaleCompleted>(event.payload);
  auto result = sale::saleResultOf(document, m_rules);
  if (!result) return tl::unexpected(result.error());
  SellDone answer;
  answer.sale_id = event.id;
  answer.receipt_no = document.receipt_no;
  if (document.member) answer.member_no = member::MemberNo(document.member->no).text();
  answer.result = std::move(*result);
  return answer;
}

}  // namespace kahui::till
