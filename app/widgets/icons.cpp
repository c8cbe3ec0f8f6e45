#include "app/widgets/icons.hpp"

#include <QFile>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kahui::widgets {

void paintIcon(QPainter& painter, const QString& name, const QRect& box, const QColor& color) {
  const qreal ratio = painter.device()->devicePixelRatioF();
  const QString key =
      QStringLiteral("kahui/%1/%2/%3/%4").arg(name, color.name(QColor::HexArgb)).arg(box.width()).arg(ratio);
  QPixmap pixmap;
  if (!QPixmapCache::find(key, &pixmap)) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap((QSizeF(box.size()) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter onto(&pixmap);
    onto.setRenderHint(QPainter::Antialiasing);
    renderer.render(&onto, QRectF(QPointF(0, 0), QSizeF(box.size())));
    onto.end();
    QPixmapCache::insert(key, pixmap);
  }
  painter.drawPixmap(box.topLeft(), pixmap);
}

}  // namespace kahui::widgets
