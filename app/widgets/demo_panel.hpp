// The demo mode's stand-in for hardware: cards to tap, a reader to pull out. Lies over the basket, so that prices can
// be watched.
#pragma once

#include <QGridLayout>
#include <vector>

#include "app/models/demo_reader.hpp"
#include "app/widgets/side_panel.hpp"

namespace kahui::widgets {

class DemoPanel : public SidePanel {
  Q_OBJECT

 public:
  DemoPanel(Look look, models::DemoReader& reader, QWidget* parent = nullptr);

 protected:
  void retranslate() override;

 private:
  struct CardTile {
    models::DemoCard card;
    ActionButton* tile;
  };
  ActionButton* addAct(QGridLayout& grid, int row, int column, const QString& name, const QString& icon);
  void tint();
  [[nodiscard]] QString title(const models::DemoCard& card) const;

  models::DemoReader& m_reader;
  TextLabel* m_hint;
  std::vector<CardTile> m_cards;
  ActionButton* m_remove;
  ActionButton* m_unplug;
  ActionButton* m_replug;
};

}  // namespace kahui::widgets
