// Whole conversations with cards that know their keys, some of whose answers are spoiled by the input: what lies behind
// a proof is out of reach of answers that are guessed. data[0]: the conversation; data[1]: its variant; then threes:
// at which exchange, which byte (255: only so many bytes are left; 254: no answer at all), what it is changed by.
#include <map>
#include <memory>

#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/ev2.hpp"
#include "drivers/card/identify.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "drivers/card/ntag/type2.hpp"
#include "drivers/card/personalise.hpp"
#include "tests/drivers/virtual_desfire.hpp"
#include "tests/drivers/virtual_ntag424.hpp"
#include "tests/drivers/virtual_type2.hpp"
#include "tests/fuzz/card_answers.hpp"

namespace {

using namespace kahui;
using namespace kahui::card;

constexpr Aid kAid{0xF5, 0x42, 0x30};
constexpr AesKey kMaster{1, 2, 3};
const char* const kNumber = "04A1B2C3D4E5F6";
const base::Bytes kUid{0x04, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6};

class Spoiled final : public Session {
 public:
  Spoiled(Session& card, base::ByteView plan) : m_card(card) {
    for (; plan.size() >= 3; plan = plan.subspan(3)) m_plan[plan[0]] = {plan[1], plan[2]};
  }
  tl::expected<base::Bytes, LinkError> exchange(base::ByteView command) override {
    const auto planned = m_plan.find(m_exchanges++);
    const auto [place, change] = planned == m_plan.end() ? std::pair<std::uint8_t, std::uint8_t>() : planned->second;
    const bool silent = planned != m_plan.end() && place == 254;
    // What was not sent never reached the card: a debit that is said not to be sent may not have happened either.
    if (silent && change % 2 == 0) return tl::unexpected(LinkError::NotSent);
    auto answer = m_card.exchange(command);
    if (silent) return tl::unexpected(LinkError::Unknown);
    if (!answer || planned == m_plan.end()) return answer;
    if (place == 255) {
      answer->resize(std::min<std::size_t>(answer->size(), change));
    } else if (!answer->empty()) {
      (*answer)[place % answer->size()] ^= change;
    }
    return answer;
  }

 private:
  Session& m_card;
  std::map<int, std::pair<std::uint8_t, std::uint8_t>> m_plan;
  int m_exchanges = 0;
};

ShopKeys shopKeys(int variant) {
  ShopKeys keys{.ntag424 = kMaster, .desfire = kMaster, .diversify = Diversify::None, .aid = kAid};
  if ((variant & 1) != 0) keys.sdm = SdmKeys{.file_key = {4}, .meta_key = {5}};
  if ((variant & 2) != 0) keys.ntag424.reset();
  return keys;
}

void identifyCard(Session& session, const ShopKeys& keys, bool random_uid, const base::Bytes& uid = kUid) {
  test::ZeroRandom random;
  MemoryCounterBook book;
  const base::Bytes drawn{0x08, 1, 2, 3};
  const auto identity = identify(session, random_uid ? drawn : uid, keys, book, random);
  // Whatever is spoiled: what is called proven bears the number of the card that has the key.
  if (identity && identity->trust == ports::Trust::Authenticated) KAHUI_ASSERT(identity->credential == kNumber);
}

void ntag424(base::ByteView plan, int variant) {
  test::VirtualNtag424 card;
  if ((variant & 4) == 0) card.keys[0] = kMaster;
  if ((variant & 8) != 0) card.signature = base::Bytes(56, 0x11);
  if ((variant & 12) == 12) {  // a published chip with its maker's signature
    card.uid = *base::fromHex("04c46c222a6380");
    card.signature = *base::fromHex(
        "344a806ebf704c05c19215d2f840529ce365aad2d08a469a95896d75d477d9fab02a0c827e9f215bd8eb0e56a3a9a008fb75d706aabbd4"
        "da");
  }
  card.mirrors = (variant & 16) != 0;
  card.file_key = {4};
  card.meta_key = {5};
  card.knows_version = (variant & 32) == 0;
  card.reads_iso = (variant & 64) == 0;
  Spoiled session(card, plan);
  identifyCard(session, shopKeys(variant), (variant & 128) != 0, card.uid);
}

void desfire(base::ByteView plan, int variant) {
  test::VirtualDesfire card((variant & 1) == 0);
  card.speaks_ev2 = (variant & 2) == 0;
  if ((variant & 4) == 0) card.application.keys[0] = kMaster;
  card.knows_card_uid = (variant & 8) == 0;
  if ((variant & 16) != 0) card.signature = base::Bytes(56, 0x11);
  card.speaks_aes = (variant & 32) == 0;
  Spoiled session(card, plan);
  identifyCard(session, shopKeys(0), (variant & 128) != 0);
}

void type2(base::ByteView plan, int variant) {
  test::VirtualType2 card;
  if ((variant & 1) != 0) card.version[2] = 0x03;
  if ((variant & 2) != 0) card.version[2] = 0x09;
  if ((variant & 4) != 0) card.signature = base::Bytes(32, 0x22);
  base::Bytes uid = kUid;
  if ((variant & 32) != 0) {
    uid = *base::fromHex("04e10cda993c80");
    card.signature = *base::fromHex("8b76052ee42f5567beb53238b3e3f9950707c0dcc956b5c5efcfdb709b2d82b3");
  }
  card.pass_through = (variant & 8) == 0;
  card.frames = (variant & 16) == 0;
  const Type2Secrets secrets = type2Secrets(SecretKey{Block{1, 2, 3}});
  card.password.assign(secrets.password.begin(), secrets.password.end());
  card.acknowledge.assign(secrets.acknowledge.begin(), secrets.acknowledge.end());
  Spoiled session(card, plan);
  identifyCard(session, shopKeys(0), false, uid);
  if (!authenticateType2(session, secrets)) return;
  HintRecord record{.sequence = 1, .balance = 100};
  for (int i = 0; i < 3; ++i, ++record.sequence) {
    const auto slots = readHint(session, secrets, kUid);
    if (!slots || !writeHint(session, secrets, kUid, *slots, record)) return;
    if (slots->newest) static_cast<void>(compareHints(*slots->newest, record));
  }
  static_cast<void>(compareHints(record, {.sequence = record.sequence, .balance = 1}));
  static_cast<void>(compareHints(record, record));
  static_cast<void>(compareHints(record, {}));
}

class Log final : public IntentLog {
 public:
  explicit Log(bool fails) : m_fails(fails) {}
  base::Status begin(const PurseIntent& intent) override {
    last = intent;
    return m_fails ? base::Status(base::fail(base::ErrorCode::StoreFull)) : base::Status();
  }
  base::Status end(const base::Id&, PurseEnd) override { return {}; }
  base::Result<std::vector<PurseIntent>> openOf(const std::string&) override { return std::vector<PurseIntent>(); }
  base::Result<std::uint32_t> knownSequence(const std::string&) override { return 0; }
  PurseIntent last{};

 private:
  const bool m_fails;
};

std::unique_ptr<Channel> openOn(Session& session, bool ev2) {
  test::ZeroRandom random;
  if (!selectApplication(session, kAid)) return nullptr;
  if (ev2) {
    auto channel = authenticateEv2First(session, 0, SecretKey{}, random);
    if (channel && !channel->authenticateNonFirst(0, SecretKey{}, random)) return nullptr;
    return channel ? std::make_unique<Ev2Channel>(*std::move(channel)) : nullptr;
  }
  auto channel = authenticateAes(session, 0, SecretKey{}, random);
  return channel ? std::make_unique<Ev1Channel>(*std::move(channel)) : nullptr;
}

void purse(base::ByteView plan, int variant) {
  test::VirtualDesfire card;
  card.addValueFile(1, 3, 0, 5000, (variant & 1) != 0 ? 3 : 1000);
  card.addRecordFile(2, 3, kPurseRecordSize, 6);
  card.speaks_ev2 = (variant & 2) == 0;
  card.application.signs = (variant & 4) != 0;
  const PurseLayout layout{.signs = card.application.signs && card.speaks_ev2,
                           .record_key = (variant & 8) != 0 ? std::optional(SecretKey{Block{5}}) : std::nullopt};
  Spoiled session(card, plan);
  const auto channel = openOn(session, card.speaks_ev2);
  if (!channel) return;
  Log log((variant & 16) != 0);
  const PurseOrder order{.transaction = {},
                         .uid = (variant & 32) != 0 ? "04" : kNumber,
                         .move = (variant & 64) != 0 ? PurseMove::Credit : PurseMove::Debit,
                         .amount = 5};
  const int commits = card.commits;
  const PurseOutcome outcome = movePurse(*channel, layout, order, log);
  if (outcome.end == PurseEnd::Done) KAHUI_ASSERT(card.commits == commits + 1);
  if (outcome.end == PurseEnd::NotDone) KAHUI_ASSERT(card.commits == commits);
  const auto again = openOn(session, card.speaks_ev2);
  if (again) static_cast<void>(resolvePurse(*again, layout, log.last));
  const auto third = openOn(session, card.speaks_ev2);
  if (!third) return;
  static_cast<void>(credit(*third, 1, 2, CommMode::Full));
  static_cast<void>(limitedCredit(*third, 1, 2, CommMode::Full));
  static_cast<void>(abortTransaction(*third));
  static_cast<void>(createFile(*third, 3, {.mode = CommMode::Mac, .content = DataFile{.size = 32, .backup = true}}));
  static_cast<void>(createFile(*third, 4, {.content = DataFile{.size = 32}}));
  static_cast<void>(createTransactionMacFile(*third, 5, 0x1FFF, SecretKey{Block{7}}, 1));
  static_cast<void>(writeFile(*third, 1, 0, base::Bytes(200), CommMode::Mac));
  static_cast<void>(readDesfireFile(*third, 1, CommMode::Mac));
  static_cast<void>(changeApplicationKey(*third, ChangeKeyForm::Ev2, 1, SecretKey{}, SecretKey{Block{9}}, 1));
}

void issue(base::ByteView plan, int variant) {
  test::ZeroRandom random;
  ShopKeys keys = shopKeys(1);
  if ((variant & 1) != 0) {
    test::VirtualNtag424 card;
    Spoiled session(card, plan);
    static_cast<void>(
        issueNtag424(session, kUid, keys, {.address = (variant & 2) != 0 ? "kahui.example/m?" : ""}, random));
    keys.ntag424.reset();  // then its message has to do
    identifyCard(session, keys, (variant & 4) != 0);
    return;
  }
  test::VirtualDesfire card(false);
  card.speaks_ev2 = (variant & 2) == 0;
  Spoiled session(card, plan);
  DesfirePlan wish;
  wish.layout.signs = (variant & 4) != 0;
  wish.layout.mode = (variant & 8) != 0 ? CommMode::Mac : CommMode::Full;
  wish.cap = 1000;
  wish.credit_key = SecretKey{Block{8}};
  static_cast<void>(issueDesfire(session, kUid, keys, wish, random));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const base::ByteView plan(data + 2, size - 2);
  constexpr void (*kConversations[])(base::ByteView, int) = {ntag424, desfire, type2, purse, issue};
  kConversations[data[0] % std::size(kConversations)](plan, data[1]);
  return 0;
}
