// Settings of the shop at this till, with their effect beside them: receipt, labels of scales, rounding, language. What
// somebody may not set, somebody else signs for.
#pragma once

#include <QStackedWidget>
#include <functional>

#include "app/models/counter_model.hpp"
#include "app/widgets/approval_form.hpp"
#include "app/widgets/label_form.hpp"
#include "app/widgets/page.hpp"
#include "app/widgets/receipt_form.hpp"
#include "app/widgets/receipt_preview.hpp"
#include "app/widgets/rounding_form.hpp"

namespace kahui::widgets {

class ShopSettingsScreen : public Page {
  Q_OBJECT

 public:
  ShopSettingsScreen(Look look, models::TillModel& till, models::CounterModel& counter, QWidget* parent = nullptr);

  void open() override;
  void leave() override;
  void show(const till::Snapshot& snapshot) override;
  bool takeKey(int key) override;
  bool back() override;
  [[nodiscard]] NoticeBar& notice() override { return *m_notice; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Section { Receipt, Labels, Rounding, Language };
  using Act = std::function<void(const till::Approval&)>;
  QWidget* makeSections();
  QWidget* makeForms();
  QWidget* makeLanguages();
  void choose(Section section);
  void save();
  void setLanguage(models::Language language);
  // Asks as who is signed in, and again with a signature where that is not enough.
  void ask(const QString& wanted, Act act);
  void onCounter(const QString& wanted, std::function<void()> act);  // what the till itself does not do
  void endAsking();
  void showEffect();
  void retranslate();

  Look m_look;
  models::TillModel& m_till;
  models::CounterModel& m_counter;
  Section m_section = Section::Receipt;
  PageHead* m_head;
  std::vector<std::pair<Section, ActionButton*>> m_tiles;
  QStackedWidget* m_forms = nullptr;
  ReceiptForm* m_receipt = nullptr;
  LabelForm* m_labels = nullptr;
  RoundingForm* m_rounding = nullptr;
  TextLabel* m_language_words = nullptr;
  ActionButton* m_chinese = nullptr;
  ActionButton* m_english = nullptr;
  ActionButton* m_save = nullptr;
  QStackedWidget* m_effects = nullptr;  // preview, examples, nothing, signature
  ReceiptPreview* m_preview = nullptr;
  TwoLineList* m_examples = nullptr;
  ApprovalForm* m_approval = nullptr;
  NoticeBar* m_notice;
  QString m_wanted;
  Act m_waiting;
  std::function<void()> m_then;  // once the right is given
  std::uint64_t m_answered = 0;
};

}  // namespace kahui::widgets
