// F3: an item by part of its name, pinyin initials, barcode or item number. Enter adds the marked one, and the line is
// free again.
#pragma once

#include <QListView>

#include "app/models/search_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/text_label.hpp"

namespace kahui::widgets {

class SearchPanel : public QWidget {
  Q_OBJECT

 public:
  explicit SearchPanel(Look look, QWidget* parent = nullptr);

  void open();
  void openWith(const std::string& query);  // a search that the till has answered already
  void show(const std::optional<till::SearchView>& result);
  [[nodiscard]] CodeEdit* entry() const { return m_entry; }

 signals:
  void queryChanged(const QString& query);
  void chosen(const QString& sku);
  void backAsked();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void choose(const QModelIndex& index);
  void mark(int row);
  void retranslate();
  void showCount();

  Look m_look;
  models::SearchModel m_model;
  std::optional<till::SearchView> m_result;
  CodeEdit* m_entry;
  ActionButton* m_back;
  QListView* m_list;
  TextLabel* m_count;
};

}  // namespace kahui::widgets
