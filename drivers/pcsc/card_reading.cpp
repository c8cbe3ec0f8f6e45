#include "drivers/pcsc/card_reading.hpp"

#include <array>

#include "drivers/card/apdu.hpp"

namespace kahui::pcsc {
namespace {

using ports::RefuseReason;
using Kind = Reading::Kind;

// Reading a UID changes nothing on the card, so it may be repeated; a card half in the field often answers at the
// second try.
constexpr int kMaxTries = 3;
constexpr int kMaxResets = 20;
constexpr int kMaxReclaims = 16;

class Connection {
 public:
  explicit Connection(const Functions& functions) : m_functions(functions) {}
  ~Connection() { close(); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  LONG open(SCARDCONTEXT context, const std::string& reader) {
    if (m_open) return SCARD_S_SUCCESS;
    const LONG code = m_functions.connect(context, reader.c_str(), &m_card, &m_protocol);
    m_open = code == SCARD_S_SUCCESS;
    return code;
  }
  // After another program has reset the card: takes it back and keeps others from it until close(), so that one which
  // resets again and again cannot win every time.
  bool reclaim() {
    for (int tries = 0; tries < kMaxReclaims; ++tries) {
      if (m_functions.reconnect(m_card, &m_protocol) != SCARD_S_SUCCESS) return false;
      const LONG code = m_functions.begin_transaction(m_card);
      if (code != SCARD_W_RESET_CARD) return code == SCARD_S_SUCCESS;
    }
    return false;
  }
  // Keeps other programs from the card until close().
  LONG begin() { return m_functions.begin_transaction(m_card); }
  void close() {
    if (m_open) m_functions.disconnect(m_card, m_authenticated);
    m_open = m_authenticated = false;
  }
  // From here on close() resets the card.
  void willAuthenticate() { m_authenticated = true; }
  LONG exchange(const base::Bytes& command, base::Bytes& answer) const {
    std::array<BYTE, MAX_BUFFER_SIZE> buffer{};
    DWORD size = buffer.size();
    const LONG code = m_functions.transmit(m_card, m_protocol, command.data(), static_cast<DWORD>(command.size()),
                                           buffer.data(), &size);
    if (code == SCARD_S_SUCCESS)
      answer.assign(buffer.begin(),
                    buffer.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(size, buffer.size())));
    return code;
  }

 private:
  const Functions& m_functions;
  SCARDHANDLE m_card = 0;
  DWORD m_protocol = 0;
  bool m_open = false;
  bool m_authenticated = false;
};

// The card on an open connection, as what tells cards sees it.
class CardSession final : public card::Session {
 public:
  explicit CardSession(const Connection& connection) : m_connection(connection) {}

  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
    if (m_failed) return tl::unexpected(card::LinkError::NotSent);
    base::Bytes answer;
    const LONG code = m_connection.exchange(base::Bytes(command.begin(), command.end()), answer);
    if (code != SCARD_S_SUCCESS) {
      m_failed = verdictOf(code);
      // Only a reset is known to come before the command; all else leaves open what the card did.
      return tl::unexpected(m_failed == Verdict::CardReset ? card::LinkError::NotSent : card::LinkError::Unknown);
    }
    if (answer.size() < 2) return tl::unexpected(card::LinkError::Unknown);
    m_answered = true;
    return answer;
  }

  // Why no command goes through any more.
  [[nodiscard]] std::optional<Verdict> failed() const { return m_failed; }
  [[nodiscard]] bool answered() const { return m_answered; }

 private:
  const Connection& m_connection;
  std::optional<Verdict> m_failed;
  bool m_answered = false;
};

// The end of the reading if `verdict` is one, otherwise nothing: then another try is worth it.
std::optional<Reading> endOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::ServiceLost: return Reading{.kind = Kind::ServiceLost};
    case Verdict::ReaderLost: return Reading{.kind = Kind::ReaderLost};
    case Verdict::CardLost: return Reading{.kind = Kind::CardLost};
    case Verdict::HeldElsewhere: return Reading{.kind = Kind::HeldElsewhere};
    case Verdict::Done:
    case Verdict::TimedOut:
    case Verdict::Cancelled:
    case Verdict::CardReset:
    case Verdict::Unclear: return std::nullopt;
  }
  return std::nullopt;
}

// The card's answer to GET UID, or the code of the call that failed.
LONG askUid(const Connection& connection, card::UidAnswer& uid) {
  base::Bytes answer;
  LONG code = connection.exchange(card::encode(card::getUid()), answer);
  if (code != SCARD_S_SUCCESS) return code;
  uid = card::readUidAnswer(answer);
  if (uid.kind != card::UidAnswer::Kind::AskAgain) return code;
  code = connection.exchange(card::encode(card::getUid(uid.expected)), answer);
  if (code != SCARD_S_SUCCESS) return code;
  uid = card::readUidAnswer(answer);
  if (uid.kind == card::UidAnswer::Kind::AskAgain)  // a card that asks for ever
    uid = {.kind = card::UidAnswer::Kind::Refused, .reason = RefuseReason::Unreadable};
  return code;
}

bool isSameCard(const Functions& functions, SCARDCONTEXT context, const std::string& reader, unsigned counter) {
  std::vector<WatchedReader> look{{.name = reader}};
  if (waitForChange(functions, context, 0, look, false) != SCARD_S_SUCCESS) return false;
  return (look.front().state & SCARD_STATE_PRESENT) != 0 && eventCounter(look.front().state) == counter;
}

Reading refusal(RefuseReason reason) { return {.kind = Kind::Refused, .reason = reason}; }

// How often a card is asked. Another program's resets are not the card's fault: on a busy machine many of them fit
// between two of our calls.
struct Patience {
  int tries = 1;
  int resets = 0;

  [[nodiscard]] bool left() const { return tries <= kMaxTries; }
  [[nodiscard]] bool isLast() const { return tries == kMaxTries; }
  void cardReset(Connection& connection) {
    if (++resets > kMaxResets) ++tries;
    if (!connection.reclaim()) connection.close();
  }
};

// Tells the card whose UID is known. Nothing if another try is worth it.
std::optional<Reading> tellCard(Connection& connection, card::Identifier& identifier, const base::Bytes& uid,
                                Patience& patience) {
  const Verdict held = verdictOf(connection.begin());
  if (auto end = endOf(held)) return end;
  if (held == Verdict::CardReset) {
    patience.cardReset(connection);
    return std::nullopt;
  }
  connection.willAuthenticate();
  CardSession session(connection);
  auto identity = identifier.identify(session, uid);
  if (identity) return Reading{.kind = Kind::Credential, .identity = *std::move(identity)};
  if (session.failed()) {
    if (auto end = endOf(*session.failed())) return end;
  }
  if (identity.error() != RefuseReason::Torn) return refusal(identity.error());
  if (session.failed() == Verdict::CardReset) {
    patience.cardReset(connection);
    return std::nullopt;
  }
  connection.close();  // connecting again powers the card up again
  const bool last_try = patience.isLast();
  ++patience.tries;
  if (!last_try) return std::nullopt;
  // A memory card behind a reader that carries no commands to it: it has shown its number, and that is all there is.
  if (session.answered()) return refusal(RefuseReason::Torn);
  auto credential = card::credentialOfUid(uid);
  if (!credential) return refusal(credential.error());
  return Reading{.kind = Kind::Credential, .identity = {.credential = *std::move(credential)}};
}

Reading tryToRead(const Functions& functions, card::Identifier& identifier, SCARDCONTEXT context,
                  const std::string& reader, unsigned counter) {
  Connection connection(functions);
  Reading last = refusal(RefuseReason::Unreadable);
  for (Patience patience; patience.left();) {
    const Verdict connected = verdictOf(connection.open(context, reader));
    if (auto end = endOf(connected)) return *end;
    if (connected != Verdict::Done) {  // no power, no answer to reset, no common protocol
      last.reason = RefuseReason::Unreadable;
      ++patience.tries;
      continue;
    }
    card::UidAnswer uid;
    const Verdict asked = verdictOf(askUid(connection, uid));
    if (auto end = endOf(asked)) return *end;
    if (asked == Verdict::CardReset) {
      patience.cardReset(connection);
      continue;
    }
    const bool torn = uid.kind == card::UidAnswer::Kind::Refused && uid.reason == RefuseReason::Torn;
    last.reason = RefuseReason::Torn;
    if (asked != Verdict::Done || torn) {
      connection.close();  // connecting again powers the card up again
      ++patience.tries;
      continue;
    }
    auto told =
        uid.uid.empty() ? std::optional(refusal(uid.reason)) : tellCard(connection, identifier, uid.uid, patience);
    if (!told) continue;
    const bool about_card = told->kind == Kind::Credential || told->kind == Kind::Refused;
    if (about_card && !isSameCard(functions, context, reader, counter)) return {.kind = Kind::CardLost};
    return *std::move(told);
  }
  return last;
}

}  // namespace

Reading readCard(const Functions& functions, card::Identifier& identifier, Context& context, const std::string& reader,
                 unsigned counter) {
  Reading reading{.kind = Kind::ServiceLost};
  for (int tries = 0; tries < 2 && reading.kind == Kind::ServiceLost;
       ++tries) {  // once more if the daemon was restarted meanwhile
    if (context.establish() != SCARD_S_SUCCESS) return reading;
    reading = tryToRead(functions, identifier, context.handle(), reader, counter);
    if (reading.kind == Kind::ServiceLost) context.drop();
  }
  return reading;
}

}  // namespace kahui::pcsc
