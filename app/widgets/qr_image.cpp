#include "app/widgets/qr_image.hpp"

#include <qrencode.h>

#include <memory>

namespace kahui::widgets {
namespace {

constexpr int kQuiet = 4;  // modules of white around a code

}  // namespace

QImage qrImage(const QString& text) {
  if (text.isEmpty()) return {};
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) return {};
  QImage image(code->width + 2 * kQuiet, code->width + 2 * kQuiet, QImage::Format_RGB32);
  image.fill(Qt::white);
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if ((code->data[y * code->width + x] & 1) != 0) image.setPixel(x + kQuiet, y + kQuiet, qRgb(0, 0, 0));
  return image;
}

}  // namespace kahui::widgets
