#include "app/models/till_model.hpp"

#include <QMetaObject>
#include <algorithm>
#include <atomic>
#include <mutex>

#include "app/models/return_text.hpp"

namespace kahui::models {

// Shared with the gateway's listener: it may be called while the model goes away, and then finds nobody.
struct TillModel::Link {
  std::mutex mutex;
  TillModel* model = nullptr;
  std::atomic<bool> waiting = false;
};

TillModel::TillModel(TillGateway& gateway, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_link(std::make_shared<Link>()), m_now(gateway.snapshot()) {
  m_link->model = this;
  gateway.onChange([link = m_link] {
    if (link->waiting.exchange(true)) return;  // a look is already on its way and will see this change too
    const std::lock_guard lock(link->mutex);
    if (link->model == nullptr) return;
    QMetaObject::invokeMethod(
        link->model, [model = link->model] { model->take(); }, Qt::QueuedConnection);
  });
}

TillModel::~TillModel() {
  const std::lock_guard lock(m_link->mutex);
  m_link->model = nullptr;
}

void TillModel::take() {
  m_link->waiting = false;  // before the look: a change after it must ask again
  auto newest = m_gateway.snapshot();
  if (newest->revision == m_now->revision) return;
  m_now = std::move(newest);
  emit changed();
}

// Typing into the search is no act of its own.
void TillModel::submit(till::Command command) {
  if (!std::holds_alternative<till::SearchProducts>(command)) emit acted();
  m_gateway.submit(std::move(command));
}

bool TillModel::canUndo() const { return m_now->can_undo && m_now->phase == till::Phase::Selling; }

void TillModel::moveSelection(int by) {
  const int count = static_cast<int>(m_now->lines.size());
  if (count == 0) return;
  submit(till::SelectLine{std::clamp(m_now->selected_line + by, 0, count - 1)});
}

void TillModel::stepQuantity(int line, int pieces) {
  if (line < 0 || line >= static_cast<int>(m_now->lines.size())) return;
  const base::Quantity next =
      m_now->lines[static_cast<std::size_t>(line)].quantity + base::Quantity(pieces * base::kOnePiece.value());
  if (next < base::kOnePiece) {
    submit(till::VoidLine{line});
  } else {
    submit(till::SetQuantity{line, next});
  }
}

void TillModel::voidSelected() {
  if (m_now->selected_line >= 0) submit(till::VoidLine{m_now->selected_line});
}

void TillModel::toggleCoupon(int place) {
  if (place < 0 || place >= static_cast<int>(m_now->coupons.size())) return;
  submit(till::ToggleCoupon{m_now->coupons[static_cast<std::size_t>(place)].serial});
}

void TillModel::chooseReturn(int line, base::Quantity quantity) {
  const till::ReturnLineView& view = m_now->returning->lines[static_cast<std::size_t>(line)];
  const base::Quantity wanted = std::clamp(quantity, base::Quantity(), returnable(view));
  if (wanted != view.quantity) submit(till::SetReturnQuantity{line, wanted});
}

void TillModel::toggleReturn(int line) {
  if (!m_now->returning || line < 0 || line >= static_cast<int>(m_now->returning->lines.size())) return;
  const till::ReturnLineView& view = m_now->returning->lines[static_cast<std::size_t>(line)];
  chooseReturn(line, view.quantity == returnable(view) ? base::Quantity() : returnable(view));
}

void TillModel::stepReturn(int line, int pieces) {
  if (!m_now->returning || line < 0 || line >= static_cast<int>(m_now->returning->lines.size())) return;
  const till::ReturnLineView& view = m_now->returning->lines[static_cast<std::size_t>(line)];
  chooseReturn(line, view.quantity + base::Quantity(pieces * base::kOnePiece.value()));
}

}  // namespace kahui::models
