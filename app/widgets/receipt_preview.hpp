// A receipt as it will come out of the printer: width, logo, lines of the shop, claim code, QR code.
#pragma once

#include <QImage>

#include "app/models/counter_desk.hpp"
#include "app/widgets/card.hpp"

namespace kahui::widgets {

class ReceiptPreview : public Card {
  Q_OBJECT

 public:
  explicit ReceiptPreview(Look look, QWidget* parent = nullptr);

  // Of a bill that was never sold, in the shop's name.
  void show(const models::ReceiptSettings& settings, const std::string& store_name);
  [[nodiscard]] const QString& text() const { return m_text; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int m_columns = 0;
  QString m_text;
  QImage m_logo;
  QImage m_code;
};

}  // namespace kahui::widgets
