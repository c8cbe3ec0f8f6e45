#include "app/models/setup_model.hpp"

#include <QMetaObject>

#include "core/base/text.hpp"
#include "core/ports/staff_book.hpp"

namespace kahui::models {

namespace {

constexpr std::size_t kLongestCode = 16;  // the lines of the window are shorter where less fits

NoticeVm fault(QString what, QString next) {
  const Message message = Message::trouble(std::move(what), std::move(next));
  return {till::NoticeKind::Error, message.what(), message.next(), false};
}

}  // namespace

SetupModel::SetupModel(SetupDesk& desk, Formatter formatter, Threads threads)
    : m_desk(desk), m_formatter(formatter), m_threads(threads), m_presets(desk.presets()) {
  m_made = desk.hasStore();
  if (m_made) m_step = SetupStep::Manager;
}

SetupModel::~SetupModel() = default;

void SetupModel::run(std::function<Outcome()> job) {
  m_busy = true;
  emit changed();
  if (m_threads == Threads::None) return take(job());
  m_thread = std::jthread([this, job = std::move(job)] {
    Outcome outcome = job();
    QMetaObject::invokeMethod(
        this, [this, outcome = std::move(outcome)] { take(outcome); }, Qt::QueuedConnection);
  });
}

void SetupModel::take(const Outcome& outcome) {
  m_busy = false;
  m_made = m_made || outcome.made;
  if (outcome.rows) m_rows = outcome.rows;
  if (outcome.next) m_step = *outcome.next;
  emit changed();
  if (outcome.error) {
    const Message message = Messages::error(*outcome.error, m_formatter);
    emit said({till::NoticeKind::Error, message.what(), message.next(), false});
  } else if (!outcome.news.isEmpty()) {
    emit said({till::NoticeKind::Good, outcome.news, {}, false});
  }
}

// The store is made with the manager, so that nothing stands half-made behind a step that can still be changed.
std::optional<NoticeVm> SetupModel::store(const SetupWish& wish) {
  if (m_busy) return std::nullopt;
  if (wish.store_name.empty()) return fault(tr("The store has no name."), tr("Type the name for the receipt."));
  if (!base::isCode(wish.store_no, kLongestCode))
    return fault(tr("The store's number is missing or has other signs."),
                 tr("Use letters and digits, for example 0001."));
  if (!base::isCode(wish.position, kLongestCode))
    return fault(tr("The register's number is missing or has other signs."),
                 tr("Use letters and digits, for example 01."));
  m_wish = wish;
  m_step = SetupStep::Manager;
  emit changed();
  return std::nullopt;
}

std::optional<NoticeVm> SetupModel::manager(const SetupManager& manager, const std::string& pin_again) {
  if (m_busy) return std::nullopt;
  if (!base::isCode(manager.code, kLongestCode))
    return fault(tr("The staff code is missing or has other signs."), tr("Use letters and digits, for example 9001."));
  if (manager.name.empty()) return fault(tr("The manager has no name."), tr("Type it as it should stand on slips."));
  if (!ports::usablePin(manager.pin)) return fault(tr("A PIN has 4 to 12 digits."), tr("Type a PIN of digits."));
  if (manager.pin != pin_again) return fault(tr("The two PINs differ."), tr("Type the same PIN twice."));
  run([this, manager, wish = m_wish, there = m_made] {
    Outcome outcome;
    base::Status made = there ? base::Status{} : m_desk.makeStore(wish);
    outcome.made = made.has_value();
    if (made) made = m_desk.addManager(manager);
    if (!made) return outcome.error = made.error(), outcome;
    outcome.news = tr("The store is there. %1 may sign in.").arg(QString::fromStdString(manager.code));
    outcome.next = SetupStep::Headquarters;
    return outcome;
  });
  return std::nullopt;
}

std::optional<NoticeVm> SetupModel::enrol(const std::string& url, const std::string& code) {
  if (m_busy) return std::nullopt;
  if (!QString::fromStdString(url).startsWith(QStringLiteral("https://")))
    return fault(tr("This is no address of a headquarters."),
                 tr("Type https://, the name and the port, or go on without."));
  if (code.empty()) return fault(tr("The code is missing."), tr("Ask headquarters for one: kahui-hq enrol-code."));
  run([this, url, code] {
    Outcome outcome;
    const auto given = m_desk.enrol(url, code);
    if (!given) return outcome.error = given.error(), outcome;
    outcome.news = tr("Headquarters knows this till as store %1, register %2.")
                       .arg(QString::fromStdString(given->first), QString::fromStdString(given->second));
    outcome.next = SetupStep::Data;
    return outcome;
  });
  return std::nullopt;
}

std::optional<NoticeVm> SetupModel::take(SetupFile what, const std::string& file, bool dry_run) {
  if (m_busy) return std::nullopt;
  if (file.empty()) return fault(tr("No file is chosen."), tr("Choose a CSV file, or go on without."));
  m_rows_taken = !dry_run;
  run([this, what, file, dry_run] {
    Outcome outcome;
    const auto rows = m_desk.import(what, file, dry_run);
    if (!rows) return outcome.error = rows.error(), outcome;
    outcome.rows = *rows;
    outcome.news = dry_run ? tr("%1 of %2 rows can go in.").arg(rows->good).arg(rows->rows)
                           : tr("%1 of %2 rows went in.").arg(rows->good).arg(rows->rows);
    return outcome;
  });
  return std::nullopt;
}

void SetupModel::skip() {
  if (m_busy) return;
  if (m_step == SetupStep::Data) return emit ended();
  m_step = SetupStep::Data;
  emit changed();
}

void SetupModel::back() {
  if (m_busy || !mayGoBack()) return;
  m_step = SetupStep::Store;
  emit changed();
}

QString SetupModel::presetTitle(const std::string& name) {
  if (name == "five-tiers") return tr("Five tiers, points as cash");
  if (name == "mall") return tr("Shopping mall, points of a year");
  if (name == "club") return tr("Club, tiers by what was earned");
  if (name == "tea-room") return tr("Tea room, points that never end");
  if (name == "bronze-to-diamond") return tr("Bronze to diamond, monthly coupons");
  return QString::fromStdString(name);
}

}  // namespace kahui::models
