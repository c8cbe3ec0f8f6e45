#include "app/local/hq_line.hpp"

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "app/local/hq_identity.hpp"
#include "app/net/http_transport.hpp"
#include "core/sync/claim_code.hpp"

namespace kahui::local {

namespace {

constexpr net::Patience kCounter{std::chrono::milliseconds(400), std::chrono::milliseconds(400)};
constexpr std::chrono::milliseconds kMost{1000};   // for one question, the look-up of the name and a handshake included
constexpr std::chrono::milliseconds kBetween{50};  // an answer is told a moment before its thread is free

}  // namespace

// The connection, and the thread that alone uses it.
class HqLine::Worker {
 public:
  explicit Worker(std::string store_id) : m_store_id(std::move(store_id)) {}

  static void run(const std::shared_ptr<Worker>& worker) {
    std::unique_lock lock(worker->m_mutex);
    while (true) {
      worker->m_wake.wait(lock, [&] { return worker->m_stopped || worker->m_job; });
      if (worker->m_stopped) return;
      const auto job = std::exchange(worker->m_job, nullptr);
      lock.unlock();
      job();
      lock.lock();
      worker->m_busy = false;
      worker->m_wake.notify_all();
    }
  }
  // False: an earlier question still hangs.
  bool take(std::function<void()> job) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait_for(lock, kBetween, [this] { return !m_busy; })) return false;
    m_busy = true;
    m_job = std::move(job);
    m_wake.notify_all();
    return true;
  }
  void stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_wake.notify_all();
  }

  // On the worker's thread.
  base::Result<sync::CounterClient*> client() {
    if (m_client) return m_client.get();
    const auto identity = readIdentity(m_store_id);
    if (!identity) return base::fail(base::ErrorCode::ServiceDown, identity.error().detail);
    auto transport =
        net::HttpTransport::open(identity->url, {identity->ca, identity->certificate, identity->key}, kCounter);
    if (!transport) return base::fail(base::ErrorCode::ServiceDown, transport.error().detail);
    m_transport = std::move(*transport);
    m_client = std::make_unique<sync::CounterClient>(
        *m_transport, sync::CounterKeys{identity->terminal, identity->feed_key, identity->card_key});
    return m_client.get();
  }
  void drop() {  // also after a certificate was changed: the file is read again
    m_client.reset();
    m_transport.reset();
  }

 private:
  const std::string m_store_id;
  std::unique_ptr<net::HttpTransport> m_transport;
  std::unique_ptr<sync::CounterClient> m_client;
  std::mutex m_mutex;  // guards what follows
  std::condition_variable m_wake;
  std::function<void()> m_job;
  bool m_busy = false;
  bool m_stopped = false;
};

HqLine::HqLine(std::string store_id) {
  if (const auto identity = readIdentity(store_id)) {
    m_terminal = identity->terminal;
    m_card_key = identity->card_key;
  }
  m_worker = std::make_shared<Worker>(std::move(store_id));
  std::thread([worker = m_worker] { Worker::run(worker); }).detach();
}

HqLine::~HqLine() { m_worker->stop(); }

template <class Answer>
Answer HqLine::ask(std::function<Answer(sync::CounterClient&)> question) {
  const auto told = std::make_shared<std::promise<Answer>>();
  auto answer = told->get_future();
  const bool taken = m_worker->take([worker = m_worker.get(), question = std::move(question), told] {
    const auto client = worker->client();
    Answer heard = client ? question(**client) : Answer(tl::unexpected(client.error()));
    if (!heard) worker->drop();
    told->set_value(std::move(heard));
  });
  if (!taken || answer.wait_for(kMost) != std::future_status::ready)
    return base::fail(base::ErrorCode::ServiceDown, "no answer in time");
  return answer.get();
}

base::Result<ports::HqDecision> HqLine::redeem(const base::Id& attempt, const base::Id& member, base::Points points) {
  return ask<base::Result<ports::HqDecision>>(
      [attempt, member, points](sync::CounterClient& hq) { return hq.redeem(attempt, member, points); });
}

base::Status HqLine::confirm(const base::Id& attempt, const base::Id& member) {
  return ask<base::Status>([attempt, member](sync::CounterClient& hq) { return hq.confirm(attempt, member); });
}

base::Status HqLine::cancel(const base::Id& attempt, const base::Id& member) {
  return ask<base::Status>([attempt, member](sync::CounterClient& hq) { return hq.cancel(attempt, member); });
}

base::Result<ports::HqDecision> HqLine::holdCoupon(const base::Id& attempt, const std::string& serial) {
  return ask<base::Result<ports::HqDecision>>(
      [attempt, serial](sync::CounterClient& hq) { return hq.holdCoupon(attempt, serial); });
}

base::Status HqLine::freeCoupon(const base::Id& attempt, const std::string& serial) {
  return ask<base::Status>([attempt, serial](sync::CounterClient& hq) { return hq.freeCoupon(attempt, serial); });
}

base::Result<std::optional<ports::FeedMember>> HqLine::byCard(const member::Credential& card) {
  return ask<base::Result<std::optional<ports::FeedMember>>>(
      [card](sync::CounterClient& hq) { return hq.byCard(card); });
}

base::Result<std::optional<ports::FeedMember>> HqLine::byPhone(std::string_view normalized_phone) {
  return ask<base::Result<std::optional<ports::FeedMember>>>(
      [phone = std::string(normalized_phone)](sync::CounterClient& hq) { return hq.byPhone(phone); });
}

base::Result<std::optional<ports::FeedMember>> HqLine::byNo(member::MemberNo no) {
  return ask<base::Result<std::optional<ports::FeedMember>>>([no](sync::CounterClient& hq) { return hq.byNo(no); });
}

base::Status HqLine::offer(const ports::HeldBill& bill, const base::Id& member) {
  return ask<base::Status>([bill, member](sync::CounterClient& hq) { return hq.offer(bill, member); });
}

base::Result<ports::HeldList> HqLine::list() {
  return ask<base::Result<ports::HeldList>>([](sync::CounterClient& hq) { return hq.list(); });
}

base::Result<ports::HeldAnswer> HqLine::take(const ports::HeldParcel& parcel) {
  return ask<base::Result<ports::HeldAnswer>>([parcel](sync::CounterClient& hq) { return hq.take(parcel); });
}

base::Result<ports::HeldAnswer> HqLine::withdraw(const base::Id& bill) {
  return ask<base::Result<ports::HeldAnswer>>([bill](sync::CounterClient& hq) { return hq.withdraw(bill); });
}

std::string HqLine::code(const std::string& receipt_no) const {
  return m_terminal.empty() ? std::string() : sync::claimCode(m_card_key, m_terminal, receipt_no);
}

base::Result<ports::ClaimAnswer> HqLine::claim(const base::Id& attempt, const std::string& code, int days) {
  return ask<base::Result<ports::ClaimAnswer>>(
      [attempt, code, days](sync::CounterClient& hq) { return hq.claim(attempt, code, days); });
}

}  // namespace kahui::local
