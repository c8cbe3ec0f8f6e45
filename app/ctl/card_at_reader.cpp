#include "app/ctl/card_at_reader.hpp"

#include <cstdio>

#include "app/ctl/reader_lines.hpp"

namespace kahui::ctl {

base::Result<std::unique_ptr<CardAtReader>> CardAtReader::open(const std::string& device,
                                                               std::shared_ptr<const card::ShopKeys> keys,
                                                               std::shared_ptr<card::Identifier> identifier) {
  auto service = host::openReaders({device}, {}, {std::move(keys), std::move(identifier)});
  if (!service) return tl::unexpected(service.error());
  std::unique_ptr<CardAtReader> reader(new CardAtReader);
  reader->m_service = *std::move(service);
  reader->m_service->start([self = reader.get()](const ports::ReaderEvent& event) { self->take(event); });
  return reader;
}

CardAtReader::~CardAtReader() { m_service->stop(); }

void CardAtReader::take(const ports::ReaderEvent& event) {
  const std::lock_guard lock(m_mutex);
  if (const auto* read = std::get_if<ports::CardRead>(&event)) {
    m_events.emplace_back(*read);
  } else if (const auto* refused = std::get_if<ports::CardRefused>(&event)) {
    m_events.emplace_back(*refused);
  } else if (const auto* reader = std::get_if<ports::ReaderChanged>(&event)) {
    if (reader->state != ports::ReaderState::Ready) std::fprintf(stderr, "%s\n", readerEventAsText(*reader).c_str());
  }
  m_changed.notify_all();
}

std::optional<CardEvent> CardAtReader::next(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(m_mutex);
  if (!m_changed.wait_until(lock, until, [this] { return !m_events.empty(); })) return std::nullopt;
  CardEvent event = std::move(m_events.front());
  m_events.pop_front();
  return event;
}

std::string refusalText(ports::RefuseReason reason) {
  using ports::RefuseReason;
  switch (reason) {
    case RefuseReason::BankCard: return "this is a payment card; take a member card";
    case RefuseReason::RandomUid: return "this card shows another number at each tap; take a member card";
    case RefuseReason::Torn: return "the card left too early; put it back and leave it there";
    case RefuseReason::Unreadable: return "the card cannot be read; put it back, or take another";
    case RefuseReason::BadMac: return "the card's proof is wrong; do not give it out";
    case RefuseReason::Replay: return "the card shows a message that was seen before; tap it again";
    case RefuseReason::FactoryKey: return "the card still has its factory keys; personalise it first";
    case RefuseReason::WrongKey: return "neither this shop's keys nor the factory's open the card; take another";
    case RefuseReason::BadSignature: return "the chip is not its maker's; do not give it out";
    case RefuseReason::NotOurs: return "this is no member card of this shop; take another";
    case RefuseReason::Expired: return "the code's time is over; show a new one";
  }
  return "the card cannot be used; take another";
}

}  // namespace kahui::ctl
