#include "app/models/search_model.hpp"

#include <algorithm>

namespace kahui::models {
namespace {

bool sameHits(const std::vector<till::ProductView>& a, const std::vector<till::ProductView>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const till::ProductView& x, const till::ProductView& y) { return x.sku == y.sku; });
}

}  // namespace

SearchModel::SearchModel(Formatter formatter, QObject* parent) : QAbstractListModel(parent), m_formatter(formatter) {}

// A new answer is another list; but the same answer, seen again with the next snapshot, must not move the highlighted
// row.
void SearchModel::setResult(const std::optional<till::SearchView>& result) {
  const std::vector<till::ProductView> hits = result ? result->hits : std::vector<till::ProductView>();
  if (sameHits(hits, m_hits)) return;
  beginResetModel();
  m_hits = hits;
  endResetModel();
}

void SearchModel::setFormatter(Formatter formatter) {
  m_formatter = formatter;
  if (!m_hits.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int SearchModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const till::ProductView& product = m_hits[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole: return text(product.name);
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2 %3").arg(text(product.name), m_formatter.money(product.price), offer(product));
    case DetailRole: {
      QString detail = text(product.barcode.empty() ? product.sku : product.barcode);
      if (!product.spec.empty()) detail += QStringLiteral("  ·  ") + text(product.spec);
      if (!product.category.empty()) detail += QStringLiteral("  ·  ") + text(product.category);
      return detail;
    }
    case PriceRole: return m_formatter.money(product.price);
    case OfferRole: return offer(product);
    case SkuRole: return text(product.sku);
    default: return {};
  }
}

QString SearchModel::offer(const till::ProductView& product) const {
  if (product.promo_price) return tr("Offer %1").arg(m_formatter.money(*product.promo_price));
  if (product.member_price) return tr("Members %1").arg(m_formatter.money(*product.member_price));
  return {};
}

}  // namespace kahui::models
