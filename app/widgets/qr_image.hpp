// A QR code as a picture, one dot a module.
#pragma once

#include <QImage>

namespace kahui::widgets {

QImage qrImage(const QString& text);  // null for an empty text, or one that is too long

}  // namespace kahui::widgets
