#include "core/till/engine.hpp"

#include <algorithm>
#include <cstring>
#include <future>

#include "core/journal/draft.hpp"

namespace kahui::till {

namespace {
constexpr std::size_t kMostTasks = 1024;
}

Till::Engine::Engine(Ports ports, SaleDesk desk)
    : m_ports(std::move(ports)), m_desk(std::move(desk)), m_card_gate(makeCardGate()) {
  m_desk.askAt(m_ports.hq.get());
  readSettings();
  m_snapshot = std::make_shared<const Snapshot>(draw());
}

Till::Engine::~Engine() { stop(); }

void Till::Engine::start() {
  if (m_ports.shop) {
    m_asker = std::make_unique<HeldAsker>(m_ports.shop, [this](HeldAsker::Then then) {
      push([this, then = std::move(then)] {
        --m_shop_asks;
        then();
        askDue();
        publish();
        if (issueDue()) publish();
      });
    });
  }
  m_thread = std::thread([this] { loop(); });
  if (m_ports.readers) {
    m_ports.readers->start([this](ports::ReaderEvent event) { submit(Card{std::move(event)}); });
  }
  openPayments();
}

void Till::Engine::stop() {
  if (!m_thread.joinable()) return;
  if (m_ports.readers) m_ports.readers->stop();
  {
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
  }
  m_filled.notify_all();
  m_drained.notify_all();
  if (m_payments) m_payments->stop();  // its last news finds the queue closed
  if (m_asker) m_asker->stop();        // likewise
  m_thread.join();
  closeCardGate();
}

void Till::Engine::push(Task task) {
  std::unique_lock lock(m_mutex);
  m_drained.wait(lock, [&] { return m_tasks.size() < kMostTasks || m_stopping; });
  if (m_stopping) return;
  m_tasks.push_back(std::move(task));
  lock.unlock();
  m_filled.notify_one();
}

void Till::Engine::submit(Command command) {
  push([this, command = std::move(command)]() mutable {
    watchClock();
    followRules();
    std::visit([this](auto& one) { handle(one); }, command);
    followWriting();
    askDue();
    publish();
    if (issueDue()) publish();
  });
}

void Till::Engine::followRules() {
  if (!m_basket.isUntouched() || m_returning) return;
  if (const auto followed = m_desk.followRules(); !followed) failed(followed.error());
}

// After the screen has the member: the write is not in the way of the price.
bool Till::Engine::issueDue() {
  if (!std::exchange(m_member_came, false) || !m_basket.member()) return false;
  AttachedMember member = *m_basket.member();
  const auto more = m_desk.issueCoupons(member);
  if (!more) failed(more.error());
  if (more && *more) m_basket.setCoupons(std::move(member.coupons));
  return !more || *more;
}

void Till::Engine::runAndWait(const std::function<void()>& work) {
  KAHUI_ASSERT(std::this_thread::get_id() != m_thread.get_id());
  auto done = std::make_shared<std::promise<void>>();
  auto waiting = done->get_future();
  push([&work, done] {
    work();
    done->set_value();
  });
  done.reset();  // a task that is thrown away at the end breaks the promise, and the wait ends too
  waiting.wait();
}

// What the store does in the background comes when no command waits, and the day's jobs when none has for a while.
void Till::Engine::loop() {
  auto last_command = std::chrono::steady_clock::now() - m_ports.quiet_before_jobs;
  bool jobs_left = true;
  for (;;) {
    Task task;
    {
      std::unique_lock lock(m_mutex);
      if (m_tasks.empty()) {
        lock.unlock();
        [[maybe_unused]] const base::Status maintained =
            m_ports.store->maintain();  // fails again, and aloud, at the next sale
        lock.lock();
      }
      const auto waiting = [&] { return !m_tasks.empty() || m_stopping; };
      if (!jobs_left) {
        m_filled.wait(lock, waiting);
      } else if (!m_filled.wait_until(lock, last_command + m_ports.quiet_before_jobs, waiting)) {
        lock.unlock();
        const auto more = m_desk.jobStep();
        jobs_left = more && *more;
        continue;
      }
      if (m_tasks.empty()) return;
      task = std::move(m_tasks.front());
      m_tasks.pop_front();
    }
    m_drained.notify_one();
    task();
    last_command = std::chrono::steady_clock::now();
    jobs_left = true;  // it may have begun a day
  }
}

std::shared_ptr<const Snapshot> Till::Engine::snapshot() const {
  const std::lock_guard lock(m_mutex);
  return m_snapshot;
}

void Till::Engine::publish() {
  auto fresh = std::make_shared<const Snapshot>(draw());
  {
    const std::lock_guard lock(m_mutex);
    m_snapshot.swap(fresh);
  }
  if (m_listener) m_listener();
}

void Till::Engine::notify(NoticeKind kind, NoticeCode code, std::vector<std::string> args, bool can_undo) {
  if (!m_dropped.empty()) {
    kind = NoticeKind::Warning;
    code = NoticeCode::CouponDropped;
    args = {std::exchange(m_dropped, {})};
  }
  m_notice = Notice{kind, code, std::move(args), std::nullopt, can_undo, ++m_notice_serial};
}

void Till::Engine::failed(const base::Error& error) {
  m_notice = Notice{NoticeKind::Error, NoticeCode::Failed, {}, error, false, ++m_notice_serial};
}

base::Status Till::Engine::authorize(const std::string& operator_code, std::string pin) {
  const base::Status verified = verify(operator_code, std::move(pin));
  if (verified && !mayAct(operator_code)) m_authorized.push_back(operator_code);
  return verified;
}

base::Status Till::Engine::verify(const std::string& operator_code, std::string pin) {
  const auto staff = m_desk.staff(operator_code);
  const auto verified = staff ? m_ports.store->verifyPin(*staff, pin, m_ports.clock->now().utc_ms)
                              : base::Status(tl::unexpected(staff.error()));
  explicit_bzero(pin.data(), pin.size());
  return verified;
}

base::Result<std::string> Till::Engine::permit(Right right, Approval approval) {
  if (!m_staff) return base::fail(base::ErrorCode::NotSignedIn);
  if (approval.code.empty() && mayDo(*m_staff, right)) return std::string();
  if (approval.code.empty()) return refused(right, m_staff->code);
  const auto verified = verify(approval.code, approval.pin);
  explicit_bzero(approval.pin.data(), approval.pin.size());
  if (!verified) return tl::unexpected(verified.error());
  const auto staff = m_desk.staff(approval.code);
  if (!staff) return tl::unexpected(staff.error());
  if (!mayDo(*staff, right)) return refused(right, approval.code);
  return approval.code;
}

// An attempt beyond somebody's rights is in the journal (S000-27); one that cannot be put down is refused all the same.
tl::unexpected<base::Error> Till::Engine::refused(Right right, const std::string& who) {
  [[maybe_unused]] const auto noted = m_ports.store->append(
      journal::makeDraft(m_ports.clock->now(), m_desk.businessDate(), m_desk.rules().version, *m_ports.random,
                         journal::LogNote{who, "refused: " + std::string(name(right))}));
  return base::fail(base::ErrorCode::NoRight, std::string(name(right)));
}

bool Till::Engine::mayAct(const std::string& operator_code) const {
  return m_ports.store->info().demo ||
         std::find(m_authorized.begin(), m_authorized.end(), operator_code) != m_authorized.end();
}

}  // namespace kahui::till
