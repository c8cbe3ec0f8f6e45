// People of the store: the commands of the staff page, and signing in by a badge.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/till/engine.hpp"
#include "core/till/staff_note.hpp"

namespace kahui::till {

using base::ErrorCode;
using base::wipe;

namespace {

constexpr std::size_t kEngineStaffLongestCode = 16;

base::Error rejected(const char* reason) { return {ErrorCode::RuleRejected, reason}; }

}  // namespace

std::string_view name(StaffDone done) {
  switch (done) {
    case StaffDone::Saved: return "Saved";
    case StaffDone::PinChanged: return "PinChanged";
    case StaffDone::BadgeWaits: return "BadgeWaits";
    case StaffDone::BadgeGiven: return "BadgeGiven";
    case StaffDone::BadgeDropped: return "BadgeDropped";
  }
  return {};
}

void Till::Engine::staffDone(StaffDone done, const std::string& who) {
  notify(done == StaffDone::BadgeWaits ? NoticeKind::Info : NoticeKind::Good, NoticeCode::StaffDone,
         {std::string(name(done)), who});
}

bool Till::Engine::showStaff() {
  if (!m_staff) return false;
  StaffDeskView view;
  view.manages = mayDo(*m_staff, Right::ManageStaff);
  const auto people = m_ports.store->staffList();
  if (!people) {
    failed(people.error());
    return false;
  }
  const std::int64_t now_ms = m_ports.clock->now().utc_ms;
  for (const ports::Staff& one : *people) {
    if (!view.manages && one.code != m_staff->code) continue;
    const auto badge = m_ports.store->hasBadge(one.code);
    view.people.push_back({one.code, one.name, one.role, one.granted, one.denied, !one.pin_hash.empty(),
                           badge.value_or(false), one.locked_until_ms > now_ms});
  }
  m_staff_desk = std::move(view);
  return true;
}

void Till::Engine::handle(const OpenStaffDesk&) {
  if (readyForBasket()) showStaff();
}

void Till::Engine::handle(const CloseStaffDesk&) { m_staff_desk.reset(); }

// The last person who may let others in stays one: nobody is locked out of their own shop.
base::Status Till::Engine::keepsManager(const ports::Staff& changed) {
  if (mayDo(changed, Right::ManageStaff)) return {};
  const auto people = m_ports.store->staffList();
  if (!people) return tl::unexpected(people.error());
  const bool another = std::any_of(people->begin(), people->end(), [&](const ports::Staff& one) {
    return one.code != changed.code && mayDo(one, Right::ManageStaff) && !one.pin_hash.empty();
  });
  if (another) return {};
  return tl::unexpected(rejected("LAST_MANAGER"));
}

base::Status Till::Engine::putStaff(const PutStaff& command) {
  if (const auto allowed = permit(Right::ManageStaff, {}); !allowed) return tl::unexpected(allowed.error());
  if (!base::isCode(command.code, kEngineStaffLongestCode)) return tl::unexpected(rejected("STAFF_CODE"));
  if (command.name.empty()) return tl::unexpected(rejected("STAFF_NAME"));
  const auto known = m_ports.store->staffByCode(command.code);
  if (!known) return tl::unexpected(known.error());
  if (command.adds && *known) return tl::unexpected(rejected("STAFF_TAKEN"));
  if (!command.adds && !*known) return base::fail(ErrorCode::UnknownOperator, command.code);
  if (command.adds && command.pin.empty()) return tl::unexpected(rejected("STAFF_PIN"));
  ports::Staff staff = *known ? **known : ports::Staff{};
  staff.code = command.code;
  staff.name = command.name;
  staff.role = command.role;
  staff.granted = command.granted;
  staff.denied = command.denied;
  if (!command.adds) KAHUI_TRY(keepsManager(staff));
  const auto pin = command.pin.empty() ? std::optional<std::string>() : std::optional(command.pin);
  const base::Status put = m_ports.store->changeStaff(staff, pin, m_staff->code,
                                                      staffNote(command.adds ? "add" : "set", staff, pin.has_value()));
  if (!put && put.error().code == ErrorCode::BadInput) return tl::unexpected(rejected("STAFF_PIN"));
  if (put && staff.code == m_staff->code) m_staff = staff;
  return put;
}

void Till::Engine::handle(PutStaff& command) {
  const base::Status put = putStaff(command);
  wipe(command.pin);
  if (!put) return failed(put.error());
  showStaff();
  staffDone(StaffDone::Saved, command.code);
}

void Till::Engine::handle(ChangeOwnPin& command) {
  if (!m_staff) return failed({ErrorCode::NotSignedIn, {}});
  const auto verified = verify(m_staff->code, command.old_pin);
  wipe(command.old_pin);
  const auto self = m_ports.store->staffByCode(m_staff->code);
  base::Status put = verified ? base::Status{} : tl::unexpected(verified.error());
  if (put && (!self || !*self)) put = base::fail(ErrorCode::UnknownOperator, m_staff->code);
  if (put) put = m_ports.store->changeStaff(**self, command.pin, m_staff->code, staffNote("set", **self, true));
  wipe(command.pin);
  if (!put) return failed(put.error().code == ErrorCode::BadInput ? rejected("STAFF_PIN") : put.error());
  showStaff();
  staffDone(StaffDone::PinChanged, m_staff->code);
}

void Till::Engine::handle(const AwaitBadge& command) {
  if (const auto allowed = permit(Right::ManageStaff, {}); !allowed) return failed(allowed.error());
  if (!m_staff_desk) return;
  const auto staff = m_desk.staff(command.code);
  if (!staff) return failed(staff.error());
  m_staff_desk->awaits_badge = command.code;
  staffDone(StaffDone::BadgeWaits, staff->name);
}

void Till::Engine::handle(const DropBadge& command) {
  if (const auto allowed = permit(Right::ManageStaff, {}); !allowed) return failed(allowed.error());
  const auto dropped = m_ports.store->setBadge(command.code, std::nullopt, m_staff->code);
  if (!dropped) return failed(dropped.error());
  showStaff();
  staffDone(StaffDone::BadgeDropped, command.code);
}

bool Till::Engine::takeBadge(const member::Credential& card) {
  if (!m_staff_desk) return false;
  const std::string code = std::move(m_staff_desk->awaits_badge);
  m_staff_desk->awaits_badge.clear();
  if (code.empty()) {
    notify(NoticeKind::Warning, NoticeCode::CardIgnored);
    return true;
  }
  const auto given = m_ports.store->setBadge(code, card, m_staff->code);
  if (!given) {
    failed(given.error());
    return true;
  }
  showStaff();
  staffDone(StaffDone::BadgeGiven, code);
  return true;
}

// A badge is the second way in: who has it need not type. A person whose PIN is locked waits here as well.
bool Till::Engine::signInByBadge(const member::Credential& card) {
  const auto holder = m_ports.store->staffByBadge(card);
  if (!holder || !*holder) return false;
  const std::int64_t now_ms = m_ports.clock->now().utc_ms;
  if ((*holder)->locked_until_ms > now_ms)
    failed({ErrorCode::PinLocked, std::to_string(((*holder)->locked_until_ms - now_ms + 999) / 1000)});
  else
    enter(**holder);
  return true;
}

}  // namespace kahui::till
