#include <fmt/format.h>

#include "core/store/blob.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

namespace {

#define KAHUI_PRODUCT_COLUMNS                                                                                      \
  "sku, barcode, name, spec, category, brand, unit, pinyin, price, promo_price, member_price, min_rate, pay_pct, " \
  "flags, cost, uses, valid_days, members_from, guests_from"

struct Flag {
  int bit;
  bool catalog::Product::*member;
};
constexpr Flag kStoreCatalogFlags[] = {
    {1, &catalog::Product::promo_needs_card},   {2, &catalog::Product::weighed},
    {4, &catalog::Product::no_member_discount}, {8, &catalog::Product::no_points},
    {16, &catalog::Product::no_promotion},      {32, &catalog::Product::no_bill_discount},
    {64, &catalog::Product::no_coupon},         {128, &catalog::Product::no_tier_credit},
    {256, &catalog::Product::birthday_only}};

catalog::Product readProduct(SQLite::Statement& row) {
  const auto text = [&](int column) { return row.getColumn(column).getString(); };
  const auto money = [&](int column) -> std::optional<base::Money> {
    if (row.getColumn(column).isNull()) return std::nullopt;
    return base::Money(row.getColumn(column).getInt64());
  };
  catalog::Product product;
  product.sku = text(0);
  product.barcode = text(1);
  product.name = text(2);
  product.spec = text(3);
  product.category = text(4);
  product.brand = text(5);
  product.unit = text(6);
  product.pinyin = text(7);
  product.price = *money(8);
  product.promo_price = money(9);
  product.member_price = money(10);
  product.min_rate = base::Rate(row.getColumn(11).getInt64());
  if (!row.getColumn(12).isNull()) product.pay_pct = row.getColumn(12).getInt();
  for (const Flag& flag : kStoreCatalogFlags) product.*flag.member = (row.getColumn(13).getInt() & flag.bit) != 0;
  product.cost = money(14);
  product.uses = row.getColumn(15).getInt();
  product.valid_days = row.getColumn(16).getInt();
  product.members_from = dateOf(row.getColumn(17));
  product.guests_from = dateOf(row.getColumn(18));
  return product;
}

// A code that names no product is not kept: it is rare, and may be a product a moment later.
base::Result<ports::FoundProduct> findProduct(ProductCache& cache, Connection& connection, const char* sql,
                                              std::string_view code) {
  if (auto known = cache.find(code)) return known;
  return guarded([&]() -> base::Result<ports::FoundProduct> {
    auto query = connection.statement(sql);
    query.bind(1, std::string(code));
    if (!query.executeStep()) return ports::FoundProduct();
    auto product = std::make_shared<const catalog::Product>(readProduct(query));
    cache.put(code, product);
    return product;
  });
}

std::string likeText(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') escaped.push_back('\\');
    escaped.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return escaped;
}

void bindProduct(SQLite::Statement& insert, const catalog::Product& product) {
  const auto optionalMoney = [&](int index, const std::optional<base::Money>& money) {
    if (money) {
      insert.bind(index, money->value());
    } else {
      insert.bind(index);
    }
  };
  int flags = 0;
  for (const Flag& flag : kStoreCatalogFlags) flags |= product.*flag.member ? flag.bit : 0;
  insert.bind(1, product.sku);
  if (product.barcode.empty()) {
    insert.bind(2);
  } else {
    insert.bind(2, product.barcode);
  }
  insert.bind(3, product.name);
  insert.bind(4, product.spec);
  insert.bind(5, product.category);
  insert.bind(6, product.brand);
  insert.bind(7, product.unit);
  insert.bind(8, product.pinyin);
  insert.bind(9, product.price.value());
  optionalMoney(10, product.promo_price);
  optionalMoney(11, product.member_price);
  insert.bind(12, product.min_rate.value());
  if (product.pay_pct) {
    insert.bind(13, *product.pay_pct);
  } else {
    insert.bind(13);
  }
  insert.bind(14, flags);
  optionalMoney(15, product.cost);
  insert.bind(16, product.uses);
  insert.bind(17, product.valid_days);
  const auto optionalDay = [&](int index, const std::optional<base::BusinessDate>& day) {
    if (day) {
      insert.bind(index, day->days());
    } else {
      insert.bind(index);
    }
  };
  optionalDay(18, product.members_from);
  optionalDay(19, product.guests_from);
}

}  // namespace

base::Status SqliteStore::readTogether(const std::function<base::Status()>& work) {
  if (m_connection.inTransaction()) return work();
  if (!m_in_force.empty()) return work();  // what is looked up may have to be written first
  const base::Status done = guarded([&]() -> base::Status {
    m_connection.statement("BEGIN").exec();
    KAHUI_TRY(work());
    m_connection.statement("COMMIT").exec();
    return {};
  });
  if (!done) m_connection.rollBack();
  return done;
}

base::Result<ports::FoundProduct> SqliteStore::productByBarcode(std::string_view barcode) {
  return findProduct(m_by_barcode, m_connection, "SELECT " KAHUI_PRODUCT_COLUMNS " FROM product WHERE barcode=?",
                     barcode);
}

base::Result<ports::FoundProduct> SqliteStore::productBySku(std::string_view sku) {
  return findProduct(m_by_sku, m_connection, "SELECT " KAHUI_PRODUCT_COLUMNS " FROM product WHERE sku=?", sku);
}

base::Result<std::string> SqliteStore::applyPrices() {
  while (waits("price")) KAHUI_TRY(settlePage("price"));
  constexpr int kAtOnce = 500;
  const std::string now = m_options.clock->now().local().iso();
  const auto next = [&]() -> base::Result<std::string> {
    return guarded([&]() -> base::Result<std::string> {
      auto query = m_connection.statement("SELECT ifnull(min(valid_from), '') FROM price_due");
      return query.executeStep() ? query.getColumn(0).getString() : std::string();
    });
  };
  const auto waiting = next();
  if (!waiting || waiting->empty() || *waiting > now) return waiting;
  KAHUI_TRY(transaction([&]() -> base::Status {
    auto due = m_connection.statement(
        "SELECT valid_from, sku FROM price_due WHERE valid_from<=? ORDER BY valid_from, sku LIMIT ?");
    due.bindNoCopy(1, now);
    due.bind(2, kAtOnce);
    std::vector<std::pair<std::string, std::string>> rows;
    while (due.executeStep()) rows.emplace_back(due.getColumn(0).getString(), due.getColumn(1).getString());
    int unknown = 0;
    for (const auto& [from, sku] : rows) {
      auto put = m_connection.statement(
          "UPDATE product SET (price, promo_price, member_price) = (SELECT price, promo_price, member_price FROM "
          "price_due WHERE valid_from=?1 AND sku=?2) WHERE sku=?2");
      put.bindNoCopy(1, from);
      put.bindNoCopy(2, sku);
      put.exec();
      unknown += m_connection.database().getChanges() == 0 ? 1 : 0;
      auto dates = m_connection.statement(
          "UPDATE product SET members_from=d.members_from, guests_from=d.guests_from FROM price_due d WHERE "
          "d.valid_from=?1 AND d.sku=?2 AND d.dated=1 AND product.sku=?2");
      dates.bindNoCopy(1, from);
      dates.bindNoCopy(2, sku);
      dates.exec();
      auto drop = m_connection.statement("DELETE FROM price_due WHERE valid_from=?1 AND sku=?2");
      drop.bindNoCopy(1, from);
      drop.bindNoCopy(2, sku);
      drop.exec();
    }
    return appendNow(journal::LogNote{"headquarters", fmt::format("prices from {}: {} products, {} unknown here",
                                                                  rows.front().first, rows.size(), unknown)});
  }));
  m_by_barcode.clear();
  m_by_sku.clear();
  if (m_high_water) m_high_water->write({m_info.incarnation, m_head.seq});
  return next();
}

base::Result<std::vector<catalog::Product>> SqliteStore::searchProducts(std::string_view query_text, int limit) {
  return guarded([&]() -> base::Result<std::vector<catalog::Product>> {
    // Best first: initials from the start, then initials anywhere, name, numbers.
    auto query = m_connection.statement(
        "SELECT " KAHUI_PRODUCT_COLUMNS
        " FROM product WHERE pinyin LIKE '%'||?1||'%' ESCAPE '\\' OR name LIKE '%'||?1||'%' ESCAPE '\\' OR "
        "barcode LIKE ?1||'%' ESCAPE '\\' OR sku LIKE ?1||'%' ESCAPE '\\' "
        "ORDER BY CASE WHEN pinyin LIKE ?1||'%' ESCAPE '\\' THEN 0 WHEN name LIKE ?1||'%' ESCAPE '\\' THEN 1 "
        "ELSE 2 END, length(pinyin), sku LIMIT ?2");
    query.bind(1, likeText(query_text));
    query.bind(2, limit);
    std::vector<catalog::Product> products;
    while (query.executeStep()) products.push_back(readProduct(query));
    return products;
  });
}

base::Result<std::string> SqliteStore::categoryName(std::string_view code) {
  return guarded([&]() -> base::Result<std::string> {
    auto query = m_connection.statement("SELECT name_zh, name_en FROM category WHERE code=?");
    query.bind(1, std::string(code));
    if (!query.executeStep()) return std::string(code);
    return query.getColumn(m_info.language == "en" ? 1 : 0).getString();
  });
}

base::Status SqliteStore::putProducts(std::span<const catalog::Product> products) {
  m_by_barcode.clear();
  m_by_sku.clear();
  return transaction([&]() -> base::Status {
    for (const catalog::Product& product : products) {
      auto insert = m_connection.statement("INSERT OR REPLACE INTO product(" KAHUI_PRODUCT_COLUMNS
                                           ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
      bindProduct(insert, product);
      insert.exec();
    }
    return {};
  });
}

base::Status SqliteStore::putCategories(std::span<const Category> categories) {
  return transaction([&]() -> base::Status {
    for (const Category& category : categories) {
      auto insert = m_connection.statement("INSERT OR REPLACE INTO category VALUES(?, ?, ?)");
      insert.bind(1, category.code);
      insert.bind(2, category.name_zh);
      insert.bind(3, category.name_en);
      insert.exec();
    }
    return {};
  });
}

}  // namespace kahui::store
