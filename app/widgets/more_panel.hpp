// F10: what is seldom needed, one touch or one letter each.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class MorePanel : public SidePanel {
  Q_OBJECT

 public:
  enum class Choice { Language, Colors, Lock, SignOut, DemoCards, Devices, Members };

  MorePanel(Look look, bool demo_reader, QWidget* parent = nullptr);

  bool takeKey(int key);  // the letters drawn on the tiles; true: done

 signals:
  void chosen(Choice choice);

 protected:
  void retranslate() override;

 private:
  struct Row {
    Choice choice;
    Qt::Key key;
    ActionButton* tile;
  };
  void addRow(Choice choice, Qt::Key key, const QString& name, const QString& icon);
  [[nodiscard]] QString title(Choice choice) const;
  [[nodiscard]] QString detail(Choice choice) const;

  std::vector<Row> m_rows;
};

}  // namespace kahui::widgets
