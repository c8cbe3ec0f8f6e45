#include "app/widgets/devices_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/widgets/table_look.hpp"

namespace kahui::widgets {
namespace {

using models::DevicesModel;

constexpr int kDevicesScreenRow_px = 60;
constexpr int kDevicesScreenInset_px = 16;
constexpr int kDevicesScreenSign_px = 22;

class DeviceDelegate : public QStyledItemDelegate {
 public:
  DeviceDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, kDevicesScreenRow_px}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_look.tokens();
    const bool marked = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect;
    painter->save();
    paintCell(*painter, row, t, marked, true);
    const auto tone = static_cast<models::Tone>(index.data(DevicesModel::ToneRole).toInt());
    paintTone(*painter,
              {row.left() + kDevicesScreenInset_px, row.top() + (kDevicesScreenRow_px - kDevicesScreenSign_px) / 2,
               kDevicesScreenSign_px, kDevicesScreenSign_px},
              tone, t);
    const QRect words =
        row.adjusted(2 * kDevicesScreenInset_px + kDevicesScreenSign_px, 6, -kDevicesScreenInset_px, -6);
    const int half = words.height() / 2;
    painter->setFont(typeface(17, true));
    painter->setPen(t.text);
    painter->drawText(words.adjusted(0, 0, 0, -half), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
    painter->setFont(typeface(14));
    painter->setPen(t.secondary);
    const QString detail = index.data(DevicesModel::DetailRole).toString();
    painter->drawText(words.adjusted(0, half, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, words.width()));
    painter->restore();
  }

 private:
  Look m_look;
};

}  // namespace

DevicesScreen::DevicesScreen(Look look, models::TillModel& till, DevicesModel& devices, QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_devices(devices),
      m_approval(new ApprovalForm(look, QStringLiteral("devices"))),
      m_form(new DeviceForm(look)),
      m_card(new DeviceCard(look)),
      m_notice(new NoticeBar(look, QStringLiteral("devices"))) {
  auto* left = new QVBoxLayout;
  left->setSpacing(kGap_px);
  left->addWidget(makeList(), 1);
  left->addWidget(m_form);
  auto* sides = new QWidget;
  auto* right = new QVBoxLayout(sides);
  right->setContentsMargins(0, 0, 0, 0);
  right->setSpacing(kGap_px);
  right->addWidget(m_card);
  right->addWidget(makeNotes(), 1);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addLayout(left, 1);
  auto* sign = new Card(m_look);
  auto* signs = new QVBoxLayout(sign);
  signs->setContentsMargins(16, 12, 16, 14);
  signs->addWidget(m_approval);
  m_right = new QStackedWidget;
  m_right->addWidget(sides);
  m_right->addWidget(sign);
  columns->addWidget(m_right, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin_px, kMargin_px, kMargin_px, kMargin_px);
  layout->setSpacing(kGap_px);
  m_head = makeHead(m_look, QStringLiteral("devicesBack"));
  layout->addWidget(m_head);
  layout->addLayout(columns, 1);
  layout->addWidget(m_notice);
  connectParts();
  retranslate();
  take();
}

QWidget* DevicesScreen::makeList() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(2, 6, 2, 6);
  m_list = new QListView;
  m_list->setObjectName(QStringLiteral("devicesQListView"));
  m_list->setModel(&m_devices);
  m_list->setItemDelegate(new DeviceDelegate(m_look, m_list));
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setUniformItemSizes(true);
  layout->addWidget(m_list);
  return card;
}

QWidget* DevicesScreen::makeNotes() {
  auto* card = new Card(m_look);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(12, 12, 12, 6);
  layout->setSpacing(kGap_px);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(kGap_px);
  m_examine = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("devicesExamine"));
  m_examine->setIconName(QStringLiteral("search"));
  m_examine->setCap(QStringLiteral("D"));
  m_history = new ActionButton(m_look, ActionButton::Kind::Plain, QStringLiteral("devicesHistory"));
  m_history->setIconName(QStringLiteral("receipt"));
  m_history->setCap(QStringLiteral("H"));
  buttons->addWidget(m_examine, 1);
  buttons->addWidget(m_history, 1);
  m_hint = new TextLabel(m_look, 14, TextLabel::Weight::Normal, &Tokens::secondary);
  m_hint->setObjectName(QStringLiteral("devicesHintTextLabel"));
  m_hint->setWordWrap(true);
  m_notes = new NoteList(m_look, QStringLiteral("devices"));
  layout->addLayout(buttons);
  layout->addWidget(m_hint);
  layout->addWidget(m_notes, 1);
  return card;
}

void DevicesScreen::connectParts() {
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DevicesScreen::take);
  connect(&m_devices, &DevicesModel::changed, this, &DevicesScreen::take);
  connect(&m_devices, &DevicesModel::examined, this, [this] { showNotes(Notes::Findings); });
  connect(&m_look.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
  connect(m_card, &DeviceCard::claimAsked, this, [this] { say(m_devices.claim(current())); });
  connect(m_card, &DeviceCard::testAsked, this, [this] { say(m_devices.test(current())); });
  connect(m_card, &DeviceCard::releaseAsked, this,
          [this] { withRight(tr("Release a device"), [this] { say(m_devices.release(current())); }); });
  connect(m_card, &DeviceCard::removeAsked, this,
          [this] { withRight(tr("Remove a device"), [this] { say(m_devices.remove(current())); }); });
  connect(m_approval, &ApprovalForm::signedBy, this, [this](const till::Approval& approval) {
    m_till.submit(till::AskRight{till::Right::ManageSettings, approval});
  });
  connect(m_form, &DeviceForm::addAsked, this,
          [this](models::DeviceKind kind, const QString& name, const QString& baud) {
            withRight(tr("Add a device"), [this, kind, name, baud] {
              const models::NoticeVm answer = m_devices.add(kind, name, baud);
              if (answer.kind != till::NoticeKind::Good) return say(answer);
              m_form->clear();
              m_list->setCurrentIndex(m_devices.index(m_devices.rowCount() - 1));
              m_list->setFocus();
              say(answer);
            });
          });
  connect(m_examine, &QAbstractButton::clicked, this, &DevicesScreen::examine);
  connect(m_history, &QAbstractButton::clicked, this, [this] { showNotes(Notes::History); });
}

int DevicesScreen::current() const { return m_list->currentIndex().row(); }

void DevicesScreen::open() {
  m_notice->clear();
  endAsking();
  m_answered = m_till.now().notice ? m_till.now().notice->serial : 0;
  m_list->setFocus();
  take();
  examine();
}

void DevicesScreen::leave() {
  endAsking();
  m_devices.endTests();
}

void DevicesScreen::withRight(const QString& wanted, std::function<void()> act) {
  m_waiting = std::move(act);
  m_wanted = wanted;
  m_till.submit(till::AskRight{till::Right::ManageSettings, {}});
}

void DevicesScreen::endAsking() {
  m_waiting = {};
  m_right->setCurrentIndex(0);
}

void DevicesScreen::show(const till::Snapshot& snapshot) {
  if (!snapshot.notice || snapshot.notice->serial == m_answered) return;
  m_answered = snapshot.notice->serial;
  if (!m_waiting) return;
  if (snapshot.notice->code == till::NoticeCode::RightGiven) {
    auto act = std::exchange(m_waiting, {});
    m_right->setCurrentIndex(0);
    // After the window has shown the till's own notice: what the device answers comes in its place.
    QTimer::singleShot(0, this, std::move(act));
    return;
  }
  if (!snapshot.notice->error) return;
  if (m_right->currentIndex() == 1) return m_approval->refused();
  if (snapshot.notice->error->code != base::ErrorCode::NoRight) return endAsking();
  m_approval->setWanted(m_wanted);
  m_approval->open();
  m_right->setCurrentIndex(1);
  m_approval->entry()->setFocus();
}

bool DevicesScreen::back() {
  if (m_right->currentIndex() == 0) return false;
  endAsking();
  m_list->setFocus();
  return true;
}

void DevicesScreen::take() {
  const int rows = m_devices.rowCount();
  if (rows > 0 && current() < 0) m_list->setCurrentIndex(m_devices.index(0));
  m_card->show(rows > 0 ? std::optional(m_devices.device(current())) : std::nullopt);
  if (m_shown == Notes::History) m_notes->show(m_devices.history());
}

void DevicesScreen::examine() {
  m_devices.examine();
  showNotes(Notes::Findings);
}

void DevicesScreen::showNotes(Notes notes) {
  m_shown = notes;
  m_notes->show(notes == Notes::History ? m_devices.history() : m_devices.findings());
  if (notes == Notes::History) {
    m_hint->setText(tr("What state each reader was in, the newest first."));
  } else {
    m_hint->setText(m_devices.isExamining() ? tr("The readers are being examined…")
                                            : tr("What keeps readers from working, and what to do."));
  }
}

void DevicesScreen::say(const models::NoticeVm& notice) { m_notice->show(notice); }

bool DevicesScreen::takeKey(int key) {
  if (m_right->currentIndex() == 1) return false;
  ActionButton* button = nullptr;
  const auto named = [this](const char* name) { return findChild<ActionButton*>(QString::fromLatin1(name)); };
  if (key == Qt::Key_C) button = named("deviceClaimActionButton");
  if (key == Qt::Key_T) button = named("deviceTestActionButton");
  if (key == Qt::Key_R) button = named("deviceReleaseActionButton");
  if (key == Qt::Key_Delete) button = named("deviceRemoveActionButton");
  if (key == Qt::Key_D) button = m_examine;
  if (key == Qt::Key_H) button = m_history;
  if (key == Qt::Key_A) m_form->begin();
  if (button != nullptr) button->click();
  return button != nullptr || key == Qt::Key_A;
}

void DevicesScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void DevicesScreen::retranslate() {
  m_devices.setFormatter(m_look.formatter());
  m_head->setTitle(tr("Readers and scanners"));
  m_list->setAccessibleName(tr("Readers and scanners of this till"));
  m_examine->setText(tr("Examine"));
  m_examine->setAccessibleName(tr("Find what keeps readers from working"));
  m_history->setText(tr("History"));
  m_history->setAccessibleName(tr("History of the readers"));
  m_notes->setAccessibleName(tr("Findings and history"));
  m_notice->setHint(tr("Arrows choose a device, A adds one. A test takes one card or code away from the sale."));
  take();
  showNotes(m_shown);
}

}  // namespace kahui::widgets
