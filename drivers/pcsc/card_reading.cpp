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
  void close() {
    if (m_open) m_functions.disconnect(m_card);
    m_open = false;
  }
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

Reading settle(card::UidAnswer uid, bool same_card) {
  if (!same_card) return {.kind = Kind::CardLost};
  if (uid.kind == card::UidAnswer::Kind::Credential)
    return {.kind = Kind::Credential, .credential = std::move(uid.credential)};
  return {.kind = Kind::Refused, .reason = uid.reason};
}

Reading tryToRead(const Functions& functions, SCARDCONTEXT context, const std::string& reader, unsigned counter) {
  Connection connection(functions);
  Reading last{.kind = Kind::Refused, .reason = RefuseReason::Unreadable};
  for (int tries = 0; tries < kMaxTries; ++tries) {
    const Verdict connected = verdictOf(connection.open(context, reader));
    if (auto end = endOf(connected)) return *end;
    if (connected != Verdict::Done) {  // no power, no answer to reset, no common protocol
      last.reason = RefuseReason::Unreadable;
      continue;
    }
    card::UidAnswer uid;
    const Verdict asked = verdictOf(askUid(connection, uid));
    if (auto end = endOf(asked)) return *end;
    if (asked == Verdict::CardReset) {
      if (!connection.reclaim()) connection.close();
      continue;
    }
    const bool torn = uid.kind == card::UidAnswer::Kind::Refused && uid.reason == RefuseReason::Torn;
    if (asked == Verdict::Done && !torn) return settle(std::move(uid), isSameCard(functions, context, reader, counter));
    last.reason = RefuseReason::Torn;
    connection.close();  // connecting again powers the card up again
  }
  return last;
}

}  // namespace

Reading readCard(const Functions& functions, Context& context, const std::string& reader, unsigned counter) {
  Reading reading{.kind = Kind::ServiceLost};
  for (int tries = 0; tries < 2 && reading.kind == Kind::ServiceLost;
       ++tries) {  // once more if the daemon was restarted meanwhile
    if (context.establish() != SCARD_S_SUCCESS) return reading;
    reading = tryToRead(functions, context.handle(), reader, counter);
    if (reading.kind == Kind::ServiceLost) context.drop();
  }
  return reading;
}

}  // namespace kahui::pcsc
