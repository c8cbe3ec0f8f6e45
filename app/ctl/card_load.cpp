// kahuictl card load: points from a member's account onto his card. A till of this process's own does it, with the
// reader that is named; one that runs on the store does it at its member desk.
#include <cstdio>
#include <thread>

#include "app/ctl/card_office.hpp"
#include "app/local/data_folder.hpp"
#include "app/local/demo_clock.hpp"
#include "app/local/error_text.hpp"
#include "app/local/hq_identity.hpp"
#include "app/local/hq_line.hpp"
#include "core/store/card_memory.hpp"
#include "core/till/till.hpp"
#include "drivers/card/issuing_identifier.hpp"
#include "drivers/host/open_readers.hpp"

namespace kahui::ctl {

namespace {

using namespace std::chrono_literals;
using nlohmann::ordered_json;
using till::NoticeCode;
using SnapshotPtr = std::shared_ptr<const till::Snapshot>;

Outcome<std::string> pinIn(const std::string& file) {
  if (file.empty()) return std::string();
  auto pin = local::readFile(file);
  if (!pin) return tl::unexpected(failureOf(pin.error()));
  pin->erase(pin->find_last_not_of(" \t\r\n") + 1);
  return *std::move(pin);
}

struct LoadTill {
  std::unique_ptr<till::Till> till;
  ports::CardReaderService* readers = nullptr;  // the till's
};

Outcome<LoadTill> openTill(const CardOptions& options) {
  const auto keys = readKeys(options.keys);
  if (!keys) return tl::unexpected(failureOf(keys.error()));
  if (!(*keys)->desfire || !(*keys)->purse || !(*keys)->purse->credit_key || (*keys)->purse->cap <= 0)
    return tl::unexpected(failureOf({base::ErrorCode::BadInput, "--keys: purse.credit_key and purse.cap are needed"}));
  auto store = openForWriting(options.store);
  if (!store && store.error().code == base::ErrorCode::StoreLocked)
    return tl::unexpected(Failure{"store_locked", "a till runs on this store; put the points on at its member desk"});
  if (!store) return tl::unexpected(failureOf(store.error()));
  const ports::StoreInfo info = (*store)->info();
  (*store)->nameCards(local::cardHashOf(info.store_id));
  const auto memory = (*store)->openCardMemory();
  if (!memory) return tl::unexpected(failureOf(memory.error()));
  const auto purse = std::make_shared<card::PurseDesk>(*keys, *memory, card::tillNumber(info.store_no, info.position));
  const auto identifier = std::make_shared<card::IssuingIdentifier>(*keys, *memory, *memory);
  identifier->setPurse(purse);
  till::Till::Ports ports;
  auto readers = host::openReaders({options.device}, {}, {*keys, identifier});
  if (!readers) return tl::unexpected(failureOf(readers.error()));
  LoadTill open;
  open.readers = readers->get();
  ports.readers = *std::move(readers);
  ports.store = *std::move(store);
  ports.clock = local::openClock(info.zone, info.demo);
  ports.random = std::make_shared<base::SystemRandom>();
  ports.purse = purse;
  if (local::readIdentity(info.store_id)) ports.hq = std::make_shared<local::HqLine>(info.store_id);
  auto till = till::Till::open(std::move(ports));
  if (!till) return tl::unexpected(failureOf(till.error()));
  open.till = *std::move(till);
  open.till->start();
  return open;
}

class Loading {
 public:
  Loading(const LoadTill& open, const CardOptions& options)
      : m_till(*open.till), m_readers(*open.readers), m_options(options) {}

  Outcome<ordered_json> run(std::string pin, std::string member_pin) {
    KAHUI_TRY(ordered(till::SignIn{m_options.operator_code, std::move(pin)}));
    m_till.submit(till::OpenMemberDesk{});
    KAHUI_TRY(ordered(till::ShowMember{m_options.member}));
    m_readers.lookAgain();  // a card may have been told before anybody was signed in
    const auto seen = until([](const till::Snapshot& now) { return now.member_desk && now.member_desk->load; },
                            std::chrono::seconds(m_options.wait_s));
    if (!seen)
      return tl::unexpected(Failure{
          "device_gone", "the member's card did not come, or proved nothing; lay it on the reader and try again"});
    m_serial = seen->notice ? seen->notice->serial : 0;
    m_till.submit(till::LoadCard{base::Points(m_options.points), std::move(member_pin), {}});
    // The till takes them back by itself when the card has gone.
    const auto end = until([this](const till::Snapshot& now) { return isEnd(now); }, 90s);
    if (!end) return tl::unexpected(Failure{"wrong_state", "no end came; see 'kahuictl card doubts'"});
    return answerOf(*end);
  }

 private:
  Outcome<void> ordered(till::Command command) {
    m_till.submit(std::move(command));
    m_till.runOnEngine([](ports::Store&) {});
    const auto now = m_till.snapshot();
    if (now->notice && now->notice->error) return tl::unexpected(failureOf(*now->notice->error));
    return {};
  }

  [[nodiscard]] SnapshotPtr until(const std::function<bool(const till::Snapshot&)>& pred,
                                  std::chrono::milliseconds limit) const {
    const auto end = std::chrono::steady_clock::now() + limit;
    do {
      auto now = m_till.snapshot();
      if (pred(*now)) return now;
      std::this_thread::sleep_for(20ms);
    } while (std::chrono::steady_clock::now() < end);
    return nullptr;
  }

  [[nodiscard]] bool isEnd(const till::Snapshot& now) const {
    if (!now.notice || now.notice->serial <= m_serial) return false;
    if (now.notice->error) return true;
    const NoticeCode code = now.notice->code;
    return code == NoticeCode::CardLoaded || code == NoticeCode::CardNotLoaded || code == NoticeCode::CardLoadUnknown;
  }

  [[nodiscard]] Outcome<ordered_json> answerOf(const till::Snapshot& now) const {
    if (now.notice->error) return tl::unexpected(failureOf(*now.notice->error));
    const std::string points = std::to_string(m_options.points);
    if (now.notice->code == NoticeCode::CardLoadUnknown)
      return tl::unexpected(Failure{"wrong_state", "the card left too early; nobody knows yet whether it got the " +
                                                       points + " points. Lay it on a reader of this till again"});
    if (now.notice->code == NoticeCode::CardNotLoaded)
      return tl::unexpected(
          Failure{"rule_rejected", "the card did not get the points (" +
                                       (now.notice->args.size() > 2 ? now.notice->args[2] : std::string()) +
                                       "); the account has them again"});
    ordered_json out{{"ok", true}, {"member", m_options.member}, {"points", m_options.points}};
    // The reader tells of the card at about the same time.
    const auto after = until([](const till::Snapshot& at) { return at.member_desk && at.member_desk->load; }, 1s);
    out["card"] = now.notice->args[1];
    if (after && after->member_desk->page) out["balance"] = after->member_desk->page->balance.value();
    return out;
  }

  till::Till& m_till;
  ports::CardReaderService& m_readers;
  const CardOptions& m_options;
  std::uint64_t m_serial = 0;
};

Outcome<ordered_json> load(const CardOptions& options) {
  auto pin = pinIn(options.pin_file);
  if (!pin) return tl::unexpected(pin.error());
  auto member_pin = pinIn(options.member_pin_file);
  if (!member_pin) return tl::unexpected(member_pin.error());
  const auto till = openTill(options);
  if (!till) return tl::unexpected(till.error());
  return Loading(*till, options).run(*std::move(pin), *std::move(member_pin));
}

}  // namespace

int loadCommand(const CardOptions& options) {
  const auto out = load(options);
  if (!out) return report(out.error(), options.json);
  if (options.json)
    std::printf("%s\n", out->dump().c_str());
  else
    std::printf("%lld points are on the card %s now\n", static_cast<long long>(options.points),
                (*out)["card"].get<std::string>().c_str());
  return kDone;
}

}  // namespace kahui::ctl
