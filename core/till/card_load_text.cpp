#include "core/till/card_load_text.hpp"

#include <nlohmann/json.hpp>

namespace kahui::till {

using nlohmann::json;

base::Points CardLoad::points() const {
  base::Points sum;
  for (const auto& lot : lots) sum += lot.points;
  return sum;
}

std::string cardLoadText(const CardLoad& load) {
  json lots = json::array();
  for (const auto& lot : load.lots) {
    json one{{"l", lot.lot}, {"c", lot.cashable}, {"p", lot.points.value()}};
    if (lot.expires) one["ex"] = lot.expires->iso();
    lots.push_back(std::move(one));
  }
  return json{{"no", load.member}, {"lots", std::move(lots)}}.dump();
}

base::Result<CardLoad> parseCardLoad(std::string_view text) try {
  const json read = json::parse(text);
  CardLoad load{read.at("no").get<std::int64_t>(), {}};
  for (const json& one : read.at("lots")) {
    journal::LotPart lot{one.at("l").get<std::string>(), one.at("c").get<bool>(),
                         base::Points(one.at("p").get<std::int64_t>()), std::nullopt};
    if (one.contains("ex")) {
      lot.expires = base::BusinessDate::parse(one.at("ex").get<std::string>());
      if (!lot.expires) return base::fail(base::ErrorCode::StoreCorrupt, "a load of points has no such day");
    }
    load.lots.push_back(std::move(lot));
  }
  return load;
} catch (const json::exception& error) {
  return base::fail(base::ErrorCode::StoreCorrupt, error.what());
}

}  // namespace kahui::till
