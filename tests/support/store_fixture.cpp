#include "tests/support/store_fixture.hpp"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/base/check_digit.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::test {

StoreFixture::StoreFixture(const std::string& vfs, const std::string& over)
    : clock(std::make_shared<base::ManualClock>(*base::LocalTime::parse("2025-03-12T10:15:00"))),
      random(std::make_shared<base::SeededRandom>(42)) {
  setenv("KAHUI_KEY_DIR", (folder.path() / "keys").c_str(), 1);
  std::ifstream file(KAHUI_SOURCE_DIR "/resources/presets/five-tiers.json");
  const auto pack = programme::mergeConfig(nlohmann::json::parse(file), nlohmann::json::parse(over));
  store::NewStore fresh;
  fresh.info.store_no = "0001";
  fresh.info.store_name = "人民路店";
  fresh.info.position = "03";
  fresh.info.zone = "Asia/Shanghai";
  fresh.info.language = "zh_CN";
  fresh.rule_pack.json = pack.dump();
  fresh.rule_pack.version = pack["version"].get<std::string>();
  fresh.rule_pack.valid_from = "2000-01-01T00:00:00";
  if (const auto made = store::SqliteStore::create(path(), fresh, *random, vfs); !made)
    throw std::runtime_error(made.error().detail);
}

std::unique_ptr<store::SqliteStore> StoreFixture::open(store::SqliteStore::Options options) {
  if (!options.clock) options.clock = clock;
  if (!options.random) options.random = random;
  auto opened = store::SqliteStore::open(path(), std::move(options));
  if (!opened) throw std::runtime_error(std::string(base::codeName(opened.error().code)) + " " + opened.error().detail);
  return std::move(*opened);
}

journal::Draft saleDraft(const base::Clock& clock, base::RandomSource& random, const std::string& ref) {
  journal::SaleCompleted sale;
  sale.ref = ref;
  sale.operator_code = "1001";
  sale.operator_name = "李";
  journal::SoldLine line;
  line.sku = "S1";
  line.name = "纯牛奶";
  line.quantity = base::Quantity(2000);
  line.unit_price = base::Money(350);
  line.gross = line.after_price = line.final = line.tier_measure = base::Money(700);
  line.layer = "RETAIL";
  sale.lines = {line};
  sale.tenders = {{"CASH", base::Money(700), base::Money(1000)}};
  sale.gross = sale.total = base::Money(700);
  sale.change = base::Money(300);
  journal::Draft draft;
  draft.at = clock.now();
  draft.id = base::Id::make(draft.at.utc_ms, random);
  draft.business_date = draft.at.local().date();
  draft.rules_version = "five-tiers-1";
  draft.payload = std::move(sale);
  return draft;
}

catalog::Product product(int number, base::Money price) {
  catalog::Product product;
  product.sku = fmt::format("S{}", number);
  const std::string body = fmt::format("690{:09}", number);
  product.barcode = body + *base::eanCheckDigit(body);
  product.name = fmt::format("商品{}", number);
  product.category = "food";
  product.unit = "件";
  product.pinyin = "sp";
  product.price = price;
  return product;
}

member::Credential cardOf(int number) { return {member::CredentialKind::Uid, fmt::format("04{:012X}", number)}; }

ports::MemberToJoin member(int number, const std::string& tier) {
  ports::MemberToJoin joining;
  joining.tier = tier;
  joining.profile.name = "王小芳";
  joining.profile.phone = fmt::format("138{:08}", number);
  joining.profile.cards = {cardOf(number)};
  joining.consent = "test";
  joining.source = "test";
  return joining;
}

}  // namespace kahui::test
