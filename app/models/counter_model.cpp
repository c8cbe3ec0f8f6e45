#include "app/models/counter_model.hpp"

#include <algorithm>
#include <mutex>

#include "app/models/member_desk_text.hpp"

namespace kahui::models {

using ports::DisplayWhat;
using ports::PrinterState;
using till::Phase;

struct CounterModel::Link {
  std::mutex mutex;
  CounterModel* model = nullptr;
};

CounterModel::CounterModel(TillModel& till, CounterDesk& desk, QObject* parent)
    : QObject(parent), m_till(till), m_desk(desk), m_link(std::make_shared<Link>()), m_view(desk.view()) {
  m_link->model = this;
  connect(&till, &TillModel::changed, this, &CounterModel::follow);
  desk.onChange([link = m_link] {
    const std::lock_guard lock(link->mutex);
    if (link->model == nullptr) return;
    QMetaObject::invokeMethod(
        link->model, [model = link->model] { model->take(); }, Qt::QueuedConnection);
  });
}

CounterModel::~CounterModel() {
  m_desk.onChange({});
  const std::lock_guard lock(m_link->mutex);
  m_link->model = nullptr;
}

void CounterModel::take() {
  const CounterView before = m_view;
  m_view = m_desk.view();
  if (m_view == before) return;
  emit changed();
  const bool needs = !trouble(m_view).what.isEmpty();
  if (needs && (before.printer_state != m_view.printer_state || before.waiting == 0)) emit noticed(trouble(m_view));
}

void CounterModel::follow() {
  const till::Snapshot& now = m_till.now();
  // A copy is printed once it is counted; a receipt that is only looked at is not.
  const bool paper = now.phase == Phase::Receipt && now.receipt && (!now.receipt->copy || now.receipt->copies > 0);
  const std::string name = paper ? now.receipt->receipt_no + "/" + std::to_string(now.receipt->copies) : std::string();
  if (paper && name != m_printed) {
    m_printed = name;
    // Cash goes in or out: only then is the drawer needed.
    const bool cash = std::any_of(now.receipt->tenders.begin(), now.receipt->tenders.end(), [](const auto& tender) {
      return tender.type == "CASH" && (tender.amount > base::Money() || tender.given > base::Money());
    });
    if (cash && !now.receipt->copy) m_desk.openDrawer();
    const CounterAnswer printed = m_desk.print(*now.receipt);
    if (printed != CounterAnswer::Done && printed != CounterAnswer::NoPrinter) emit noticed(answer(printed, {}));
  }
  if (now.notice && now.notice->serial != m_notice_serial) {
    m_notice_serial = now.notice->serial;
    openFor(*now.notice);
  }
  printSlips(now);
  showFigures(now);
}

void CounterModel::printSlips(const till::Snapshot& now) {
  if (now.shift_print && now.shift_print->serial > m_slip_serial) {
    m_slip_serial = now.shift_print->serial;
    const CounterAnswer printed = m_desk.printShift(now.shift_print->slip, now.shift_print->copy);
    // Whoever closes a shift without a printer has the slip on the screen.
    if (printed != CounterAnswer::Done && hasPrinter()) emit noticed(answer(printed, {}));
  }
  if (now.form_print && now.form_print->serial > m_form_serial) {
    m_form_serial = now.form_print->serial;
    CounterAnswer printed = CounterAnswer::Done;
    for (const report::JoinForm& form : now.form_print->forms)
      if (printed == CounterAnswer::Done) printed = m_desk.printForm(form);
    emit noticed(
        answer(printed, tr("Blank form %1 goes to the printer.").arg(text(now.form_print->forms.back().number))));
  }
  const auto* voucher = now.member_desk && now.member_desk->voucher ? &*now.member_desk->voucher : nullptr;
  if (voucher == nullptr || voucher->id == m_voucher) return;
  m_voucher = voucher->id;
  if (hasPrinter()) printLines(MemberDeskText::voucherSlip(*voucher, m_formatter, m_desk.columns()));
}

void CounterModel::printLines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  emit noticed(answer(m_desk.printText(text), tr("It goes to the printer.")));
}

// Each of these is in the journal before the till says it.
void CounterModel::openFor(const till::Notice& notice) {
  const QString cash_out = QString::number(static_cast<int>(till::MemberAct::CashOut));
  const bool paid_out =
      notice.code == till::NoticeCode::MemberDeskDone && !notice.args.empty() && text(notice.args.front()) == cash_out;
  const bool drawer = notice.code == till::NoticeCode::CashMoved || notice.code == till::NoticeCode::DrawerOpened;
  if (drawer || paid_out) m_desk.openDrawer();
}

// Price of the last item, total at the tender step, change at the end; nothing between two customers.
void CounterModel::showFigures(const till::Snapshot& now) {
  const bool turned = now.phase != m_phase;
  m_phase = now.phase;
  if (now.phase == Phase::Tendering && now.tender && (turned || now.tender->due != m_due)) {
    m_due = now.tender->due;
    m_desk.show(DisplayWhat::Total, m_due);
  } else if (now.phase == Phase::Receipt && turned && now.receipt && !now.receipt->copy) {
    m_desk.show(DisplayWhat::Change, now.change);
  } else if (now.phase == Phase::Selling && now.lines.size() > m_lines) {
    m_desk.show(DisplayWhat::Price, now.lines.back().final);
  } else if (now.phase == Phase::Selling && now.lines.empty() && (m_lines > 0 || turned)) {
    m_desk.clearDisplay();
  }
  m_lines = now.lines.size();
}

QString CounterModel::state(const CounterView& view) {
  if (view.printer.empty()) return tr("No printer is set up.");
  if (view.printer_released) return tr("Released for other programs.");
  switch (view.printer_state) {
    case PrinterState::Released:
    case PrinterState::Ready: return tr("Ready");
    case PrinterState::PaperNearEnd: return tr("Ready, the paper is near its end");
    case PrinterState::PaperEnd: return tr("Out of paper");
    case PrinterState::CoverOpen: return tr("The cover is open");
    case PrinterState::Offline: return tr("It does not answer");
  }
  return {};
}

NoticeVm CounterModel::trouble(const CounterView& view) {
  if (view.printer.empty() || view.printer_released || view.waiting == 0) return {};
  const int sheets = static_cast<int>(view.waiting);
  const auto say = [](const QString& what, const QString& next) {
    return NoticeVm{till::NoticeKind::Warning, what, next, false};
  };
  switch (view.printer_state) {
    case PrinterState::Released:
    case PrinterState::Ready:
    case PrinterState::PaperNearEnd: return {};
    case PrinterState::PaperEnd:
      return say(tr("The printer is out of paper; %n sheet(s) wait.", nullptr, sheets),
                 tr("Put in a new roll: they are printed by themselves. Selling goes on."));
    case PrinterState::CoverOpen:
      return say(tr("The printer's cover is open; %n sheet(s) wait.", nullptr, sheets),
                 tr("Close it: they are printed by themselves. Selling goes on."));
    case PrinterState::Offline:
      return say(tr("The printer does not answer; %n sheet(s) wait.", nullptr, sheets),
                 tr("Check its power and cable. Selling goes on; receipts can be printed later."));
  }
  return {};
}

NoticeVm CounterModel::answer(CounterAnswer answer, const QString& done) {
  switch (answer) {
    case CounterAnswer::Done: return {till::NoticeKind::Good, done, {}, false};
    case CounterAnswer::BadSpec:
      return {till::NoticeKind::Error, tr("This is no way to a printer or display."),
              tr("For example tcp:192.168.1.9, usb:/dev/usb/lp0, serial:/dev/ttyS0,9600 or cups:NAME."), false};
    case CounterAnswer::NoPicture:
      return {till::NoticeKind::Error, tr("The logo cannot be read."),
              tr("Give the path of a PNG or JPEG file on this till, or leave the line empty."), false};
    case CounterAnswer::NotSaved:
      return {till::NoticeKind::Warning, tr("Done for now, but the settings could not be written."),
              tr("Call support: it is forgotten at the next start."), false};
    case CounterAnswer::NoPrinter:
      return {till::NoticeKind::Error, tr("There is no printer, or too many sheets wait."),
              tr("Set one up under More (F10), or throw away what waits."), false};
  }
  return {};
}

}  // namespace kahui::models
