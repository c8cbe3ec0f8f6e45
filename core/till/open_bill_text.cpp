#include "core/till/open_bill_text.hpp"

#include "core/base/json_writer.hpp"
#include "core/journal/json_reader.hpp"

namespace kahui::till {

namespace {

using nlohmann::json;

void optional(base::JsonWriter& out, std::string_view key, const std::optional<base::Money>& money) {
  if (money) out.field(key, money->value());
}

void writeWish(base::JsonWriter& out, const BillWish& wish) {
  if (wish.points > base::Points{}) out.field("u", wish.points.value());
  if (wish.points_max) out.field("um", std::int64_t{1});
  if (wish.discount.rate) out.field("dr", wish.discount.rate->value());
  optional(out, "dm", wish.discount.minus);
  out.fieldIfAny("ap", wish.approver);
  if (wish.pin_shown) out.field("pin", std::int64_t{1});
}

KeptBill read(const json& object) {
  using namespace journal;
  KeptBill bill;
  bill.at = {number(object, "at"), static_cast<int>(number(object, "tz"))};
  bill.total = money(object, "t");
  bill.operator_code = text(object, "op");
  bill.member = number(object, "no", 0);
  bill.credential = text(object, "by", "");
  bill.trust = static_cast<ports::Trust>(number(object, "tr", 0));
  for (const json& line : array(object, "l"))
    bill.lines.push_back({text(line, "k"), base::Quantity(number(line, "q")), optionalMoney(line, "ov"),
                          optionalMoney(line, "am"), text(line, "of", ""), text(line, "cc", ""), text(line, "gf", "")});
  for (const json& coupon : optionalArray(object, "cp")) bill.coupons.push_back(coupon.get<std::string>());
  bill.wish.points = base::Points(number(object, "u", 0));
  bill.wish.points_max = flag(object, "um");
  if (object.contains("dr")) bill.wish.discount.rate = base::Rate(number(object, "dr"));
  bill.wish.discount.minus = optionalMoney(object, "dm");
  bill.wish.approver = text(object, "ap", "");
  bill.wish.pin_shown = flag(object, "pin");
  for (const json& tender : optionalArray(object, "x"))
    bill.taken.push_back(
        {text(tender, "t"), money(tender, "a"), std::nullopt, text(tender, "rf", ""), text(tender, "pm", "")});
  return bill;
}

}  // namespace

std::string openBillText(const KeptBill& bill) {
  std::string kept;
  base::JsonWriter out(kept);
  out.beginObject();
  out.field("at", bill.at.utc_ms);
  out.field("tz", std::int64_t{bill.at.offset_min});
  out.field("t", bill.total.value());
  out.field("op", bill.operator_code);
  if (bill.member != 0) {
    out.field("no", bill.member);
    out.field("by", bill.credential);
    out.field("tr", static_cast<std::int64_t>(bill.trust));
  }
  out.beginArray("l");
  for (const KeptLine& line : bill.lines) {
    out.beginObject();
    out.field("k", line.sku);
    out.field("q", line.quantity.value());
    optional(out, "ov", line.override_price);
    optional(out, "am", line.amount);
    out.fieldIfAny("of", line.offer);
    out.fieldIfAny("cc", line.count_card);
    out.fieldIfAny("gf", line.gift);
    out.endObject();
  }
  out.endArray();
  if (!bill.coupons.empty()) {
    out.beginArray("cp");
    for (const std::string& coupon : bill.coupons) out.element(std::string_view(coupon));
    out.endArray();
  }
  writeWish(out, bill.wish);
  if (!bill.taken.empty()) {
    out.beginArray("x");
    for (const pricing::Tender& tender : bill.taken) {
      out.beginObject();
      out.field("t", tender.type);
      out.field("a", tender.amount.value_or(base::Money{}).value());
      out.fieldIfAny("rf", tender.reference);
      out.fieldIfAny("pm", tender.payment);
      out.endObject();
    }
    out.endArray();
  }
  out.endObject();
  return kept;
}

base::Result<KeptBill> parseOpenBill(std::string_view text) {
  try {
    return read(json::parse(text));
  } catch (const journal::Malformed& malformed) {
    return base::fail(base::ErrorCode::BadInput, malformed.what);
  } catch (const json::exception& error) {
    return base::fail(base::ErrorCode::BadInput, error.what());
  }
}

}  // namespace kahui::till
