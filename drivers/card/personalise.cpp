#include "drivers/card/personalise.hpp"

#include <algorithm>
#include <memory>

#include "drivers/card/card_key.hpp"
#include "drivers/card/crypto/cmac.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/ev2.hpp"

namespace kahui::card {
namespace {

using Kind = CardFault::Kind;

constexpr int kMetaKey = 1;
constexpr int kFileKey = 2;
constexpr std::uint32_t kWritePiece = 128;
constexpr std::uint16_t kNdefRights = 0xE000;    // all read, key 0 writes and changes
constexpr std::uint16_t kRecordRights = 0x3330;  // key 3 reads and writes, key 0 changes
constexpr std::size_t kMaxAddress = 120;

tl::unexpected<IssueFault> stopped(IssueStep step, const CardFault& fault) {
  return tl::unexpected<IssueFault>(IssueFault{step, fault});
}
// Everything went well and yet something is not as it should be.
tl::unexpected<IssueFault> stopped(IssueStep step) { return stopped(step, {Kind::Malformed, 0}); }

IssueResult at(IssueStep step, const CardResult<void>& result) {
  if (!result) return stopped(step, result.error());
  return {};
}

SecretKey oneStepFrom(const SecretKey& key, int number) {
  const std::uint8_t digit = static_cast<std::uint8_t>(number);
  return SecretKey(cmac(key.view(), joined({base::asBytes("kahui card key "), {&digit, 1}})));
}

template <class C>
struct Door {
  C channel;
  bool factory = false;  // opened with the all-zero key
};

// The shop's key, or the factory's: a card that was begun may have either.
CardResult<Door<Ev2Channel>> openEv2(Session& session, const SecretKey& key, base::RandomSource& random) {
  auto own = authenticateEv2First(session, 0, key, random);
  if (own) return Door<Ev2Channel>{*std::move(own), false};
  if (own.error() != CardFault{Kind::Refused, kAuthenticationError}) return tl::unexpected(own.error());
  auto blank = authenticateEv2First(session, 0, SecretKey{}, random);
  if (!blank) return tl::unexpected(blank.error());
  return Door<Ev2Channel>{*std::move(blank), true};
}

CardResult<void> writeAll(Channel& channel, base::ByteView content) {
  for (std::size_t from = 0; from < content.size(); from += kWritePiece) {
    const auto piece = content.subspan(from, std::min<std::size_t>(kWritePiece, content.size() - from));
    const auto written = writeData(channel, kNdefFile, static_cast<std::uint32_t>(from), piece, CommMode::Plain);
    if (!written) return written;
  }
  return {};
}

CardResult<bool> holds(Channel& channel, base::ByteView content) {
  const auto present = readData(channel, kNdefFile, 0, static_cast<std::uint32_t>(content.size()), CommMode::Plain);
  if (!present) return tl::unexpected(present.error());
  return sameBytes(*present, content);
}

CardResult<bool> isSetTo(Channel& channel, int file, FileSettings wanted) {
  const auto present = readFileSettings(channel, file, CommMode::Mac);
  if (!present) return tl::unexpected(present.error());
  wanted.size = present->size;
  return *present == wanted;
}

CardResult<void> settle(Channel& channel, int file, const FileSettings& wanted) {
  const auto done = isSetTo(channel, file, wanted);
  if (!done) return tl::unexpected(done.error());
  if (*done) return {};
  return changeFileSettings(channel, file, wanted);
}

const FileSettings kRecordSettings{.mode = CommMode::Full, .rights = kRecordRights};

void begins(const IssueProgress& progress, IssueStep step) {
  if (progress) progress(step);
}

class Ntag424Issue {
 public:
  Ntag424Issue(Session& session, base::ByteView uid, const ShopKeys& keys, const Ntag424Plan& plan,
               base::RandomSource& random)
      : m_session(session), m_uid(uid), m_keys(keys), m_progress(plan.progress), m_random(random) {
    if (!plan.address.empty()) m_sun = sunTemplate(plan.address);
  }

  IssueResult run() {
    begins(m_progress, IssueStep::Open);
    if (const auto selected = selectNdefApplication(m_session); !selected) return at(IssueStep::Open, selected);
    auto door = openEv2(m_session, key(0), m_random);
    if (!door) return stopped(IssueStep::Open, door.error());
    Channel& channel = door->channel;
    const auto true_uid = readCardUid(channel);
    if (!true_uid) return stopped(IssueStep::Open, true_uid.error());
    if (!sameBytes(*true_uid, m_uid)) return stopped(IssueStep::Open);
    begins(m_progress, IssueStep::Keys);
    for (int number = 1; number < kNtag424Keys; ++number)
      if (auto changed = at(IssueStep::Keys, change(channel, number)); !changed) return changed;
    begins(m_progress, IssueStep::Content);
    if (m_sun) {
      const auto done = holds(channel, m_sun->file);
      if (!done) return stopped(IssueStep::Content, done.error());
      if (!*done) {
        if (auto written = at(IssueStep::Content, writeAll(channel, m_sun->file)); !written) return written;
      }
      if (auto set = at(IssueStep::Settings, settle(channel, kNdefFile, m_sun->settings)); !set) return set;
    }
    if (auto set = at(IssueStep::Settings, settle(channel, kRecordFile, kRecordSettings)); !set) return set;
    begins(m_progress, IssueStep::OwnKey);
    if (door->factory) {
      auto own = at(IssueStep::OwnKey, changeOwnKey(channel, 0, key(0), kIssuedKeyVersion));
      if (!own) return own;
    }
    return readBack();
  }

 private:
  SecretKey key(int number) const { return *issuedNtag424Key(m_keys, m_uid, number); }

  // Its version tells whether a key was changed already; readBack() proves it.
  CardResult<void> change(Channel& channel, int number) {
    const auto version = readKeyVersion(channel, number);
    if (!version) return tl::unexpected(version.error());
    if (*version == kIssuedKeyVersion) return {};
    return changeOtherKey(channel, number, SecretKey{}, key(number), kIssuedKeyVersion);
  }

  IssueResult readBack() {
    constexpr IssueStep kStep = IssueStep::ReadBack;
    begins(m_progress, kStep);
    for (int number = kNtag424Keys - 1; number >= 0; --number) {
      auto channel = authenticateEv2First(m_session, number, key(number), m_random);
      if (!channel) return stopped(kStep, channel.error());
      if (number > 0) continue;
      std::vector<CardResult<bool>> checks;
      checks.push_back(isSetTo(*channel, kRecordFile, kRecordSettings));
      if (m_sun) {
        checks.push_back(isSetTo(*channel, kNdefFile, m_sun->settings));
        checks.push_back(holds(*channel, m_sun->file));
      }
      for (const auto& check : checks) {
        if (!check) return stopped(kStep, check.error());
        if (!*check) return stopped(kStep);
      }
    }
    return {};
  }

  Session& m_session;
  const base::ByteView m_uid;
  const ShopKeys& m_keys;
  const IssueProgress& m_progress;
  base::RandomSource& m_random;
  std::optional<SunTemplate> m_sun{};
};

class DesfireIssue {
 public:
  DesfireIssue(Session& session, base::ByteView uid, const ShopKeys& keys, const DesfirePlan& plan, SecretKey own,
               base::RandomSource& random)
      : m_session(session), m_uid(uid), m_keys(keys), m_plan(plan), m_own(std::move(own)), m_random(random) {}

  IssueResult run() {
    begins(m_plan.progress, IssueStep::Create);
    if (auto made = at(IssueStep::Create, selectOrCreate()); !made) return made;
    if (auto opened = at(IssueStep::Open, open()); !opened) return opened;
    const auto true_uid = readCardUid(*m_channel);
    if (!true_uid) return stopped(IssueStep::Open, true_uid.error());
    if (!sameBytes(*true_uid, m_uid)) return stopped(IssueStep::Open);
    if (hasPurse()) {
      if (auto made = at(IssueStep::Create, createFiles()); !made) return made;
    }
    begins(m_plan.progress, IssueStep::Keys);
    for (int number = 1; number < kKeys; ++number)
      if (auto changed = change(number); !changed) return changed;
    begins(m_plan.progress, IssueStep::OwnKey);
    if (m_factory) {
      if (auto opened = at(IssueStep::Open, open()); !opened) return opened;
      auto own = at(IssueStep::OwnKey, changeSessionKey(*m_channel, m_form, 0, m_own, kIssuedKeyVersion));
      if (!own) return own;
    }
    return readBack();
  }

 private:
  static constexpr int kKeys = 3;
  static constexpr std::uint8_t kApplicationSettings = 0x0F;
  static constexpr std::uint16_t kValueRights = 0x0122;  // key 0 reads and debits, 1 gives back, 2 credits and changes
  static constexpr std::uint16_t kRecordsRights = 0x0022;  // key 0 reads and writes

  SecretKey key(int number) const {
    if (number == 0) return m_own;
    return number == 2 && hasPurse() ? m_plan.credit_key : oneStepFrom(m_own, number);
  }

  [[nodiscard]] bool hasPurse() const { return m_plan.cap > 0; }

  CardResult<void> selectOrCreate() {
    const auto selected = selectApplication(m_session, m_keys.aid);
    if (selected || selected.error() != CardFault{Kind::Refused, kApplicationNotFound}) return selected;
    if (const auto card = selectApplication(m_session, Aid{}); !card) return card;
    OpenChannel open_channel(m_session);
    const auto created = createApplication(open_channel, m_keys.aid, kApplicationSettings, kKeys);
    if (!created) return created;
    return selectApplication(m_session, m_keys.aid);
  }

  CardResult<std::unique_ptr<Channel>> opened(int number, const SecretKey& with) {
    if (m_form == ChangeKeyForm::Ev2) {
      auto channel = authenticateEv2First(m_session, number, with, m_random);
      if (!channel) return tl::unexpected(channel.error());
      return std::make_unique<Ev2Channel>(*std::move(channel));
    }
    auto channel = authenticateAes(m_session, number, with, m_random);
    if (!channel) return tl::unexpected(channel.error());
    return std::make_unique<Ev1Channel>(*std::move(channel));
  }

  CardResult<void> open() {
    CardFault last{};
    for (const ChangeKeyForm form : {m_form, ChangeKeyForm::Ev1}) {
      m_form = form;
      for (const bool factory : {false, true}) {
        auto channel = opened(0, factory ? SecretKey{} : m_own);
        if (channel) {
          m_channel = *std::move(channel);
          m_factory = factory;
          return {};
        }
        last = channel.error();
        if (last != CardFault{Kind::Refused, kAuthenticationError}) break;
      }
      if (last.kind != Kind::Refused || last.status == kAuthenticationError) break;
    }
    return tl::unexpected(last);
  }

  CardResult<void> createFiles() {
    const CommMode mode = m_plan.layout.mode;
    const DesfireFile value{.mode = mode, .rights = kValueRights, .content = ValueFile{.upper = m_plan.cap}};
    const DesfireFile records{.mode = mode,
                              .rights = kRecordsRights,
                              .content = RecordFile{.record_size = kPurseRecordSize, .capacity = m_plan.records + 1}};
    for (const auto& [number, file] :
         {std::pair(m_plan.layout.value_file, value), std::pair(m_plan.layout.record_file, records)}) {
      const auto created = createFile(*m_channel, number, file);
      if (created) continue;
      if (created.error() != CardFault{Kind::Refused, kDuplicate}) return created;
      if (const auto again = open(); !again) return again;  // a refusal ends the session
    }
    return {};
  }

  IssueResult change(int number) {
    // The card tells no versions within every generation; whether the new key opens it is the better question.
    if (const auto done = opened(number, key(number))) return {};
    if (auto again = at(IssueStep::Open, open()); !again) return again;
    return at(IssueStep::Keys,
              changeApplicationKey(*m_channel, m_form, number, SecretKey{}, key(number), kIssuedKeyVersion));
  }

  IssueResult readBack() {
    constexpr IssueStep kStep = IssueStep::ReadBack;
    begins(m_plan.progress, kStep);
    for (int number = kKeys - 1; number >= 0; --number) {
      auto channel = opened(number, key(number));
      if (!channel) return stopped(kStep, channel.error());
      m_channel = *std::move(channel);
    }
    if (!hasPurse()) return {};
    const auto state = readPurse(*m_channel, m_plan.layout);
    if (!state) return stopped(kStep, state.error());
    const auto file = readDesfireFile(*m_channel, m_plan.layout.value_file, CommMode::Mac);
    if (!file) return stopped(kStep, file.error());
    const auto* value = std::get_if<ValueFile>(&file->content);
    if (value == nullptr || value->upper != m_plan.cap || file->rights != kValueRights ||
        file->mode != m_plan.layout.mode)
      return stopped(kStep);
    return {};
  }

  Session& m_session;
  const base::ByteView m_uid;
  const ShopKeys& m_keys;
  const DesfirePlan& m_plan;
  const SecretKey m_own;
  base::RandomSource& m_random;
  ChangeKeyForm m_form = ChangeKeyForm::Ev2;
  bool m_factory = false;
  std::unique_ptr<Channel> m_channel{};
};

}  // namespace

std::optional<SecretKey> issuedNtag424Key(const ShopKeys& keys, base::ByteView uid, int key_number) {
  KAHUI_ASSERT(key_number >= 0 && key_number < kNtag424Keys);
  if (!keys.ntag424) return std::nullopt;
  const auto own = cardKey(keys, *keys.ntag424, uid);
  if (!own || key_number == 0) return own;
  if (keys.sdm && key_number == kMetaKey) return SecretKey(keys.sdm->meta_key);
  if (keys.sdm && key_number == kFileKey) return SecretKey(keys.sdm->file_key);
  return oneStepFrom(*own, key_number);
}

SunTemplate sunTemplate(std::string_view address) {
  KAHUI_ASSERT(address.size() <= kMaxAddress);
  constexpr std::uint8_t kHttps = 0x04;
  const std::string picc_name = "picc_data=";
  const std::string mac_name = "&cmac=";
  const std::string text = std::string(address) + picc_name + std::string(32, '0') + mac_name + std::string(16, '0');
  // Length of the message; one short record of the well-known type U; its payload.
  const auto payload = static_cast<std::uint8_t>(text.size() + 1);
  const base::Bytes head{0, static_cast<std::uint8_t>(payload + 4), 0xD1, 0x01, payload, 'U', kHttps};
  const auto start = static_cast<std::uint32_t>(head.size() + address.size() + picc_name.size());
  SdmSettings sdm{.uid = true, .counter = true, .meta_read = kMetaKey, .file_read = kFileKey};
  sdm.picc_offset = start;
  sdm.mac_offset = start + 32 + static_cast<std::uint32_t>(mac_name.size());
  sdm.mac_input_offset = sdm.mac_offset;  // the session's key holds UID and counter; nothing else needs the proof
  return {joined({head, base::asBytes(text)}), {.mode = CommMode::Plain, .rights = kNdefRights, .sdm = sdm}};
}

IssueResult issueNtag424(Session& session, base::ByteView uid, const ShopKeys& keys, const Ntag424Plan& plan,
                         base::RandomSource& random) {
  const auto own = issuedNtag424Key(keys, uid, 0);
  const bool sun = !plan.address.empty();
  if (!own || own->isZero() || plan.address.size() > kMaxAddress || (sun && !keys.sdm)) return stopped(IssueStep::Plan);
  return Ntag424Issue(session, uid, keys, plan, random).run();
}

IssueResult issueDesfire(Session& session, base::ByteView uid, const ShopKeys& keys, const DesfirePlan& plan,
                         base::RandomSource& random) {
  const auto own = keys.desfire ? cardKey(keys, *keys.desfire, uid) : std::nullopt;
  const bool purse = !plan.credit_key.isZero() && plan.cap > 0 && plan.records >= 2 && plan.records <= 254;
  const bool no_purse = plan.credit_key.isZero() && plan.cap == 0;
  const bool planned = own && !own->isZero() && (purse || no_purse) && keys.aid != Aid{};
  if (!planned) return stopped(IssueStep::Plan);
  return DesfireIssue(session, uid, keys, plan, *own, random).run();
}

}  // namespace kahui::card
