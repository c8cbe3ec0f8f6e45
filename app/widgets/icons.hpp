// Icons of resources/icons in any colour, drawn sharp at the screen's own resolution and kept.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRect>
#include <QString>

namespace kahui::widgets {

// `name` without folder and ending. Painted centred in the square `box`, in device pixels of the painter.
void paintIcon(QPainter& painter, const QString& name, const QRect& box, const QColor& color);

}  // namespace kahui::widgets
