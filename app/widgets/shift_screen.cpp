#include "app/widgets/shift_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kShiftScreenRight_px = 440;
constexpr int kSlipColumns = 42;
constexpr int kShiftScreenPageLines = 12;

// The same act with somebody's signature; acts that need none are as they were.
till::Command withApproval(till::Command command, const till::Approval& approval) {
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.approval; }) one.approval = approval;
      },
      command);
  return command;
}

}  // namespace

ShiftScreen::ShiftScreen(Look look, models::TillModel& till, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_paper(new ReceiptPaper(look)),
      m_steps(new QStackedWidget),
      m_cash(new CashForm(look)),
      m_count(new CountForm(look)),
      m_close(new CloseForm(look)),
      m_approval(new ApprovalForm(look, QStringLiteral("shift"))),
      m_notice(new NoticeBar(look, QStringLiteral("shift"))) {
  setFocusPolicy(Qt::ClickFocus);  // the letters of its buttons work from nowhere in particular
  m_paper->setTextName(QStringLiteral("slip"));
  for (QWidget* step : std::initializer_list<QWidget*>{makeActs(), m_cash, makeDrawer(), m_count, m_close, m_approval})
    m_steps->addWidget(step);
  auto* card = new Card(look);
  card->setFixedWidth(kShiftScreenRight_px);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(14, 12, 14, 14);
  inside->addWidget(m_steps);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(m_paper, 1);
  columns->addWidget(card);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  m_head = makeHead(m_look, QStringLiteral("shiftBack"));
  layout->addWidget(m_head);
  layout->addLayout(columns, 1);
  layout->addWidget(m_notice);
  connectForms();
  retranslate();
}

ActionButton* ShiftScreen::addAct(QLayout& layout, const QString& name, const QString& icon, const QString& cap) {
  auto* tile = new ActionButton(m_look, ActionButton::Kind::Tile, name);
  tile->setIconName(icon);
  tile->setCap(cap);
  layout.addWidget(tile);
  return tile;
}

QWidget* ShiftScreen::makeActs() {
  auto* acts = new QWidget;
  auto* layout = new QVBoxLayout(acts);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_in = addAct(*layout, QStringLiteral("shiftIn"), QStringLiteral("plus"), QStringLiteral("I"));
  m_out = addAct(*layout, QStringLiteral("shiftOut"), QStringLiteral("minus"), QStringLiteral("O"));
  m_drop = addAct(*layout, QStringLiteral("shiftDrop"), QStringLiteral("shield"), QStringLiteral("D"));
  m_open = addAct(*layout, QStringLiteral("shiftOpen"), QStringLiteral("cash"), QStringLiteral("N"));
  m_float = addAct(*layout, QStringLiteral("shiftFloat"), QStringLiteral("quantity"), QStringLiteral("F"));
  layout->addStretch();
  m_count_act = addAct(*layout, QStringLiteral("shiftCount"), QStringLiteral("check"), QStringLiteral("Z"));
  auto* slips = new QHBoxLayout;
  slips->setSpacing(kGap_px);
  m_print = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("shiftPrint"));
  m_print->setCap(QStringLiteral("P"));
  m_again = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("shiftAgain"));
  m_again->setCap(QStringLiteral("L"));
  slips->addWidget(m_print, 1);
  slips->addWidget(m_again, 1);
  layout->addLayout(slips);
  connect(m_print, &QAbstractButton::clicked, this, [this] { ask(till::PrintShift{}, tr("Print the slip")); });
  connect(m_again, &QAbstractButton::clicked, this, [this] { ask(till::PrintShift{-1, {}}, tr("Print the slip")); });
  connect(m_in, &QAbstractButton::clicked, this, [this] { begin(CashForm::What::In); });
  connect(m_out, &QAbstractButton::clicked, this, [this] { begin(CashForm::What::Out); });
  connect(m_drop, &QAbstractButton::clicked, this, [this] { begin(CashForm::What::Drop); });
  connect(m_float, &QAbstractButton::clicked, this, [this] { begin(CashForm::What::Float); });
  connect(m_open, &QAbstractButton::clicked, this, [this] { go(Step::Drawer); });
  connect(m_count_act, &QAbstractButton::clicked, this, &ShiftScreen::beginCount);
  return acts;
}

QWidget* ShiftScreen::makeDrawer() {
  auto* drawer = new QWidget;
  auto* layout = new QVBoxLayout(drawer);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_drawer_title = new TextLabel(m_look, 20, TextLabel::Weight::Bold, &Tokens::text);
  layout->addWidget(m_drawer_title);
  const auto reasons = models::ShiftText::drawerReasons();
  for (std::size_t at = 0; at < reasons.size(); ++at) {
    auto* tile =
        addAct(*layout, QStringLiteral("drawerReason%1").arg(at), QStringLiteral("cash"), QString::number(at + 1));
    connect(tile, &QAbstractButton::clicked, this, [this, code = reasons[at].code] {
      ask(till::OpenDrawer{code, {}}, tr("Open the drawer"));
    });
    m_reasons.push_back(tile);
  }
  layout->addStretch();
  return drawer;
}

void ShiftScreen::connectForms() {
  const auto say = [this](const models::NoticeVm& why) { m_notice->show(why); };
  connect(m_cash, &CashForm::refused, this, say);
  connect(m_count, &CountForm::refused, this, say);
  connect(m_close, &CloseForm::unreadable, this, say);
  connect(m_cash, &CashForm::filled, this, [this](base::Money amount, const QString& reason) {
    const std::string why = reason.toStdString();
    const QString wanted = m_cash->title() + QStringLiteral(": ") + m_look.formatter().money(amount);
    switch (m_cash->what()) {
      case CashForm::What::In: return ask(till::MoveCash{till::MoveCash::Kind::In, amount, why, {}}, wanted);
      case CashForm::What::Out: return ask(till::MoveCash{till::MoveCash::Kind::Out, amount, why, {}}, wanted);
      case CashForm::What::Drop: return ask(till::MoveCash{till::MoveCash::Kind::Drop, amount, why, {}}, wanted);
      case CashForm::What::Float: return ask(till::SetFloat{amount}, wanted);
    }
  });
  connect(m_count, &CountForm::counted, this, [this](base::Money amount) {
    ask(till::CountDrawer{amount, {}}, tr("Close the shift"));
  });
  connect(m_close, &CloseForm::signedBy, this, [this](const till::CloseShift& wish) { m_till.submit(wish); });
  connect(m_approval, &ApprovalForm::signedBy, this, [this](const till::Approval& approval) {
    if (m_asked) m_till.submit(withApproval(*m_asked, approval));
  });
}

void ShiftScreen::open() {
  m_notice->clear();
  go(Step::Acts);
  m_answered = m_till.now().notice ? m_till.now().notice->serial : 0;
  ask(till::ReadShift{}, tr("Read the shift report"));
}

void ShiftScreen::leave() {
  m_asked.reset();
  m_till.submit(till::LeaveShift{});
}

void ShiftScreen::ask(till::Command command, const QString& wanted) {
  m_asked = command;
  m_wanted = wanted;
  m_till.submit(std::move(command));
}

void ShiftScreen::begin(CashForm::What what) {
  m_cash->open(what);
  go(Step::Cash);
}

void ShiftScreen::beginCount() {
  m_count->open();
  go(Step::Count);
}

void ShiftScreen::go(Step step) {
  m_step = step;
  m_steps->setCurrentIndex(static_cast<int>(step));
  if (step == Step::Approval) {
    m_approval->setWanted(m_wanted);
    m_approval->open();
  }
  if (CodeEdit* line = entry(); line != nullptr)
    line->setFocus();
  else
    setFocus();
}

CodeEdit* ShiftScreen::entry() const {
  switch (m_step) {
    case Step::Cash: return m_cash->entry();
    case Step::Count: return m_count->entry();
    case Step::Close: return m_close->entry();
    case Step::Approval: return m_approval->entry();
    case Step::Acts:
    case Step::Drawer: return nullptr;
  }
  return nullptr;
}

void ShiftScreen::show(const till::Snapshot& snapshot) {
  if (snapshot.shift && snapshot.shift->sheet) {
    m_paper->showText(models::ShiftText::slip(*snapshot.shift->sheet, m_look.language.language(), kSlipColumns));
    const auto& cash = snapshot.shift->sheet->sheet.figures.cash;
    if (cash && (m_step == Step::Count || m_step == Step::Approval)) {
      m_close->open(*cash);
      go(Step::Close);
    } else if (cash && m_step == Step::Close) {
      m_close->follow(*cash);
    }
  }
  m_float->setVisible(snapshot.shift && snapshot.shift->asks_float);
  answer(snapshot);
}

// What was asked for has happened, or needs somebody's signature, or was refused.
void ShiftScreen::answer(const till::Snapshot& snapshot) {
  if (!snapshot.notice || snapshot.notice->serial == m_answered) return;
  m_answered = snapshot.notice->serial;
  const till::Notice& notice = *snapshot.notice;
  if (!notice.error) {
    m_asked.reset();
    if (m_step != Step::Close) go(Step::Acts);
    return;
  }
  if (m_step == Step::Close) m_close->refused();
  if (m_step == Step::Approval) return m_approval->refused();
  if (notice.error->code == base::ErrorCode::NoRight && m_asked) go(Step::Approval);
}

bool ShiftScreen::takeKey(int key) {
  ActionButton* button = nullptr;
  if (m_step == Step::Acts) {
    if (key == Qt::Key_I) button = m_in;
    if (key == Qt::Key_O) button = m_out;
    if (key == Qt::Key_D) button = m_drop;
    if (key == Qt::Key_N) button = m_open;
    if (key == Qt::Key_P) button = m_print;
    if (key == Qt::Key_L) button = m_again;
    if (key == Qt::Key_F && m_float->isVisible()) button = m_float;
    if (key == Qt::Key_Z) button = m_count_act;
  }
  if (m_step == Step::Drawer && key >= Qt::Key_1 && key < Qt::Key_1 + static_cast<int>(m_reasons.size()))
    button = m_reasons[static_cast<std::size_t>(key - Qt::Key_1)];
  if (button != nullptr) {
    button->click();
    return true;
  }
  switch (key) {
    case Qt::Key_Up: m_paper->scroll(-1); return true;
    case Qt::Key_Down: m_paper->scroll(1); return true;
    case Qt::Key_PageUp: m_paper->scroll(-kShiftScreenPageLines); return true;
    case Qt::Key_PageDown: m_paper->scroll(kShiftScreenPageLines); return true;
    default: return false;
  }
}

// From the signature and the forms to the acts; an unconfirmed count is gone then.
bool ShiftScreen::back() {
  if (m_step == Step::Acts) return false;
  const bool counted = m_step == Step::Close;
  m_notice->clear();
  m_asked.reset();
  go(Step::Acts);
  if (counted) m_till.submit(till::LeaveShift{});
  if (counted || !m_till.now().shift || !m_till.now().shift->sheet) ask(till::ReadShift{}, tr("Read the shift report"));
  return true;
}

void ShiftScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ShiftScreen::retranslate() {
  const auto tile = [](ActionButton* button, const QString& words, const QString& detail) {
    button->setText(words);
    button->setDetail(detail);
    button->setAccessibleName(words + QStringLiteral(". ") + detail);
  };
  m_head->setTitle(tr("Shift"));
  tile(m_in, tr("Pay in"), tr("Change brought, money found"));
  tile(m_out, tr("Pay out"), tr("Small bills paid from the drawer"));
  tile(m_drop, tr("To the safe"), tr("Takings out of the drawer"));
  tile(m_open, tr("Open without a sale"), tr("The reason is noted"));
  tile(m_float, tr("Opening float"), tr("What lies in the drawer at the start"));
  tile(m_count_act, tr("Count and close"), tr("Blind count, difference, hand-over slip"));
  m_print->setText(tr("Print slip"));
  m_print->setAccessibleName(tr("Print this slip"));
  m_again->setText(tr("Last shift"));
  m_again->setAccessibleName(tr("Print the slip of the last shift again"));
  m_drawer_title->setText(tr("Why is it opened?"));
  const auto reasons = models::ShiftText::drawerReasons();
  for (std::size_t at = 0; at < m_reasons.size(); ++at) {
    m_reasons[at]->setText(reasons[at].words);
    m_reasons[at]->setAccessibleName(reasons[at].words);
  }
  m_notice->setHint(tr("What the drawer should hold is shown after it is counted."));
  const auto& shift = m_till.now().shift;
  if (shift && shift->sheet)
    m_paper->showText(models::ShiftText::slip(*shift->sheet, m_look.language.language(), kSlipColumns));
}

}  // namespace kahui::widgets
