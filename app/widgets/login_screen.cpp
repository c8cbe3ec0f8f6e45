#include "app/widgets/login_screen.hpp"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "app/models/presenters.hpp"
#include "app/widgets/icons.hpp"

namespace kahui::widgets {
namespace {

constexpr int kLoginScreenSheet_px = 420;
constexpr int kLoginScreenBandInset_px = 44;
constexpr int kLoginScreenLongestCode = 16;
constexpr int kLoginScreenLongestPin = 12;
constexpr int kLoginScreenTick_ms = 1000;

}  // namespace

LoginBand::LoginBand(Look look, const base::Clock& clock, QWidget* parent)
    : QWidget(parent), m_look(look), m_clock(clock) {
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  connect(&m_timer, &QTimer::timeout, this, qOverload<>(&QWidget::update));
  m_timer.start(kLoginScreenTick_ms);
}

void LoginBand::show(const till::Snapshot& snapshot) {
  m_store = snapshot.store;
  m_date = snapshot.business_date;
  update();
}

bool LoginBand::textFits() const {
  const int room = width() - 2 * kLoginScreenBandInset_px;
  return QFontMetrics(typeface(16)).horizontalAdvance(m_look.formatter().date(m_date)) <= room &&
         QFontMetrics(typeface(14)).horizontalAdvance(tr("Till and membership")) <= room - 72;
}

void LoginBand::paintEvent(QPaintEvent*) {
  const Tokens& t = m_look.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), t.top_bar);
  QColor wave = t.on_top_bar;
  wave.setAlpha(10);
  painter.setPen(QPen(wave, 26));
  painter.setBrush(Qt::NoBrush);
  for (int ring = 0; ring < 4; ++ring) painter.drawEllipse(QPoint(width(), height()), 120 + 90 * ring, 120 + 90 * ring);

  const int left = kLoginScreenBandInset_px;
  const int room = width() - 2 * kLoginScreenBandInset_px;
  paintIcon(painter, QStringLiteral("brand"), QRect(left, 48, 56, 56), t.on_top_bar);
  painter.setPen(t.on_top_bar);
  painter.setFont(typeface(26, true));
  painter.drawText(QRect(left + 72, 44, room - 72, 36), Qt::AlignVCenter | Qt::AlignLeft, tr("Kahui"));
  painter.setPen(t.top_bar_secondary);
  painter.setFont(typeface(14));
  painter.drawText(QRect(left + 72, 80, room - 72, 26), Qt::AlignVCenter | Qt::AlignLeft, tr("Till and membership"));

  const base::LocalTime now = m_clock.now().local();
  const int middle = height() / 2;
  painter.setPen(t.on_top_bar);
  painter.setFont(typeface(72, true));
  painter.drawText(QRect(left - 3, middle - 84, room, 96), Qt::AlignVCenter | Qt::AlignLeft,
                   m_look.formatter().time(now));
  painter.setPen(t.top_bar_secondary);
  painter.setFont(typeface(16));
  painter.drawText(QRect(left, middle + 14, room, 30), Qt::AlignVCenter | Qt::AlignLeft,
                   m_look.formatter().date(now.date()));

  painter.setPen(t.on_top_bar);
  painter.setFont(typeface(20, true));
  const QString name = painter.fontMetrics().elidedText(models::text(m_store.store_name), Qt::ElideRight, room);
  painter.drawText(QRect(left, height() - 112, room, 32), Qt::AlignVCenter | Qt::AlignLeft, name);
  painter.setPen(t.top_bar_secondary);
  painter.setFont(typeface(15));
  painter.drawText(QRect(left, height() - 78, room, 28), Qt::AlignVCenter | Qt::AlignLeft,
                   models::Presenters::place(m_store));
}

LoginScreen::LoginScreen(Look look, models::TillModel& till, const base::Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_till(till),
      m_band(new LoginBand(look, clock, this)),
      m_language(new ActionButton(look, ActionButton::Kind::Quiet, QStringLiteral("loginLanguage"), this)),
      m_colors(new ActionButton(look, ActionButton::Kind::Quiet, QStringLiteral("loginColors"), this)),
      m_notice(new NoticeBar(look, QStringLiteral("login"), this)) {
  m_language->setIconName(QStringLiteral("globe"));
  auto* halves = new QHBoxLayout(this);
  halves->setContentsMargins(0, 0, 0, 0);
  halves->setSpacing(0);
  halves->addWidget(m_band, 2);
  auto* right = new QVBoxLayout;
  right->setContentsMargins(24, 12, 24, 16);
  auto* switches = new QHBoxLayout;
  switches->addStretch();
  switches->addWidget(m_language);
  switches->addWidget(m_colors);
  right->addLayout(switches);
  right->addStretch(1);
  right->addWidget(makeSheet(), 0, Qt::AlignHCenter);
  right->addStretch(1);
  right->addWidget(m_notice);
  halves->addLayout(right, 3);
  connect(m_language, &QAbstractButton::clicked, this, &LoginScreen::languageAsked);
  connect(m_colors, &QAbstractButton::clicked, this, &LoginScreen::colorsAsked);
  connect(&look.theme, &Theme::changed, this, &LoginScreen::retranslate);
  retranslate();
}

QWidget* LoginScreen::makeSheet() {
  auto* sheet = new Card(m_look, this);
  sheet->setFixedWidth(kLoginScreenSheet_px);
  auto* layout = new QVBoxLayout(sheet);
  layout->setContentsMargins(24, 18, 24, 20);
  layout->setSpacing(10);
  m_title = new TextLabel(m_look, 22, TextLabel::Weight::Bold, &Tokens::text, sheet);
  layout->addWidget(m_title);
  m_code = new CodeEdit(m_look, QStringLiteral("operator"), CodeEdit::Ime::Refused, sheet);
  m_code->setMaxLength(kLoginScreenLongestCode);
  m_code->setIconName(QStringLiteral("user"));
  m_pin = new CodeEdit(m_look, QStringLiteral("pin"), CodeEdit::Ime::Refused, sheet);
  m_pin->setMaxLength(kLoginScreenLongestPin);
  m_pin->setEchoMode(QLineEdit::Password);
  m_pin->setIconName(QStringLiteral("lock"));
  auto* fields = new QGridLayout;
  fields->setSpacing(4);
  m_code_title = new TextLabel(m_look, 13, TextLabel::Weight::Normal, &Tokens::secondary, sheet);
  m_pin_title = new TextLabel(m_look, 13, TextLabel::Weight::Normal, &Tokens::secondary, sheet);
  fields->setHorizontalSpacing(10);
  fields->addWidget(m_code_title, 0, 0);
  fields->addWidget(m_pin_title, 0, 1);
  fields->addWidget(m_code, 1, 0);
  fields->addWidget(m_pin, 1, 1);
  layout->addLayout(fields);
  m_pad = new NumberPad(m_look, QStringLiteral("loginPad"), NumberPad::Extra::Clear, sheet);
  m_pad->setTarget(m_code);
  layout->addWidget(m_pad);
  m_sign_in = new ActionButton(m_look, ActionButton::Kind::Primary, QStringLiteral("signIn"), sheet);
  m_sign_in->setCap(QStringLiteral("Enter"));
  m_sign_in->setIconName(QStringLiteral("next"));
  layout->addWidget(m_sign_in);
  m_demo_hint = new TextLabel(m_look, 13, TextLabel::Weight::Normal, &Tokens::secondary, sheet);
  m_demo_hint->setObjectName(QStringLiteral("demoHintTextLabel"));
  m_demo_hint->setWordWrap(true);
  layout->addWidget(m_demo_hint);
  // The first Enter goes on to the PIN, the second signs in; a pad digit goes where the cursor is.
  connect(m_code, &CodeEdit::entered, this, &LoginScreen::signIn);
  connect(m_pin, &CodeEdit::entered, this, &LoginScreen::signIn);
  connect(m_sign_in, &QAbstractButton::clicked, this, &LoginScreen::signIn);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
    if (now == m_code || now == m_pin) m_pad->setTarget(static_cast<CodeEdit*>(now));
  });
  return sheet;
}

void LoginScreen::show(const till::Snapshot& snapshot) {
  m_band->show(snapshot);
  m_demo_hint->setVisible(snapshot.store.demo);
  if (m_training != snapshot.store.training) {
    m_training = snapshot.store.training;
    retranslate();
  }
  m_sign_in->setEnabled(true);
}

void LoginScreen::open(const QString& operator_code) {
  m_code->setText(operator_code);
  m_pin->clear();
  (operator_code.isEmpty() ? m_code : m_pin)->setFocus();  // the stack gives it back to the line that had it last
}

CodeEdit* LoginScreen::entry() const {
  if (m_pin->hasFocus()) return m_pin;
  return m_code->hasFocus() || m_code->text().isEmpty() ? m_code : m_pin;
}

void LoginScreen::signIn() {
  if (m_code->text().trimmed().isEmpty()) {
    m_code->setFocus();
    return;
  }
  if (m_pin->text().isEmpty()) {
    m_pin->setFocus();
    return;
  }
  if (!m_sign_in->isEnabled()) return;  // an answer is under way
  m_sign_in->setEnabled(false);
  m_till.submit(till::SignIn{m_code->text().trimmed().toStdString(), m_pin->text().toStdString()});
  m_pin->clear();
  m_pin->setFocus();
}

void LoginScreen::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void LoginScreen::retranslate() {
  const bool light = m_look.theme.scheme() == Scheme::Light;
  m_title->setText(tr("Sign in"));
  m_code_title->setText(tr("Staff code"));
  m_pin_title->setText(tr("PIN"));
  m_code->setAccessibleName(tr("Staff code"));
  m_pin->setAccessibleName(tr("PIN"));
  m_sign_in->setText(tr("Sign in"));
  m_sign_in->setAccessibleName(tr("Sign in"));
  m_demo_hint->setText(m_training
                           ? tr("Training: your own code and PIN.\nNothing you do here counts.")
                           : tr("Demo store: the PIN is 123456 for all.\nCashier 1001 · leader 2001 · manager 9001"));
  m_language->setText(m_look.language.language() == models::Language::Chinese ? QStringLiteral("English")
                                                                              : QStringLiteral("中文"));
  m_language->setAccessibleName(m_language->text());
  m_colors->setIconName(light ? QStringLiteral("moon") : QStringLiteral("sun"));
  m_colors->setText(light ? tr("Dark") : tr("Light"));
  m_colors->setAccessibleName(light ? tr("Dark colours") : tr("Light colours"));
  m_notice->setHint(tr("Sign in with your staff code and PIN, or tap your badge."));
}

}  // namespace kahui::widgets
