#include "app/local/sell_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "app/local/line_json.hpp"
#include "core/sale/sale_json.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;

namespace {

till::SellCard readCard(const json& card) {
  onlyKeys(card, "card", {"uid", "track2", "code", "phone"});
  using Kind = till::SellCard::Kind;
  constexpr std::array<std::pair<const char*, Kind>, 4> kKinds{
      {{"uid", Kind::Uid}, {"track2", Kind::Track2}, {"code", Kind::Code}, {"phone", Kind::Phone}}};
  if (card.size() != 1) throw Refused{ErrorCode::BadInput, "card: one of uid, track2, code, phone is expected"};
  for (const auto& [key, kind] : kKinds) {
    if (card.contains(key)) return {kind, text(card, key, "card")};
  }
  throw Refused{ErrorCode::BadInput, "card"};
}

till::SellLine readSellLine(const json& line, const std::string& where) {
  onlyKeys(line, where, {"barcode", "sku", "qty_milli", "override_price_fen", "amount_fen", "offer", "gift"});
  till::SellLine sold{text(line, "barcode", where), text(line, "sku", where)};
  sold.gift = text(line, "gift", where);
  const int named = int{!sold.barcode.empty()} + int{!sold.sku.empty()} + int{!sold.gift.empty()};
  if (named != 1) throw Refused{ErrorCode::BadInput, where + ": barcode, sku or gift is expected, one of them"};
  if (const auto quantity = number(line, "qty_milli", where); quantity) sold.quantity = base::Quantity(*quantity);
  if (const auto price = number(line, "override_price_fen", where); price) sold.override_price = base::Money(*price);
  if (const auto amount = number(line, "amount_fen", where); amount) sold.amount = base::Money(*amount);
  sold.offer = text(line, "offer", where);
  return sold;
}

pricing::BillDiscount readDiscount(const json& discount) {
  onlyKeys(discount, "bill_discount", {"rate_bp", "minus_fen"});
  pricing::BillDiscount read;
  if (const auto rate = number(discount, "rate_bp", "bill_discount"); rate) read.rate = base::Rate(*rate);
  if (const auto minus = number(discount, "minus_fen", "bill_discount"); minus) read.minus = base::Money(*minus);
  if (read.rate.has_value() == read.minus.has_value())
    throw Refused{ErrorCode::BadInput, "bill_discount: rate_bp or minus_fen is expected, one of them"};
  return read;
}

void readPoints(const json& object, till::SellRequest& request) {
  if (object.contains("points") && object["points"] == "MAX") {
    request.points_max = true;
    return;
  }
  const auto points = number(object, "points", "sale");
  if (points && *points < 0) throw Refused{ErrorCode::OutOfRange, "points: a number from 0, or \"MAX\""};
  request.points = base::Points(points.value_or(0));
}

// What a sale and a return begin with.
template <class Request>
void readHead(const json& object, Request& request) {
  request.ref = text(object, "ref", "request");
  request.operator_code = text(object, "operator", "request");
  if (request.operator_code.empty()) throw Refused{ErrorCode::BadInput, "operator: missing"};
  if (request.ref.size() > 200) throw Refused{ErrorCode::OutOfRange, "ref: at most 200 bytes"};
}

till::SellRequest sellRequest(const json& object) {
  onlyKeys(object, "sale",
           {"ref", "operator", "card", "lines", "coupons", "points", "member_pin", "bill_discount", "tenders"});
  till::SellRequest request;
  readHead(object, request);
  if (object.contains("card") && !object["card"].is_null()) request.card = readCard(object["card"]);
  for (const json& line : list(object, "lines"))
    request.lines.push_back(readSellLine(line, "lines[" + std::to_string(request.lines.size()) + "]"));
  for (const json& coupon : list(object, "coupons")) {
    if (!coupon.is_string()) throw Refused{ErrorCode::BadInput, "coupons: serials are expected, as strings"};
    request.coupons.push_back(coupon.get<std::string>());
  }
  readPoints(object, request);
  request.member_pin = text(object, "member_pin", "sale");
  if (object.contains("bill_discount") && !object["bill_discount"].is_null())
    request.bill_discount = readDiscount(object["bill_discount"]);
  for (const json& tender : list(object, "tenders"))
    request.tenders.push_back(readTender(tender, "tenders[" + std::to_string(request.tenders.size()) + "]"));
  return request;
}

till::ReturnRequest readReturn(const json& object) {
  onlyKeys(object, "return", {"ref", "operator", "approver", "receipt_no", "lines"});
  till::ReturnRequest request;
  readHead(object, request);
  request.approver = text(object, "approver", "return");
  request.receipt_no = text(object, "receipt_no", "return");
  if (request.receipt_no.empty()) throw Refused{ErrorCode::BadInput, "receipt_no: missing"};
  for (const json& line : list(object, "lines")) {
    const std::string where = "lines[" + std::to_string(request.lines.size()) + "]";
    onlyKeys(line, where, {"line", "qty_milli"});
    const auto index = number(line, "line", where);
    if (!index || *index < 0) throw Refused{ErrorCode::BadInput, where + ".line: a number from 0 is expected"};
    const auto quantity = number(line, "qty_milli", where);
    if (!quantity) throw Refused{ErrorCode::BadInput, where + ".qty_milli: missing"};
    request.lines.push_back({static_cast<std::size_t>(*index), base::Quantity(*quantity)});
  }
  return request;
}

nlohmann::ordered_json lotsJson(const std::vector<journal::LotPart>& lots) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& lot : lots) {
    list.push_back({{"id", lot.lot},
                    {"cls", lot.cashable ? "CASHABLE" : "NONCASH"},
                    {"points", lot.points.value()},
                    {"expires", lot.expires ? nlohmann::ordered_json(lot.expires->iso()) : nlohmann::ordered_json()}});
  }
  return list;
}

// In the form of `evaluate`'s refund.
nlohmann::ordered_json refundJson(const journal::SaleReturned& document) {
  nlohmann::ordered_json out;
  out["value_of_goods"] = document.value.value();
  out["refund"] = document.refund.value();
  out["refund_tenders"] = nlohmann::ordered_json::array();
  for (const auto& tender : document.tenders)
    out["refund_tenders"].push_back({{"type", tender.type}, {"amount", tender.amount.value()}});
  if (!document.coupon.empty()) out["coupon"] = document.coupon;
  if (!document.gift.empty()) out["gift"] = document.gift;
  if (!document.return_coupon.empty()) out["return_coupon"] = document.return_coupon;
  if (!document.member) return out;
  const journal::ReturnedMember& member = *document.member;
  out["points_returned"] = lotsJson(member.restored);
  out["points_reversed"] = member.earned_reversed.value() + member.benefits_reversed.value();
  if (member.charged.value() > 0) out["points_charged"] = member.charged.value();
  out["noncash_balance_after"] = member.noncash_after.value();
  out["points_balance_after"] = member.balance_after.value();
  out["tier_after"] = member.tier_after;
  return out;
}

}  // namespace

base::Result<till::SellRequest> parseSellRequest(std::string_view line) { return parseLine(line, sellRequest); }

base::Result<till::ReturnRequest> parseReturnRequest(std::string_view line) { return parseLine(line, readReturn); }

std::string answerJson(const std::string& ref, const till::SellAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  out["sale_id"] = answer->sale_id.hex();
  out["receipt_no"] = answer->receipt_no;
  if (answer->member_no) out["member"] = *answer->member_no;
  out["result"] = sale::toJson(answer->result, pricing::SaleInput{}, *answer->rules);
  if (!answer->coupons_issued.empty()) out["coupons_issued"] = answer->coupons_issued;
  if (answer->repeated) out["repeated"] = true;
  return out.dump();
}

std::string answerJson(const std::string& ref, const till::ReturnAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  out["return_id"] = answer->return_id.hex();
  out["receipt_no"] = answer->receipt_no;
  out["sale_receipt_no"] = answer->sale_receipt_no;
  if (answer->member_no) out["member"] = *answer->member_no;
  out["result"] = refundJson(answer->document);
  if (answer->repeated) out["repeated"] = true;
  return out.dump();
}

}  // namespace kahui::local
