// The products that a search found, best first.
#pragma once

#include <QAbstractListModel>
#include <optional>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

class SearchModel : public QAbstractListModel {
  Q_OBJECT

 public:
  enum Role {
    DetailRole = Qt::UserRole,  // barcode, pack size, category
    PriceRole,                  // ¥, what a passer-by pays
    OfferRole,                  // words of the better price, empty: none
    SkuRole,
  };

  explicit SearchModel(Formatter formatter, QObject* parent = nullptr);

  void setResult(const std::optional<till::SearchView>& result);
  void setFormatter(Formatter formatter);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  [[nodiscard]] QString offer(const till::ProductView& product) const;

  Formatter m_formatter;
  std::vector<till::ProductView> m_hits;
};

}  // namespace kahui::models
