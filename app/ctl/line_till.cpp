#include "app/ctl/line_till.hpp"

#include "app/ctl/command.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/hq_identity.hpp"
#include "app/local/hq_line.hpp"

namespace kahui::ctl {

namespace {

base::Result<std::string> readPin(const std::string& file) {
  if (file.empty()) return std::string();
  auto pin = local::readFile(file);
  if (!pin) return pin;
  pin->erase(pin->find_last_not_of(" \t\r\n") + 1);
  return pin;
}

}  // namespace

base::Result<std::unique_ptr<LineTill>> LineTill::open(const std::string& folder, local::LineWork work,
                                                       const std::string& operator_code, const std::string& pin_file,
                                                       const std::string& approver,
                                                       const std::string& approver_pin_file) {
  const auto pin = readPin(pin_file);
  if (!pin) return tl::unexpected(pin.error());
  const auto approver_pin = readPin(approver_pin_file);
  if (!approver_pin) return tl::unexpected(approver_pin.error());
  const local::Approver signs{approver, *approver_pin};
  std::unique_ptr<LineTill> line_till(new LineTill(work));
  auto store = openForWriting(folder);
  if (store) {
    KAHUI_TRY(line_till->openOwn(*std::move(store), operator_code, *pin, signs));
    return line_till;
  }
  if (store.error().code != base::ErrorCode::StoreLocked) return tl::unexpected(store.error());
  // The till that runs on this store does it: one writing process a store.
  auto channel = local::connectTo(folder);
  if (!channel) return base::fail(base::ErrorCode::StoreLocked, "and it takes no orders: " + channel.error().detail);
  KAHUI_TRY(local::ask(*channel, local::orderFor(work, operator_code, *pin, signs)));
  line_till->m_channel.emplace(*std::move(channel));
  return line_till;
}

base::Status LineTill::openOwn(std::unique_ptr<store::SqliteStore> store, const std::string& operator_code,
                               const std::string& pin, const local::Approver& approver) {
  const ports::StoreInfo info = store->info();
  store->nameCards(local::cardHashOf(info.store_id));
  till::Till::Ports ports;
  ports.store = std::move(store);
  ports.clock = local::openClock(info.zone, info.demo);
  ports.random = std::make_shared<base::SystemRandom>();
  // As the till does: headquarters is asked while the line answers.
  if (local::readIdentity(info.store_id)) ports.hq = std::make_shared<local::HqLine>(info.store_id);
  auto till = till::Till::open(std::move(ports));
  if (!till) return tl::unexpected(till.error());
  m_till = *std::move(till);
  m_till->start();
  if (!operator_code.empty()) KAHUI_TRY(m_till->authorize(operator_code, pin));
  return approver.code.empty() ? base::Status{} : m_till->authorize(approver.code, approver.pin);
}

std::optional<std::string> LineTill::answer(const std::string& line) {
  const std::lock_guard lock(m_mutex);
  if (m_till) return local::answerLine(*m_till, m_work, line);
  return m_channel->writeLine(line) ? m_channel->readLine() : std::nullopt;
}

}  // namespace kahui::ctl
