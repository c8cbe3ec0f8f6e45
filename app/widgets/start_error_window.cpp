#include "app/widgets/start_error_window.hpp"

#include <QPainter>
#include <QVBoxLayout>

#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kStartErrorWindowMark_px = 56;
constexpr int kStartErrorWindowInset_px = 28;

}  // namespace

StartErrorWindow::StartErrorWindow(Look look, const models::Message& message, const QString& detail)
    : m_look(look),
      m_close(new ActionButton(look, ActionButton::Kind::Primary, QStringLiteral("startErrorClose"), this)) {
  setObjectName(QStringLiteral("StartErrorWindow"));
  setWindowTitle(tr("Kahui cannot start"));
  setFixedWidth(560);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kStartErrorWindowInset_px + kStartErrorWindowMark_px + 20, kStartErrorWindowInset_px,
                             kStartErrorWindowInset_px, kStartErrorWindowInset_px);
  layout->setSpacing(8);
  const auto add = [&](int size_px, TextLabel::Weight weight, TextLabel::Ink ink, const QString& words,
                       const QString& name) {
    auto* label = new TextLabel(look, size_px, weight, ink, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setText(words);
    layout->addWidget(label);
  };
  add(20, TextLabel::Weight::Bold, &Tokens::text, message.what(), QStringLiteral("startErrorWhatTextLabel"));
  add(16, TextLabel::Weight::Normal, &Tokens::text, message.next(), QStringLiteral("startErrorNextTextLabel"));
  if (!detail.isEmpty())
    add(13, TextLabel::Weight::Normal, &Tokens::secondary, detail, QStringLiteral("startErrorDetailTextLabel"));
  layout->addSpacing(12);
  m_close->setText(tr("Close"));
  m_close->setAccessibleName(tr("Close"));
  m_close->setCap(QStringLiteral("Enter"));
  m_close->setFocusPolicy(Qt::StrongFocus);
  connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
  layout->addWidget(m_close);
  m_close->setFocus();
}

void StartErrorWindow::paintEvent(QPaintEvent*) {
  const Tokens& t = m_look.tokens();
  QPainter painter(this);
  painter.fillRect(rect(), t.surface);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.danger.back);
  const QRect mark(kStartErrorWindowInset_px, kStartErrorWindowInset_px, kStartErrorWindowMark_px,
                   kStartErrorWindowMark_px);
  painter.drawEllipse(mark);
  paintIcon(painter, QStringLiteral("error"), mark.adjusted(14, 14, -14, -14), t.danger.text);
}

}  // namespace kahui::widgets
