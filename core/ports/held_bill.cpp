#include "core/ports/held_bill.hpp"

#include <nlohmann/json.hpp>

namespace kahui::ports {

namespace {

using nlohmann::json;

json textOf(const HeldWish& wish) {
  json out{{"by", wish.credential}, {"tr", static_cast<int>(wish.trust)}};
  if (wish.points != base::Points{}) out["u"] = wish.points.value();
  if (wish.points_max) out["um"] = 1;
  if (!wish.coupons.empty()) out["cp"] = wish.coupons;
  if (wish.rate) out["dr"] = wish.rate->value();
  if (wish.minus) out["dm"] = wish.minus->value();
  if (!wish.approver.empty()) out["ap"] = wish.approver;
  return out;
}

std::optional<base::Money> moneyIn(const json& one, const char* key) {
  return one.contains(key) ? std::optional(base::Money(one[key].get<std::int64_t>())) : std::nullopt;
}

HeldWish wishIn(const json& out) {
  HeldWish wish;
  wish.points = base::Points(out.value("u", std::int64_t{0}));
  wish.points_max = out.contains("um");
  wish.coupons = out.value("cp", std::vector<std::string>());
  if (out.contains("dr")) wish.rate = base::Rate(out["dr"].get<std::int64_t>());
  wish.minus = moneyIn(out, "dm");
  wish.approver = out.value("ap", std::string());
  wish.credential = out.value("by", std::string());
  wish.trust = static_cast<Trust>(out.value("tr", 0));
  return wish;
}

}  // namespace

std::string heldContent(const HeldBill& bill) {
  json list = json::array();
  for (const auto& line : bill.lines) {
    json one{{"k", line.sku}, {"q", line.quantity.value()}};
    if (line.override_price) one["ov"] = line.override_price->value();
    if (line.amount) one["am"] = line.amount->value();
    if (!line.offer.empty()) one["of"] = line.offer;
    if (!line.count_card.empty()) one["cc"] = line.count_card;
    if (!line.gift.empty()) one["gf"] = line.gift;
    list.push_back(std::move(one));
  }
  return json{{"l", std::move(list)}, {"w", textOf(bill.wish)}}.dump();
}

// An earlier program wrote the list of lines alone.
bool readHeldContent(std::string_view text, HeldBill& bill) {
  try {
    const json content = json::parse(text);
    for (const auto& one : content.is_array() ? content : content.at("l"))
      bill.lines.push_back({one.value("k", std::string()), base::Quantity(one.value("q", std::int64_t{0})),
                            moneyIn(one, "ov"), moneyIn(one, "am"), one.value("of", std::string()),
                            one.value("cc", std::string()), one.value("gf", std::string())});
    if (content.is_object()) bill.wish = wishIn(content.at("w"));
    return true;
  } catch (const json::exception&) {
    return false;
  }
}

}  // namespace kahui::ports
