// What the card readers say.
#include <algorithm>
#include <array>

#include "app/models/messages.hpp"

namespace kahui::models {

namespace {

constexpr std::array kAdvices{ports::ReaderAdvice::None,         ports::ReaderAdvice::PlugReaderIn,
                              ports::ReaderAdvice::StartService, ports::ReaderAdvice::CloseOtherProgram,
                              ports::ReaderAdvice::AllowAccess,  ports::ReaderAdvice::ReplugReader};
constexpr std::array kReasons{
    ports::RefuseReason::BankCard,   ports::RefuseReason::RandomUid, ports::RefuseReason::Torn,
    ports::RefuseReason::Unreadable, ports::RefuseReason::BadMac,    ports::RefuseReason::Replay,
    ports::RefuseReason::FactoryKey, ports::RefuseReason::WrongKey,  ports::RefuseReason::BadSignature,
    ports::RefuseReason::NotOurs,    ports::RefuseReason::Expired};

template <class Enum, std::size_t N>
std::optional<Enum> byName(const std::array<Enum, N>& all, const QString& wanted) {
  const std::string utf8 = wanted.toStdString();
  const auto found = std::find_if(all.begin(), all.end(), [&](Enum value) { return ports::name(value) == utf8; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Message Messages::readerLost(const QString& reader, const QString& advice_name) {
  const auto known = byName(kAdvices, advice_name);
  const QString next = known ? advice(*known) : QString();
  const QString what =
      reader.isEmpty() ? tr("The card reader is gone.") : tr("The card reader is gone: %1").arg(reader);
  const QString meanwhile = tr("Selling goes on; find members by phone with F2.");
  return Message::trouble(what,
                          next.isEmpty() ? meanwhile : tr("%1 Until then find members by phone with F2.").arg(next));
}

Message Messages::refused(const QString& reason) {
  const auto known = byName(kReasons, reason);
  switch (known.value_or(ports::RefuseReason::Unreadable)) {
    case ports::RefuseReason::BankCard:
      return Message::trouble(tr("This is a bank card; nothing was read from it."), tr("Ask for the member card."));
    case ports::RefuseReason::RandomUid:
      return Message::trouble(tr("This is a phone or a bank card, not a member card."),
                              tr("Ask for the member card, or find the member by phone with F2."));
    case ports::RefuseReason::Torn:
      return Message::trouble(tr("The card was taken away too early."), tr("Lay it down again and hold it still."));
    case ports::RefuseReason::Unreadable:
      return Message::trouble(tr("The card cannot be read."),
                              tr("Try once more, then find the member by phone with F2."));
    case ports::RefuseReason::BadMac:
      return Message::trouble(tr("This card is not genuine."), tr("Give no benefits on it and call the shift leader."));
    case ports::RefuseReason::Replay:
      return Message::trouble(tr("This code was used before."), tr("Ask the customer for a fresh code."));
    case ports::RefuseReason::FactoryKey:
      return Message::trouble(tr("This card was never made ready for this shop."),
                              tr("Exchange it at the service desk."));
    case ports::RefuseReason::WrongKey:
      return Message::trouble(tr("This card belongs to another shop or programme."),
                              tr("Ask for our member card, or find the member by phone with F2."));
    case ports::RefuseReason::BadSignature:
      return Message::trouble(tr("This card's chip is a copy."),
                              tr("Give no benefits on it and call the shift leader."));
    case ports::RefuseReason::NotOurs:
      return Message::trouble(tr("This is not a member card of ours."),
                              tr("Ask for the member card, or find the member by phone with F2."));
    case ports::RefuseReason::Expired:
      return Message::trouble(tr("This code is too old."), tr("Ask the customer for a fresh code."));
  }
  return Message::trouble(tr("The card cannot be read."), tr("Try once more, then find the member by phone with F2."));
}

}  // namespace kahui::models
