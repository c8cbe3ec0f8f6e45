#include "drivers/card/identify.hpp"

#include <functional>
#include <memory>

#include "drivers/card/card_key.hpp"
#include "drivers/card/crypto/originality.hpp"
#include "drivers/card/desfire/desfire.hpp"
#include "drivers/card/desfire/ev1.hpp"
#include "drivers/card/ev2.hpp"
#include "drivers/card/lrp_channel.hpp"
#include "drivers/card/ntag/ndef.hpp"
#include "drivers/card/ntag/ntag424.hpp"
#include "drivers/card/ntag/sun.hpp"
#include "drivers/card/ntag/type2.hpp"
#include "drivers/card/uid.hpp"

namespace kahui::card {
namespace {

using ports::CardClass;
using ports::RefuseReason;
using ports::Trust;
using Answer = tl::expected<Identity, RefuseReason>;
using Opened = CardResult<std::unique_ptr<Channel>>;
using Opener = std::function<Opened(const SecretKey&)>;

constexpr int kKeyNumber = 0;

Answer refused(RefuseReason reason) { return tl::unexpected(reason); }
Answer refused(const CardFault& fault) { return tl::unexpected(reasonOf(fault)); }

bool isRefusal(const CardFault& fault) { return fault.kind == CardFault::Kind::Refused; }
bool isLinkFault(const CardFault& fault) {
  return fault.kind == CardFault::Kind::NotSent || fault.kind == CardFault::Kind::Unknown;
}
// A refusal in the cards' own language: somebody is there who knows the command's family.
bool isNative(const CardFault& fault) { return isRefusal(fault) && fault.status >> 8 == 0x91; }

class Identification {
 public:
  Identification(Session& session, base::ByteView uid, const ShopKeys& keys, CounterBook& book,
                 base::RandomSource& random)
      : m_session(session), m_uid(uid), m_keys(keys), m_book(book), m_random(random), m_random_uid(isRandomUid(uid)) {}

  Answer run() {
    const auto version = readVersion(m_session);
    if (version) {
      if (version->isNtag()) return ntag424();
      if (version->isDesfire()) return desfire();
    } else if (!isRefusal(version.error())) {
      return refused(version.error());
    }
    if (const auto bank = askedAsBankCard()) return *bank;
    if (const auto type4 = askedAsType4()) return *type4;
    if (m_keys.desfire) {
      const auto selected = selectApplication(m_session, m_keys.aid);
      if (selected || isNative(selected.error())) return desfire();
      if (!isRefusal(selected.error())) return refused(selected.error());
    }
    return type2();
  }

 private:
  // What is left when nothing was proved.
  Answer claim(CardClass card_class, Trust trust = Trust::Claim) const {
    auto credential = credentialOfUid(m_uid);
    if (!credential) return refused(credential.error());
    return Identity{.card_class = card_class, .credential = *std::move(credential), .trust = trust};
  }

  // The directory of payment applications (EMV contactless book B, 3.3.1). None of them is selected.
  std::optional<Answer> askedAsBankCard() {
    static constexpr std::string_view kDirectory = "2PAY.SYS.DDF01";
    const base::ByteView name = base::asBytes(kDirectory);
    const auto answer =
        exchangeIso(m_session, {.ins = 0xA4, .p1 = 4, .data = {name.begin(), name.end()}, .expected = 256});
    if (!answer) return refused(answer.error());
    const bool more_waits = answer->status.value >> 8 == 0x61;
    if (answer->status.isDone() || more_waits) return refused(RefuseReason::BankCard);
    return std::nullopt;
  }

  // An NFC Forum tag that does not say what it is: it may speak NTAG 424's language, or hold a SUN message only.
  std::optional<Answer> askedAsType4() {
    const auto selected = selectNdefApplication(m_session);
    if (!selected) {
      if (isRefusal(selected.error())) return std::nullopt;
      return refused(selected.error());
    }
    if (m_keys.ntag424) {
      // The first half of an authentication; ntag424() begins it anew.
      const auto challenge = sendFrame(m_session, kEv2First, base::Bytes{kKeyNumber, 0});
      if (challenge || isNative(challenge.error())) return ntag424();
      if (!isRefusal(challenge.error())) return refused(challenge.error());
    }
    if (m_keys.sdm) return sun();
    return std::nullopt;
  }

  Answer ntag424() {
    const auto selected = selectNdefApplication(m_session);
    if (!selected && !isRefusal(selected.error())) return refused(selected.error());
    if (m_keys.ntag424) {
      const Opener ev2 = [this](const SecretKey& key) { return openEv2(key); };
      const Opener lrp = [this](const SecretKey& key) { return openLrp(key); };
      return prove(CardClass::Ntag424, *m_keys.ntag424, {ev2, lrp});
    }
    if (m_keys.sdm) {
      if (const auto answer = sun()) return *answer;
    }
    return signedByMaker(CardClass::Ntag424);
  }

  Answer desfire() {
    if (!m_keys.desfire) return bankCardOr(CardClass::Desfire);
    const auto selected = selectApplication(m_session, m_keys.aid);
    if (!selected) {
      if (!isRefusal(selected.error())) return refused(selected.error());
      if (const auto blank = opensBlank()) return *blank;
      // Not issued by this shop. Some bank cards hold a DESFire beside their payment application.
      return bankCardOr(CardClass::Desfire);
    }
    const Opener ev2 = [this](const SecretKey& key) { return openEv2(key); };
    const Opener aes = [this](const SecretKey& key) { return openAes(key); };
    return prove(CardClass::Desfire, *m_keys.desfire, {ev2, aes});
  }

  // Without the shop's application: is the card itself as it left the factory? (One with a DES key tells nothing here.)
  std::optional<Answer> opensBlank() {
    const auto selected = selectApplication(m_session, Aid{});
    const auto opened = selected ? openAes(SecretKey{}) : tl::unexpected(selected.error());
    if (opened) return refused(RefuseReason::FactoryKey);
    if (isLinkFault(opened.error())) return refused(opened.error());
    return std::nullopt;
  }

  Answer bankCardOr(CardClass card_class) {
    if (const auto bank = askedAsBankCard()) return *bank;
    return signedByMaker(card_class);
  }

  Opened openEv2(const SecretKey& key) {
    auto channel = authenticateEv2First(m_session, kKeyNumber, key, m_random);
    if (!channel) return tl::unexpected(channel.error());
    return std::make_unique<Ev2Channel>(*std::move(channel));
  }
  Opened openLrp(const SecretKey& key) {
    auto channel = authenticateLrpFirst(m_session, kKeyNumber, key, m_random);
    if (!channel) return tl::unexpected(channel.error());
    return std::make_unique<LrpChannel>(*std::move(channel));
  }
  Opened openAes(const SecretKey& key) {
    auto channel = authenticateAes(m_session, kKeyNumber, key, m_random);
    if (!channel) return tl::unexpected(channel.error());
    return std::make_unique<Ev1Channel>(*std::move(channel));
  }

  // Each way of authenticating that the card may speak, newest first.
  Answer prove(CardClass card_class, const AesKey& master, const std::vector<Opener>& ways) {
    // A card that hides its UID cannot have a key made from it.
    const auto key = m_random_uid ? std::optional(SecretKey(master)) : cardKey(m_keys, master, m_uid);
    if (!key) return refused(RefuseReason::WrongKey);
    for (const Opener& way : ways) {
      auto channel = way(*key);
      if (channel) {
        if (key->isZero() || SecretKey(master).isZero()) return refused(RefuseReason::FactoryKey);
        return trueUid(card_class, **channel);
      }
      const CardFault fault = channel.error();
      if (!isRefusal(fault)) return refused(fault);
      if (fault.status == kAuthenticationError) return closed(way);
    }
    return closed(ways.back());
  }

  // The shop's key does not open it; does the factory's?
  Answer closed(const Opener& way) {
    const auto channel = way(SecretKey{});
    if (channel) return refused(RefuseReason::FactoryKey);
    if (isLinkFault(channel.error())) return refused(channel.error());
    return refused(m_random_uid && m_keys.diversify == Diversify::An10922 ? RefuseReason::RandomUid
                                                                          : RefuseReason::WrongKey);
  }

  // Asked for also where the key is bound to the UID: it proves that the session's keys are the same on both sides.
  Answer trueUid(CardClass card_class, Channel& channel) {
    const bool bound = m_keys.diversify == Diversify::An10922 && !m_random_uid;
    const auto uid = readCardUid(channel);
    if (!uid) {
      if (!isRefusal(uid.error())) return refused(uid.error());
      // A refusal bears no proof. Without a key of its own any of the shop's cards could stand for any other.
      return claim(card_class, bound ? Trust::Authenticated : Trust::Claim);
    }
    if (!m_random_uid && !sameBytes(*uid, m_uid)) return refused(RefuseReason::BadMac);
    auto credential = credentialOfUid(*uid);
    if (!credential) return refused(credential.error());
    return Identity{.card_class = card_class, .credential = *std::move(credential), .trust = Trust::Authenticated};
  }

  Answer signedByMaker(CardClass card_class) {
    if (m_random_uid) return refused(RefuseReason::RandomUid);
    const auto signature = readMakerSignature(m_session);
    if (!signature) return isRefusal(signature.error()) ? claim(card_class) : refused(signature.error());
    if (!isOriginal(Maker::DnaFamily, m_uid, *signature)) return refused(RefuseReason::BadSignature);
    return claim(card_class, Trust::Genuine);
  }

  // None if the card holds no SUN message.
  std::optional<Answer> sun() {
    OpenChannel open(m_session);
    auto file = readNdefFile(m_session);
    if (!file && isRefusal(file.error())) file = readData(open, kNdefFile, 0, 0, CommMode::Plain);
    if (!file) {
      if (isLinkFault(file.error())) return refused(file.error());
      return std::nullopt;
    }
    std::optional<RefuseReason> wrong;
    const auto judged = [&](const std::optional<SunMessage>& message) -> std::optional<Answer> {
      if (!message) return std::nullopt;
      const auto proof = verifySun(*message, *m_keys.sdm);
      if (proof) return accept(*proof);
      wrong = proof.error();
      return std::nullopt;
    };
    const auto text = ndefText(*file);
    if (auto answer = text ? judged(findSun(*text)) : std::nullopt) return answer;
    // Parameters may have any name; the card knows where it puts them.
    const auto settings = readFileSettings(open, kNdefFile, CommMode::Plain);
    if (!settings && isLinkFault(settings.error())) return refused(settings.error());
    if (settings && settings->sdm) {
      if (auto answer = judged(findSun(*file, *settings->sdm))) return answer;
    }
    if (wrong) return refused(*wrong);
    return std::nullopt;
  }

  std::optional<Answer> accept(const SunProof& proof) {
    if (!proof.counter) return std::nullopt;  // the same text for ever: proves nothing
    if (!m_random_uid && !sameBytes(proof.uid, m_uid)) return refused(RefuseReason::BadMac);
    auto credential = credentialOfUid(proof.uid);
    if (!credential) return refused(credential.error());
    if (!m_book.rises(*credential, *proof.counter)) return refused(RefuseReason::Replay);
    return Identity{.card_class = CardClass::Ntag424,
                    .credential = *std::move(credential),
                    .trust = Trust::Genuine,
                    .counter = proof.counter};
  }

  Answer type2() {
    auto chip = readType2Chip(m_session);
    const bool asks_chip = chip.has_value();
    if (!chip && !isLinkFault(chip.error())) chip = guessType2Chip(m_session);
    if (!chip && isLinkFault(chip.error())) return refused(chip.error());
    switch (chip.value_or(Type2Chip::Other)) {
      case Type2Chip::Ntag21x: return asks_chip ? signedType2(CardClass::Ntag21x) : claim(CardClass::Ntag21x);
      case Type2Chip::UltralightEv1: return signedType2(CardClass::UltralightEv1);
      case Type2Chip::Other: break;
    }
    return claim(CardClass::Uid);
  }

  // No password is sent here: it would prove nothing that the signature does not, and be overheard.
  Answer signedType2(CardClass card_class) {
    const auto signature = readType2Signature(m_session);
    if (!signature) return isLinkFault(signature.error()) ? refused(signature.error()) : claim(card_class);
    if (!isOriginal(Maker::UltralightFamily, m_uid, *signature)) return refused(RefuseReason::BadSignature);
    auto answer = claim(card_class, Trust::Genuine);
    if (answer && card_class == CardClass::UltralightEv1) {
      const auto counter = readType2Counter(m_session, 0);
      if (counter) answer->counter = *counter;
    }
    return answer;
  }

  Session& m_session;
  const base::ByteView m_uid;
  const ShopKeys& m_keys;
  CounterBook& m_book;
  base::RandomSource& m_random;
  const bool m_random_uid;
};

}  // namespace

Answer identify(Session& session, base::ByteView uid, const ShopKeys& keys, CounterBook& book,
                base::RandomSource& random) {
  if (!isUidLength(uid.size())) return refused(RefuseReason::Unreadable);
  return Identification(session, uid, keys, book, random).run();
}

}  // namespace kahui::card
