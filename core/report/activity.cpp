#include "core/report/activity.hpp"

#include <algorithm>

#include "core/journal/value_why.hpp"

namespace kahui::report {

using base::Money;

namespace {

constexpr std::array<std::string_view, kActivityKinds> kNames{
    "price", "return", "drawer", "reveal", "member", "points", "value", "pin", "refused", "copy", "work", "settings"};

bool begins(const std::string& text, std::string_view with) { return std::string_view(text).starts_with(with); }

// 1001/9001: the second signed.
std::pair<std::string, std::string> signersOf(const std::string& actor) {
  const auto slash = actor.find('/');
  if (slash == std::string::npos) return {actor, {}};
  return {actor.substr(0, slash), actor.substr(slash + 1)};
}

std::int64_t memberIn(const std::string& note) {
  const auto colon = note.rfind(": ");
  return colon == std::string::npos ? 0 : std::atoll(note.c_str() + colon + 2);
}

struct Read {
  const journal::Event& event;
  Activity out{};

  bool put(ActivityKind kind, const std::string& by, const std::string& approver, std::int64_t member, std::string what,
           std::optional<Money> amount = {}) {
    out.kind = kind;
    out.operator_code = by;
    out.approver = approver;
    out.member = member;
    out.what = std::move(what);
    out.amount = amount;
    return true;
  }

  bool operator()(const journal::SaleCompleted& sale) {
    Money saved;
    bool by_hand = false;
    for (const auto& line : sale.lines) {
      saved += line.bill;
      if (!line.terms.override_price) continue;
      by_hand = true;
      saved += line.gross - line.after_price;
    }
    if (!by_hand && saved == Money()) return false;
    out.receipt_no = sale.receipt_no;
    return put(ActivityKind::Price, sale.operator_code, sale.approver, sale.member ? sale.member->no : 0,
               by_hand ? "price" : "discount", saved);
  }
  bool operator()(const journal::SaleReturned& back) {
    out.receipt_no = back.receipt_no;
    return put(ActivityKind::Return, back.operator_code, back.approver, back.member ? back.member->no : 0,
               back.voids ? "void " + back.sale_receipt_no : back.sale_receipt_no, back.refund);
  }
  bool operator()(const journal::CashMoved& moved) {
    return put(ActivityKind::Drawer, moved.operator_code, moved.approver, 0, moved.kind + " " + moved.reason,
               moved.amount);
  }
  bool operator()(const journal::DrawerOpened& opened) {
    return put(ActivityKind::Drawer, opened.operator_code, opened.approver, 0, "open " + opened.reason);
  }
  bool operator()(const journal::ShiftClosed& closed) {
    std::optional<Money> difference;
    if (closed.count) difference = closed.count->counted - closed.count->expected;
    return put(ActivityKind::Drawer, closed.operator_code, {}, 0,
               "shift " + std::to_string(closed.shift) + " " + (closed.count ? closed.count->reason : closed.reason),
               difference);
  }
  bool operator()(const journal::FloatSet& set) {
    return put(ActivityKind::Drawer, set.operator_code, {}, 0, "opening", set.amount);
  }
  bool operator()(const journal::MemberRevealed& seen) {
    return put(ActivityKind::Reveal, seen.operator_code, seen.approver, seen.member, {});
  }
  bool operator()(const journal::MemberCorrected& corrected) {
    std::string fields;
    for (const auto& change : corrected.changes)
      fields += (fields.empty() ? "" : ", ") + change.field + " " + change.before + " > " + change.after;
    return put(ActivityKind::Member, corrected.operator_code, corrected.approver, corrected.member, fields);
  }
  bool operator()(const journal::CardStatusChanged& card) {
    return put(ActivityKind::Member, card.operator_code, {}, card.member, card.status + " " + card.reason);
  }
  bool operator()(const journal::CardBound& bound) {
    return put(ActivityKind::Member, bound.operator_code, {}, bound.member, "card " + bound.card.kind);
  }
  bool operator()(const journal::CardReplaced& card) {
    return put(ActivityKind::Member, card.fresh.operator_code, {}, card.fresh.member, "REPLACED " + card.reason);
  }
  bool operator()(const journal::PointsFrozen& frozen) {
    return put(ActivityKind::Points, frozen.operator_code, frozen.approver, frozen.member,
               (frozen.release ? "release " : "freeze ") + frozen.reason);
  }
  bool operator()(const journal::PointsVoided& voided) {
    return put(ActivityKind::Points, voided.operator_code, voided.approver, voided.member, "void " + voided.reason);
  }
  bool operator()(const journal::PointsCashed& cashed) {
    return put(ActivityKind::Points, cashed.operator_code, cashed.approver, cashed.member, "cash", cashed.paid);
  }
  bool operator()(const journal::PointsTransferred& given) {
    return put(ActivityKind::Points, given.operator_code, given.approver, given.from, "to " + std::to_string(given.to));
  }
  bool operator()(const journal::PointsExchanged& exchanged) {
    return put(ActivityKind::Points, exchanged.operator_code, {}, exchanged.member, exchanged.kind);
  }
  bool operator()(const journal::PointsClaimed& claimed) {
    out.receipt_no = claimed.receipt_no;
    return put(ActivityKind::Points, claimed.operator_code, {}, claimed.member, "claim");
  }
  bool operator()(const journal::StoredMoved& moved) {
    if (moved.why == "PAY" || moved.why == "REFUND" || moved.why == journal::kValueConfirmed) return false;
    return put(ActivityKind::Value, moved.operator_code, {}, moved.member, moved.why, moved.principal);
  }
  bool operator()(const journal::ReceiptReprinted& copy) {
    out.receipt_no = copy.receipt_no;
    return put(ActivityKind::Copy, copy.operator_code, {}, 0, "copy " + std::to_string(copy.copy));
  }
  bool operator()(const journal::TasksOpened& opened) {
    const bool one = opened.parts.size() == 1;
    return put(ActivityKind::Work, opened.operator_code, {}, one ? opened.parts.front().member : 0,
               opened.kind + " " + std::to_string(opened.parts.size()) + " " + opened.source + opened.plan);
  }
  bool operator()(const journal::TaskChanged& changed) {
    return put(ActivityKind::Work, changed.operator_code, {}, 0,
               std::string(journal::taskStateName(changed.state)) + (changed.due ? " " + changed.due->iso() : ""));
  }
  bool operator()(const journal::BenefitUsed& used) {
    return put(ActivityKind::Work, used.operator_code, {}, used.member,
               used.benefit + " " + std::to_string(used.quantity));
  }
  bool operator()(const journal::TargetSet& set) {
    return put(ActivityKind::Work, set.operator_code, {}, 0,
               "target " + set.month + " " + set.figure + " " + std::to_string(set.value));
  }
  bool operator()(const journal::CarePlanSet& set) {
    return put(ActivityKind::Work, set.operator_code, {}, 0, "care plan");
  }
  bool operator()(const journal::RulesApplied& rules) {
    return put(ActivityKind::Settings, {}, {}, 0, "rules " + rules.version);
  }
  bool operator()(const journal::TillIncarnated& till) {
    return put(ActivityKind::Settings, {}, {}, 0, "till " + till.reason);
  }
  bool operator()(const journal::LogNote& note) {
    const auto [by, approver] = signersOf(note.actor);
    if (begins(note.what, "reveal: ")) return put(ActivityKind::Reveal, by, approver, 0, note.what);
    if (begins(note.what, "refused: ")) return put(ActivityKind::Refused, by, approver, 0, note.what.substr(9));
    if (begins(note.what, "erase: ")) return put(ActivityKind::Member, by, approver, memberIn(note.what), "erase");
    if (begins(note.what, "member pin: "))
      return put(ActivityKind::Pin, by, approver, memberIn(note.what), "member pin");
    if (begins(note.what, "coupon batch ")) return put(ActivityKind::Work, by, approver, 0, note.what);
    if (begins(note.what, "shift slip ")) return put(ActivityKind::Copy, by, approver, 0, note.what);
    if (begins(note.what, "staff") || note.what.find("pin") != std::string::npos)
      return put(ActivityKind::Pin, by, approver, 0, note.what);
    return put(ActivityKind::Settings, by, approver, 0, note.what);
  }
  template <class Other>
  bool operator()(const Other&) {
    return false;
  }
};

bool fits(const Activity& one, const ActivityFilter& filter) {
  if (!filter.staff.empty() && one.operator_code != filter.staff && one.approver != filter.staff) return false;
  if (filter.member != 0 && one.member != filter.member) return false;
  if (!filter.receipt.empty() && one.receipt_no.find(filter.receipt) == std::string::npos) return false;
  if (filter.text.empty()) return true;
  const std::string member = one.member == 0 ? std::string() : std::to_string(one.member);
  const std::string* places[] = {&one.operator_code, &one.approver, &one.receipt_no, &one.what, &member};
  return std::any_of(std::begin(places), std::end(places),
                     [&](const std::string* place) { return place->find(filter.text) != std::string::npos; });
}

}  // namespace

std::string_view activityName(ActivityKind kind) { return kNames.at(static_cast<std::size_t>(kind)); }

std::optional<ActivityKind> parseActivityKind(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  return found == kNames.end() ? std::nullopt : std::optional(static_cast<ActivityKind>(found - kNames.begin()));
}

std::optional<Activity> activityOf(const journal::Event& event) {
  Read read{event, {}};
  if (!std::visit(read, event.payload)) return std::nullopt;
  read.out.at = event.at;
  read.out.day = event.business_date;
  read.out.type = std::string(journal::typeName(event.payload));
  return std::move(read.out);
}

std::vector<Activity> activities(std::span<const journal::Event> events, const ActivityFilter& filter,
                                 std::array<std::size_t, kActivityKinds>* sizes) {
  std::vector<Activity> found;
  for (const journal::Event& event : events) {
    auto one = activityOf(event);
    if (!one || !fits(*one, filter)) continue;
    if (sizes != nullptr) ++sizes->at(static_cast<std::size_t>(one->kind));
    if (!filter.kind || one->kind == *filter.kind) found.push_back(std::move(*one));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.at.utc_ms > b.at.utc_ms; });
  return found;
}

}  // namespace kahui::report
