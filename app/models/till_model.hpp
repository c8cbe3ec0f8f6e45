// The bridge from the engine's thread to the screens: snapshots arrive as one queued signal, however many commands ran
// meanwhile.
#pragma once

#include <QObject>
#include <memory>

#include "app/models/till_gateway.hpp"

namespace kahui::models {

class TillModel : public QObject {
  Q_OBJECT

 public:
  explicit TillModel(TillGateway& gateway, QObject* parent = nullptr);  // before the gateway's first submit
  ~TillModel() override;

  [[nodiscard]] const till::Snapshot& now() const { return *m_now; }
  [[nodiscard]] bool canUndo() const;
  void submit(till::Command command);

  // Acts of the screens that need a look at the snapshot first.
  void moveSelection(int by);               // towards the last line if by > 0, held at the ends
  void stepQuantity(int line, int pieces);  // one piece less than one takes the line away
  void voidSelected();
  void toggleCoupon(int place);           // by its place in the snapshot; none there: nothing
  void toggleReturn(int line);            // all of the line that may come back, or none
  void stepReturn(int line, int pieces);  // held between none and all

 signals:
  void acted();    // a person did something: what the till said before is old
  void changed();  // GUI thread; now() is the newest

 private:
  struct Link;
  void take();
  void chooseReturn(int line, base::Quantity quantity);

  TillGateway& m_gateway;
  std::shared_ptr<Link> m_link;
  std::shared_ptr<const till::Snapshot> m_now;
};

}  // namespace kahui::models
