#include <unordered_map>

#include "core/base/check_digit.hpp"
#include "core/base/text.hpp"
#include "core/store/csv_table.hpp"
#include "core/store/import.hpp"

namespace kahui::store {

namespace {

const std::vector<std::string> kImportProductsColumns{"sku",
                                                      "barcode",
                                                      "name",
                                                      "spec",
                                                      "category",
                                                      "brand",
                                                      "price_fen",
                                                      "unit",
                                                      "promo_price_fen",
                                                      "member_price_fen",
                                                      "flags",
                                                      "pinyin",
                                                      "min_rate_bp",
                                                      "pay_pct",
                                                      "cost_fen",
                                                      "uses",
                                                      "valid_days",
                                                      "members_from",
                                                      "guests_from"};

const std::unordered_map<std::string_view, bool catalog::Product::*> kImportProductsFlags{
    {"weighed", &catalog::Product::weighed},
    {"promo_needs_card", &catalog::Product::promo_needs_card},
    {"no_member_discount", &catalog::Product::no_member_discount},
    {"no_points", &catalog::Product::no_points},
    {"no_promotion", &catalog::Product::no_promotion},
    {"no_bill_discount", &catalog::Product::no_bill_discount},
    {"no_coupon", &catalog::Product::no_coupon},
    {"no_tier_credit", &catalog::Product::no_tier_credit},
    {"birthday_only", &catalog::Product::birthday_only}};

// Reads one row; the first fault ends it.
class RowReader {
 public:
  RowReader(const CsvTable& table, const base::CsvRow& row) : m_table(table), m_row(row) {}

  base::Result<catalog::Product> read() {
    catalog::Product product;
    product.sku = text("sku", true);
    product.barcode = text("barcode", false);
    product.name = text("name", true);
    product.spec = text("spec", false);
    product.category = text("category", true);
    product.brand = text("brand", false);
    product.unit = text("unit", false);
    product.pinyin = text("pinyin", false);
    product.price = base::Money(number("price_fen", 0, base::kMaxUnitPrice.value()).value_or(0));
    if (m_table.cell(m_row, "price_fen").empty()) fault("price_fen: missing");
    product.promo_price = money("promo_price_fen");
    product.member_price = money("member_price_fen");
    product.cost = money("cost_fen");
    product.min_rate = base::Rate(number("min_rate_bp", 0, base::kFullRate.value()).value_or(0));
    if (const auto pay = number("pay_pct", 0, 100); pay) product.pay_pct = static_cast<int>(*pay);
    product.uses = static_cast<int>(number("uses", 0, 9999).value_or(0));
    product.valid_days = static_cast<int>(number("valid_days", 0, 36500).value_or(0));
    product.members_from = day("members_from");
    product.guests_from = day("guests_from");
    if (product.members_from && product.guests_from && *product.guests_from < *product.members_from)
      fault("guests_from: before members_from");
    readFlags(product);
    if (product.uses > 0 && product.weighed) fault("uses: not of goods that are weighed");
    if (!product.barcode.empty() && !base::validEan(product.barcode))
      fault("barcode: not an EAN-8 or EAN-13 with its check digit");
    if (!m_fault.empty()) return base::fail(base::ErrorCode::BadInput, m_fault);
    return product;
  }

 private:
  void fault(std::string reason) {
    if (m_fault.empty()) m_fault = std::move(reason);
  }

  std::string text(const char* column, bool needed) {
    constexpr std::size_t kMost = 200;
    const std::string_view value = m_table.cell(m_row, column);
    if (needed && value.empty()) fault(std::string(column) + ": missing");
    if (value.size() > kMost || !base::isCleanUtf8(value)) fault(std::string(column) + ": at most 200 bytes of UTF-8");
    return std::string(value);
  }

  std::optional<std::int64_t> number(const char* column, std::int64_t low, std::int64_t high) {
    const std::string_view value = m_table.cell(m_row, column);
    if (value.empty()) return std::nullopt;
    const auto parsed = wholeNumber(value, low, high);
    if (!parsed)
      fault(std::string(column) + ": a whole number from " + std::to_string(low) + " to " + std::to_string(high) +
            " is expected");
    return parsed;
  }

  std::optional<base::Money> money(const char* column) {
    const auto value = number(column, 0, base::kMaxUnitPrice.value());
    return value ? std::optional(base::Money(*value)) : std::nullopt;
  }

  std::optional<base::BusinessDate> day(const char* column) {
    const std::string_view value = m_table.cell(m_row, column);
    if (value.empty()) return std::nullopt;
    const auto parsed = base::BusinessDate::parse(value);
    if (!parsed) fault(std::string(column) + ": a day as 2025-03-12 is expected");
    return parsed;
  }

  void readFlags(catalog::Product& product) {
    std::string_view rest = m_table.cell(m_row, "flags");
    while (!rest.empty()) {
      const auto bar = rest.find('|');
      const auto flag = kImportProductsFlags.find(rest.substr(0, bar));
      if (flag == kImportProductsFlags.end()) return fault("flags: unknown flag " + std::string(rest.substr(0, bar)));
      product.*flag->second = true;
      rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
    }
  }

  const CsvTable& m_table;
  const base::CsvRow& m_row;
  std::string m_fault;
};

}  // namespace

base::Result<std::vector<catalog::Product>> readProducts(std::string_view csv) {
  const auto table = CsvTable::parse(csv, kImportProductsColumns, {"sku", "name", "category", "price_fen"});
  if (!table) return tl::unexpected(table.error());
  std::vector<catalog::Product> products;
  for (const base::CsvRow& row : table->rows()) {
    auto product = RowReader(*table, row).read();
    if (!product)
      return base::fail(base::ErrorCode::BadInput, "line " + std::to_string(row.line) + ": " + product.error().detail);
    products.push_back(std::move(*product));
  }
  return products;
}

base::Result<ImportReport> importProducts(SqliteStore& store, std::string_view csv, bool dry_run) {
  const auto table = CsvTable::parse(csv, kImportProductsColumns, {"sku", "name", "category", "price_fen"});
  if (!table) return tl::unexpected(table.error());
  ImportReport report;
  std::vector<catalog::Product> good;
  std::unordered_map<std::string, std::size_t> sku_by_barcode;
  for (const base::CsvRow& row : table->rows()) {
    ++report.rows;
    auto product = RowReader(*table, row).read();
    if (product && !product->barcode.empty()) {
      const auto known = store.productByBarcode(product->barcode);
      if (!known) return tl::unexpected(known.error());
      const bool elsewhere =
          (*known && (*known)->sku != product->sku) || !sku_by_barcode.emplace(product->barcode, row.line).second;
      if (elsewhere) product = base::fail(base::ErrorCode::BadInput, "barcode: already in use by another product");
    }
    if (product) {
      good.push_back(std::move(*product));
    } else {
      report.bad.push_back({row.line, product.error().detail});
    }
  }
  report.imported = good.size();
  if (dry_run) return report;
  constexpr std::size_t kBatch = 500;
  for (std::size_t at = 0; at < good.size(); at += kBatch) {
    KAHUI_TRY(store.putProducts(std::span(good).subspan(at, std::min(kBatch, good.size() - at))));
  }
  return report;
}

}  // namespace kahui::store
