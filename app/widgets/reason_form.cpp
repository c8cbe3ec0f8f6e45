#include "app/widgets/reason_form.hpp"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kReasonFormLongest = 60;  // as the till takes it

}  // namespace

ReasonForm::ReasonForm(Look look, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_ask(new TextLabel(look, 14, TextLabel::Weight::Normal, &Tokens::secondary)),
      m_list(new PickList(look, name + QStringLiteral("Reasons"))),
      m_typed(new CodeEdit(look, name + QStringLiteral("Reason"), CodeEdit::Ime::Allowed)),
      m_take(new ActionButton(look, ActionButton::Kind::Primary, name + QStringLiteral("Reason"))) {
  m_ask->setWordWrap(true);
  m_typed->setMaxLength(kReasonFormLongest);
  m_take->setIconName(QStringLiteral("next"));
  m_take->setCap(QStringLiteral("Enter"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  layout->addWidget(m_ask);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_typed);
  layout->addWidget(m_take);
  m_typed->installEventFilter(this);
  connect(m_typed, &CodeEdit::entered, this, &ReasonForm::take);
  connect(m_list, &PickList::chosen, this, [this] {
    m_typed->clear();
    take();
  });
  connect(m_take, &QAbstractButton::clicked, this, &ReasonForm::take);
  retranslate();
}

void ReasonForm::open(const QStringList& usual) {
  m_usual = usual;
  std::vector<PickRow> rows;
  for (const QString& reason : usual) rows.push_back({reason, {}, {}, false});
  m_list->show(std::move(rows));
  m_list->setCurrentIndex(m_list->model()->index(0, 0));
  m_typed->clear();
  m_typed->setFocus();
}

// What is typed goes before what is chosen.
void ReasonForm::take() {
  const QString typed = m_typed->text().trimmed();
  const int row = m_list->current();
  if (typed.isEmpty() && (row < 0 || row >= m_usual.size())) return;
  emit chosen((typed.isEmpty() ? m_usual[row] : typed).toStdString());
}

bool ReasonForm::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
      m_list->move(key == Qt::Key_Up ? -1 : 1);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void ReasonForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ReasonForm::retranslate() {
  m_ask->setText(tr("Why? It stands in the log and in the manager's lists."));
  m_list->setAccessibleName(tr("Usual reasons"));
  m_typed->setPlaceholderText(tr("Another reason"));
  m_typed->setAccessibleName(tr("Another reason, typed"));
  m_take->setText(tr("Go on"));
  m_take->setAccessibleName(tr("Go on with this reason"));
}

}  // namespace kahui::widgets
