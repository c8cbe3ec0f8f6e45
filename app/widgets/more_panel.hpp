// F10: what is seldom needed, one letter each or one or two touches: the first page leads to receipts and to settings.
#pragma once

#include "app/widgets/action_button.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class MorePanel : public SidePanel {
  Q_OBJECT

 public:
  enum class Choice {
    Language,
    Colors,
    Lock,
    SignOut,
    DemoCards,
    Devices,
    Manager,
    Value,
    Payments,
    Counter,
    Shift,
    Receipts,
    BlindReturn,
    Members,
    Training,
    Staff,
    FirstDay,
    News,
    Tasks,
    ShopSettings,
    Club,
    Delivery,
    Talk,
    Gifts
  };

  MorePanel(Look look, bool demo_reader, QWidget* parent = nullptr);

  void takeFocus();  // on the first tile
  void setTraining(bool training);
  bool takeKey(int key);  // the letters drawn on the tiles; true: done

 signals:
  void chosen(Choice choice);

 protected:
  void retranslate() override;

 private:
  enum class Group { Main, Papers, Work, Settings };
  struct Row {
    Group group;
    Choice choice;
    Qt::Key key;
    ActionButton* tile;
  };
  struct GroupTile {
    Group opens;
    Qt::Key key;
    ActionButton* tile;
  };
  void showEvent(QShowEvent* event) override;
  ActionButton* addTile(Qt::Key key, const QString& name, const QString& icon);
  void addRow(Choice choice, Qt::Key key, const QString& name, const QString& icon, Group group = Group::Main);
  void addGroup(Group opens, Qt::Key key, const QString& name, const QString& icon);
  void showGroup(Group group);
  [[nodiscard]] QString title(Choice choice) const;
  [[nodiscard]] QString detail(Choice choice) const;

  bool m_training = false;
  std::vector<Row> m_rows;
  std::vector<GroupTile> m_groups;
};

}  // namespace kahui::widgets
