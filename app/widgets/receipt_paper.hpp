// The receipt as it would lie on the counter: the text of core/sale on a strip of paper.
#pragma once

#include <QPlainTextEdit>

#include "app/widgets/card.hpp"
#include "core/sale/receipt.hpp"

namespace kahui::widgets {

class ReceiptPaper : public Card {
  Q_OBJECT

 public:
  explicit ReceiptPaper(Look look, QWidget* parent = nullptr);

  void show(const sale::Receipt& receipt);
  void showText(const QString& text);  // of something else that is printed; the same text leaves the place where it is
  void setTextName(const QString& name);  // object name of the text, without its class
  void scroll(int lines);                 // down if > 0
  [[nodiscard]] QString text() const { return m_text->toPlainText(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  [[nodiscard]] QRect paper() const;

  std::optional<sale::Receipt> m_receipt;
  QPlainTextEdit* m_text;
};

}  // namespace kahui::widgets
