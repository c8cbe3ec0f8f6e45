// The club's page, cards at its door, and points for the day's first card.
#include <cstring>

#include "core/base/text.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

ClubDesk Till::Engine::clubDesk() { return {*m_ports.store, m_desk, *m_ports.random, m_ports.clock->now()}; }

bool Till::Engine::showClub(const ShowClub& wish) {
  auto view = clubDesk().view(wish);
  if (!view) {
    failed(view.error());
    return false;
  }
  m_club = *std::move(view);
  return true;
}

void Till::Engine::handle(const ShowClub& command) {
  if (!readyForBasket()) return;
  if (showClub(command)) m_notice.reset();
}

void Till::Engine::handle(const LeaveClub&) { m_club.reset(); }

void Till::Engine::clubDone(const ClubDone& done) {
  if (m_club) showClub({m_club->event, m_club->door, m_club->member ? m_club->member->head.member_no : std::string()});
  notify(NoticeKind::Good, NoticeCode::ClubDone,
         {std::to_string(static_cast<int>(done.act)), std::to_string(done.count), std::to_string(done.passed_over),
          std::to_string(done.left), done.who, done.until ? done.until->iso() : std::string()});
}

void Till::Engine::handle(ActOnClub& command) {
  if (!readyForBasket()) return explicit_bzero(command.approval.pin.data(), command.approval.pin.size());
  const auto signers = signersOf(std::move(command.approval));
  const auto done = signers ? clubDesk().act(command.request, *signers) : ClubAnswer(tl::unexpected(signers.error()));
  base::wipe(command.request.phone);
  if (!done) return failed(done.error());
  clubDone(*done);
  if (done->act == ClubAct::Plan || done->act == ClubAct::Call) lookForAnnouncements();
}

bool Till::Engine::clubTakes(const std::string& member) {
  if (!m_club) return false;
  if (!m_club->door) {
    if (showClub({m_club->event, false, member})) m_notice.reset();
    return true;
  }
  ClubRequest request;
  request.act = ClubAct::CheckIn;
  request.event = m_club->event;
  auto found = m_desk.memberByText(member);
  if (!found) {
    failed(found.error());
    return true;
  }
  request.members = {found->member.no};
  const auto done = clubDesk().act(request, Signers{*m_staff});
  if (done)
    clubDone(*done);
  else
    failed(done.error());
  return true;
}

bool Till::Engine::cardAtClub(const member::Credential& card) {
  if (!m_club || !m_staff) return false;
  const auto hit = m_ports.store->memberByCard(card);
  if (!hit) {
    failed(hit.error());
  } else if (!*hit || (*hit)->status != member::CardStatus::Active) {
    failed({base::ErrorCode::UnknownCard, {}});
  } else {
    clubTakes((*hit)->member.no.text());
  }
  return true;
}

// Before the member comes onto the bill, so that the balance there holds them.
void Till::Engine::greet(const member::Credential& card) {
  m_greeted = {};
  if (!m_staff || m_phase != Phase::Selling) return;
  const auto hit = m_ports.store->memberByCard(card);
  if (!hit || !*hit || (*hit)->status != member::CardStatus::Active) return;  // attach() says what is in the way
  const auto given = taskDesk().signIn((*hit)->member, m_staff->code);
  if (!given) return failed(given.error());
  m_greeted = *given;
}

}  // namespace kahui::till
