#include "app/widgets/plan_items_panel.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/widgets/card.hpp"

namespace kahui::widgets {

using models::PlanItems;

namespace {
constexpr int kPlanItemsRight_px = 420;
constexpr int kPlanItemsLongest = 60;
constexpr int kPlanItemsGap_px = 4;  // six fields and their words at 768 pixels
}  // namespace

PlanItemsPanel::PlanItemsPanel(Look look, models::ReportModel& reports, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_reports(reports),
      m_list(new TwoLineList(look, QStringLiteral("planItems"))),
      m_name(new TextLabel(look, 20, TextLabel::Weight::Bold, &Tokens::text)),
      m_hints(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_save(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("planItemsSave"))) {
  auto* list_card = new Card(look);
  auto* list_layout = new QVBoxLayout(list_card);
  list_layout->setContentsMargins(2, 6, 2, 6);
  list_layout->addWidget(m_list);
  auto* right = new Card(look);
  right->setFixedWidth(kPlanItemsRight_px);
  auto* form = new QVBoxLayout(right);
  form->setContentsMargins(14, 12, 14, 14);
  form->setSpacing(kPlanItemsGap_px);
  for (TextLabel* label : {m_name, m_hints}) {
    label->setWordWrap(true);
    form->addWidget(label);
  }
  for (int i = 0; i < PlanItems::kMostFields; ++i) {
    auto* field = new CodeEdit(look, QStringLiteral("planItem%1").arg(i), CodeEdit::Ime::Allowed);
    field->setMaxLength(kPlanItemsLongest);
    field->setFixedHeight(kTouch_px);
    connect(field, &CodeEdit::entered, this, [this, i] {
      const auto next = static_cast<std::size_t>(i) + 1;
      next < m_fields.size() && m_fields[next]->isVisibleTo(this) ? m_fields[next]->setFocus() : save();
    });
    form->addWidget(field);
    m_fields.push_back(field);
  }
  form->addStretch();
  m_save->setCap(QStringLiteral("Enter"));
  m_save->setIconName(QStringLiteral("check"));
  form->addWidget(m_save);
  auto* columns = new QHBoxLayout(this);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(kMargin_px);
  columns->addWidget(list_card, 1);
  columns->addWidget(right);
  connect(m_save, &QAbstractButton::clicked, this, &PlanItemsPanel::save);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    m_adding = false;
    showRow();
  });
  retranslate();
}

void PlanItemsPanel::open(models::PlanPart part) {
  m_part = part;
  m_adding = false;
  take();
  m_list->setCurrentIndex(m_list->model()->index(0, 0));
  showRow();
}

void PlanItemsPanel::take() {
  if (!m_reports.plan()) return;
  std::vector<TwoLineRow> rows;
  for (auto& row : PlanItems::rows(m_reports.plan()->plan, m_part, m_look.formatter()))
    rows.push_back({row.title, row.detail, row.figure});
  m_rows = static_cast<int>(rows.size());
  m_list->show(std::move(rows));
  m_adding = false;
  showRow();
}

bool PlanItemsPanel::mayRemove() const { return mayAdd() && !m_adding && m_list->row() >= 0 && m_list->row() < m_rows; }

void PlanItemsPanel::showRow() {
  m_removing = false;
  const int row = m_adding ? -1 : m_list->row();
  const bool there = m_adding || (row >= 0 && row < m_rows);
  const QStringList hints = there ? PlanItems::hints(m_part, row) : QStringList();
  const QStringList values =
      m_reports.plan() ? PlanItems::typed(m_reports.plan()->plan, m_part, row, m_look.formatter()) : QStringList();
  m_name->setText(m_adding ? tr("New: %1").arg(PlanItems::title(m_part)) : PlanItems::title(m_part));
  for (int i = 0; i < PlanItems::kMostFields; ++i) {
    CodeEdit* field = m_fields[static_cast<std::size_t>(i)];
    field->setVisible(i < hints.size());
    field->setText(values.value(i));
    field->setCursorPosition(0);
    field->setPlaceholderText(hints.value(i));
    field->setAccessibleName(hints.value(i));
  }
  m_hints->setText(hints.join(QStringLiteral(" · ")));  // what stands in the fields, also once they are filled
  m_hints->setVisible(there);
  m_save->setEnabled(there);
  emit changed();
}

void PlanItemsPanel::add() {
  if (!mayAdd()) return;
  m_adding = true;
  showRow();
  m_fields.front()->setFocus();
}

void PlanItemsPanel::remove() {
  if (!mayRemove() || !m_reports.plan()) return;
  if (!m_removing) {
    m_removing = true;
    emit changed();
    return;
  }
  m_removing = false;
  if (const auto request = PlanItems::remove(*m_reports.plan(), m_part, m_list->row())) emit asked(*request);
}

void PlanItemsPanel::edit() {
  if (!m_fields.front()->isVisibleTo(this)) return;
  m_fields.front()->setFocus();
  m_fields.front()->selectAll();
}

void PlanItemsPanel::save() {
  if (!m_reports.plan() || !m_save->isEnabled()) return;
  QStringList fields;
  for (const CodeEdit* field : m_fields) fields << field->text();
  PlanItems::Wrong wrong;
  const auto request =
      PlanItems::change(*m_reports.plan(), m_part, m_adding ? -1 : m_list->row(), fields, m_look.formatter(), wrong);
  if (request) {
    emit asked(*request);
    return;
  }
  CodeEdit* field = m_fields.at(static_cast<std::size_t>(wrong.field));
  field->setFocus();
  emit refused({till::NoticeKind::Error, wrong.text, tr("Wanted: %1").arg(field->placeholderText()), false});
}

bool PlanItemsPanel::back() {
  if (!m_adding && !m_removing) return false;
  m_adding = false;
  showRow();
  m_list->setFocus();
  return true;
}

void PlanItemsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void PlanItemsPanel::retranslate() {
  m_list->setAccessibleName(tr("Tags, benefits, draws or rules of the care plan"));
  m_save->setText(tr("Save"));
  m_save->setAccessibleName(tr("Save it"));
  take();
}

}  // namespace kahui::widgets
