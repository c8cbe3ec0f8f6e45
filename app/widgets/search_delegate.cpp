#include "app/widgets/search_delegate.hpp"

#include <QPainter>

#include "app/models/search_model.hpp"

namespace kahui::widgets {
namespace {

constexpr int kSearchDelegateRow_px = 56;
constexpr int kSearchDelegateInset_px = 16;
constexpr int kPrice_px = 150;

}  // namespace

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {200, kSearchDelegateRow_px};
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = m_look.tokens();
  const bool marked = option.state.testFlag(QStyle::State_Selected);
  const QRect row = option.rect;
  painter->save();
  painter->fillRect(row, marked ? t.selected : t.surface);
  painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.hairline);
  if (marked) painter->fillRect(QRect(row.left(), row.top(), 4, row.height()), t.primary);
  const QRect words(row.left() + kSearchDelegateInset_px, row.top() + 4,
                    row.width() - 2 * kSearchDelegateInset_px - kPrice_px, row.height() - 8);
  const QRect prices(row.right() - kSearchDelegateInset_px - kPrice_px, row.top() + 4, kPrice_px, row.height() - 8);
  const int half = words.height() / 2;
  painter->setFont(typeface(17, true));
  painter->setPen(t.text);
  painter->drawText(words.adjusted(0, 0, 0, -half), Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
  const QString offer = index.data(models::SearchModel::OfferRole).toString();
  painter->drawText(offer.isEmpty() ? prices : prices.adjusted(0, 0, 0, -half), Qt::AlignVCenter | Qt::AlignRight,
                    index.data(models::SearchModel::PriceRole).toString());
  painter->setFont(typeface(13));
  painter->setPen(t.secondary);
  painter->drawText(words.adjusted(0, half, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(index.data(models::SearchModel::DetailRole).toString(),
                                                      Qt::ElideRight, words.width()));
  painter->setPen(t.price);
  painter->drawText(prices.adjusted(0, half, 0, 0), Qt::AlignVCenter | Qt::AlignRight, offer);
  painter->restore();
}

}  // namespace kahui::widgets
