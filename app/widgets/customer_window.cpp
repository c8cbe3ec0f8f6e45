#include "app/widgets/customer_window.hpp"

#include <QPainter>

#include "app/models/extras_text.hpp"
#include "app/models/presenters.hpp"
#include "app/widgets/customer_pad.hpp"
#include "app/widgets/qr_image.hpp"

namespace kahui::widgets {
namespace {

constexpr int kMargin = 32;
constexpr int kCustomerWindowRow_px = 64;
constexpr int kCustomerWindowCode_px = 180;

}  // namespace

CustomerWindow::CustomerWindow(Look look, models::TillModel& till, const QString& join, models::CustomerEntry* entry)
    : m_look(look), m_till(till), m_code(qrImage(join)), m_entry(entry) {
  setObjectName(QStringLiteral("CustomerWindow"));
  setAttribute(Qt::WA_ShowWithoutActivating);
  setWindowFlag(Qt::WindowDoesNotAcceptFocus);
  setFocusPolicy(Qt::NoFocus);
  setMinimumSize(640, 480);
  setWindowTitle(tr("Customer's window"));
  connect(&till, &models::TillModel::changed, this, qOverload<>(&QWidget::update));
  connect(&look.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  connect(&look.language, &models::UiLanguage::changed, this, qOverload<>(&QWidget::update));
  if (entry != nullptr) m_pad = new CustomerPad(look, *entry, this);
}

CustomerWindow::~CustomerWindow() {
  if (m_entry != nullptr) m_entry->setShown(false);
}

void CustomerWindow::resizeEvent(QResizeEvent*) {
  if (m_pad != nullptr) m_pad->setGeometry(rect());
}

// Where the window is not seen, nobody types: a display that was pulled takes its entry with it.
void CustomerWindow::showEvent(QShowEvent*) {
  if (m_entry != nullptr) m_entry->setShown(true);
}

void CustomerWindow::hideEvent(QHideEvent*) {
  if (m_entry != nullptr) m_entry->setShown(false);
}

void CustomerWindow::paintEvent(QPaintEvent*) {
  const Tokens& t = m_look.tokens();
  const till::Snapshot& now = m_till.now();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), t.background);
  const int head = 84;
  painter.fillRect(0, 0, width(), head, t.top_bar);
  painter.setPen(t.on_top_bar);
  painter.setFont(typeface(32, true));
  painter.drawText(QRect(kMargin, 0, width() - 2 * kMargin, head), Qt::AlignVCenter | Qt::AlignLeft,
                   models::text(now.store.store_name));
  const int right = std::max(320, width() * 2 / 5);
  const QRect body(kMargin, head + kMargin / 2, width() - 2 * kMargin, height() - head - kMargin);
  const QRect side(body.right() - right, body.top(), right, body.height());
  paintLines(painter, body.adjusted(0, 0, -right - kMargin, 0));
  paintTotals(painter, QRect(side.left(), side.top(), side.width(), side.height() / 2));
  paintMember(painter, QRect(side.left(), side.top() + side.height() / 2, side.width(), side.height() / 2));
}

// The last ones that there is room for: the newest always stands in sight.
void CustomerWindow::paintLines(QPainter& painter, const QRect& box) const {
  const Tokens& t = m_look.tokens();
  const models::Formatter formatter = m_look.formatter();
  painter.setPen(Qt::NoPen);
  painter.setBrush(t.surface);
  painter.drawRoundedRect(box, kRadius_px, kRadius_px);
  const auto& lines = m_till.now().lines;
  const QRect inside = box.adjusted(20, 10, -20, -10);
  if (lines.empty()) {
    const QString hello = m_till.now().receipt ? tr("Thank you, see you again") : tr("Welcome");
    const auto news = models::Presenters::forMembers(m_till.now(), formatter);
    painter.setPen(t.secondary);
    painter.setFont(typeface(30));
    if (news.empty()) return painter.drawText(inside, Qt::AlignCenter | Qt::TextWordWrap, hello), void();
    painter.drawText(inside, Qt::AlignTop | Qt::AlignHCenter, hello);
    return paintNews(painter, inside.adjusted(0, kCustomerWindowRow_px, 0, 0), news);
  }
  const auto room = static_cast<std::size_t>(std::max(1, inside.height() / kCustomerWindowRow_px));
  int y = inside.top();
  for (std::size_t at = lines.size() > room ? lines.size() - room : 0; at < lines.size();
       ++at, y += kCustomerWindowRow_px) {
    const till::LineView& line = lines[at];
    const QRect row(inside.left(), y, inside.width(), kCustomerWindowRow_px);
    const QString amount = formatter.money(line.final);
    painter.setFont(typeface(24, true));
    painter.setPen(t.text);
    const int wide = painter.fontMetrics().horizontalAdvance(amount) + 16;
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, amount);
    painter.drawText(row.adjusted(0, 4, -wide, -kCustomerWindowRow_px / 2 + 6), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(models::text(line.name), Qt::ElideRight, row.width() - wide));
    painter.setFont(typeface(18));
    painter.setPen(line.saving > base::Money() ? t.price : t.secondary);
    painter.drawText(row.adjusted(0, kCustomerWindowRow_px / 2, -wide, -4), Qt::AlignVCenter | Qt::AlignLeft,
                     below(line));
  }
}

// As many as there is room for, whole; nothing but what was published to members gets here (S000-87).
void CustomerWindow::paintNews(QPainter& painter, const QRect& box,
                               const std::vector<std::pair<QString, QString>>& news) const {
  const Tokens& t = m_look.tokens();
  int y = box.top();
  for (const auto& [title, words] : news) {
    painter.setFont(typeface(24, true));
    const QRect room(box.left(), y, box.width(), box.bottom() - y);
    const int head = painter.boundingRect(room, Qt::TextWordWrap, title).height();
    painter.setFont(typeface(20));
    const QRect below = room.adjusted(0, head + 4, 0, 0);
    const int body = words.isEmpty() ? 0 : painter.boundingRect(below, Qt::TextWordWrap, words).height();
    if (head + 4 + body > room.height()) return;
    painter.setPen(t.secondary);
    painter.drawText(below, Qt::TextWordWrap, words);
    painter.setFont(typeface(24, true));
    painter.setPen(t.text);
    painter.drawText(room, Qt::TextWordWrap, title);
    y += head + body + kCustomerWindowRow_px / 2;
  }
}

// The second row of a line: how many at which price, or what it takes in points and money.
QString CustomerWindow::below(const till::LineView& line) const {
  const models::Formatter formatter = m_look.formatter();
  if (line.gift_points > base::Points())
    return formatter.quantity(line.quantity) + QStringLiteral(" · ") +
           models::ExtrasText::giftPrice(line.gift_points, line.final, formatter);
  const QString count = formatter.quantity(line.quantity) + QStringLiteral(" × ") + formatter.money(line.unit_price);
  return line.saving > base::Money() ? tr("%1, saves %2").arg(count, formatter.money(line.saving)) : count;
}

void CustomerWindow::paintTotals(QPainter& painter, const QRect& box) const {
  const Tokens& t = m_look.tokens();
  const models::Formatter formatter = m_look.formatter();
  const till::Snapshot& now = m_till.now();
  const bool done = now.receipt && now.phase == till::Phase::Receipt;
  const base::Money due = done ? now.receipt->total : now.tender ? now.tender->due : now.totals.due;
  painter.setPen(t.secondary);
  painter.setFont(typeface(24));
  painter.drawText(box, Qt::AlignTop | Qt::AlignLeft, done ? tr("Paid") : tr("To pay"));
  painter.setPen(t.text);
  painter.setFont(typeface(64, true));
  painter.drawText(box.adjusted(0, 28, 0, 0), Qt::AlignTop | Qt::AlignRight, formatter.money(due));
  painter.setFont(typeface(28, true));
  QString below;
  if (done && now.change > base::Money())
    below = tr("Change %1").arg(formatter.money(now.change));
  else if (!done && now.totals.saving > base::Money())
    below = tr("You save %1").arg(formatter.money(now.totals.saving));
  painter.setPen(done ? t.text : t.price);
  painter.drawText(box.adjusted(0, 120, 0, 0), Qt::AlignTop | Qt::AlignRight, below);
}

void CustomerWindow::paintMember(QPainter& painter, const QRect& box) const {
  const Tokens& t = m_look.tokens();
  const models::Formatter formatter = m_look.formatter();
  const till::Snapshot& now = m_till.now();
  if (now.member) {
    const Tokens::Pair& tier = m_look.theme.tier(now.member->tier_rank);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tier.back);
    painter.drawRoundedRect(box, kRadius_px, kRadius_px);
    const models::MemberVm vm = models::Presenters::member(*now.member, formatter);
    painter.setPen(tier.text);
    painter.setFont(typeface(30, true));
    painter.drawText(box.adjusted(20, 16, -20, 0), Qt::AlignTop | Qt::AlignLeft, vm.name);
    QStringList words;
    if (!vm.greeting.isEmpty()) words << vm.greeting;
    words << (QStringList{vm.badge} + vm.tags).join(QStringLiteral(" · "));
    words << tr("Points %1, from this bill %2").arg(vm.points, vm.earns);
    if (!vm.value.isEmpty()) words << vm.value;
    if (!vm.birthday.isEmpty()) words << vm.birthday;
    // A low window takes smaller words before it takes fewer.
    const QRect room = box.adjusted(20, 60, -20, -8);
    const QString all = words.join(QLatin1Char('\n'));
    constexpr int kHow = Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap;
    for (const int size_px : {22, 18, 15, 13}) {
      painter.setFont(typeface(size_px));
      if (painter.boundingRect(room, kHow, all).height() <= room.height()) break;
    }
    painter.drawText(room, kHow, all);
    return;
  }
  if (m_code.isNull()) return;
  const int side = std::min(kCustomerWindowCode_px, box.height() - 48);
  const QRect code(box.right() - side, box.bottom() - side, side, side);
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.drawImage(code, m_code);
  painter.setPen(t.text);
  painter.setFont(typeface(24, true));
  painter.drawText(QRect(box.left(), code.top(), box.width() - side - 16, side),
                   Qt::AlignVCenter | Qt::AlignRight | Qt::TextWordWrap, tr("Scan to become a member"));
}

}  // namespace kahui::widgets
