// Why something unusual is done: one of the usual reasons, by arrows or touch, or one that is typed. Enter takes it.
#pragma once

#include <QWidget>

#include "app/widgets/action_button.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/pick_list.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class ReasonForm : public QWidget {
  Q_OBJECT

 public:
  // `name` goes before the object names of its parts: nameReasonsPickList, nameReasonCodeEdit, nameReasonActionButton.
  ReasonForm(Look look, const QString& name, QWidget* parent = nullptr);

  void open(const QStringList& usual);  // and takes the focus
  [[nodiscard]] CodeEdit* entry() const { return m_typed; }

 signals:
  void chosen(const std::string& reason);  // never empty

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void take();
  void retranslate();

  QStringList m_usual;
  TextLabel* m_ask;
  PickList* m_list;
  CodeEdit* m_typed;
  ActionButton* m_take;
};

}  // namespace kahui::widgets
