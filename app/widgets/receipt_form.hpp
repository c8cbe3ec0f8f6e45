// What stands on receipts: width, language, lines of the shop, logo, claim code, QR code.
#pragma once

#include "app/models/counter_desk.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class ReceiptForm : public QWidget {
  Q_OBJECT

 public:
  explicit ReceiptForm(Look look, QWidget* parent = nullptr);

  void fill(const models::ReceiptSettings& settings);
  [[nodiscard]] models::ReceiptSettings wanted() const;
  bool takeKey(int key);

 signals:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void showChoices();

  Look m_look;
  bool m_wide = true;
  bool m_claim = true;
  std::string m_language;
  ActionButton* m_paper;
  ActionButton* m_words;
  ActionButton* m_claims;
  TextLabel* m_header_title;
  TextLabel* m_footer_title;
  TextLabel* m_logo_title;
  TextLabel* m_link_title;
  CodeEdit* m_lines[4];  // two above, two below
  CodeEdit* m_logo;
  CodeEdit* m_link;
};

}  // namespace kahui::widgets
