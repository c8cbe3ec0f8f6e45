#include "core/report/activity.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/journal/value_why.hpp"
#include "core/member/member.hpp"
#include "core/report/activity_words.hpp"

namespace kahui::report {

using base::Money;

namespace {

constexpr std::array<std::string_view, kActivityKinds> kActivityNames{
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

// The notes of the log (journal::LogNote) that are of a kind begin with these words.
struct NoteKind {
  std::string_view begins;
  ActivityKind kind;
  const char* act;
  bool member = false;  // a member's number is all that follows
};
constexpr NoteKind kNotes[] = {
    {"reveal: ", ActivityKind::Reveal, "REVEAL"},
    {"refused: ", ActivityKind::Refused, "REFUSED"},
    {"erase: ", ActivityKind::Member, "ERASE", true},
    {"member pin: ", ActivityKind::Pin, "MEMBER_PIN", true},
    {"coupon batch ", ActivityKind::Work, "COUPON_BATCH"},
    {"shift slip printed again: ", ActivityKind::Copy, "SHIFT_COPY"},
    {"application forms: ", ActivityKind::Copy, "FORMS"},
    {"staff badge ", ActivityKind::Pin, "BADGE"},
    {"staff add ", ActivityKind::Pin, "STAFF_ADD"},
    {"staff set ", ActivityKind::Pin, "STAFF_SET"},
    {"prices from ", ActivityKind::Settings, "PRICES"},
    {"setting scale_labels: ", ActivityKind::Settings, "SCALE_LABELS"},
    {"setting low_value_fen: ", ActivityKind::Settings, "LOW_VALUE"},
    {"rounding: ", ActivityKind::Settings, "ROUNDING"},
};

struct Read {
  const journal::Event& event;
  Activity out{};

  bool put(ActivityKind kind, const char* act, const std::string& by, const std::string& approver, std::int64_t member,
           std::string detail, std::optional<Money> amount = {}) {
    out.kind = kind;
    out.act = act;
    out.operator_code = by;
    out.approver = approver;
    out.member = member;
    out.detail = std::move(detail);
    out.amount = amount;
    return true;
  }
  static std::string points(base::Points number) { return std::to_string(number.value()); }
  static std::string points(const std::vector<journal::LotPart>& lots) {
    base::Points sum;
    for (const auto& lot : lots) sum += lot.points;
    return points(sum);
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
    return put(ActivityKind::Price, by_hand ? "PRICE" : "DISCOUNT", sale.operator_code, sale.approver,
               sale.member ? sale.member->no : 0, {}, saved);
  }
  bool operator()(const journal::SaleReturned& back) {
    out.receipt_no = back.receipt_no;
    std::string what = back.sale_receipt_no;
    if (!back.reason.empty()) what += (what.empty() ? "" : ": ") + back.reason;
    return put(ActivityKind::Return, back.voids ? "VOID" : "RETURN", back.operator_code, back.approver,
               back.member ? back.member->no : 0, std::move(what), back.refund);
  }
  bool operator()(const journal::CashMoved& moved) {
    const char* act = moved.kind == "IN" ? "CASH_IN" : moved.kind == "OUT" ? "CASH_OUT" : "CASH_DROP";
    return put(ActivityKind::Drawer, act, moved.operator_code, moved.approver, 0, moved.reason, moved.amount);
  }
  bool operator()(const journal::DrawerOpened& opened) {
    return put(ActivityKind::Drawer, "DRAWER", opened.operator_code, opened.approver, 0, opened.reason);
  }
  bool operator()(const journal::ShiftOpened& opened) {
    return put(ActivityKind::Drawer, "SHIFT_OPEN", opened.operator_code, {}, 0, std::to_string(opened.shift),
               opened.opening_float);
  }
  bool operator()(const journal::ShiftClosed& closed) {
    std::optional<Money> difference;
    if (closed.count) difference = closed.count->counted - closed.count->expected;
    const bool rolled = !closed.count && closed.reason == "rollover";
    const std::string reason = closed.count ? " " + closed.count->reason : std::string();
    return put(ActivityKind::Drawer, rolled ? "SHIFT_ROLLED" : "SHIFT_CLOSE", closed.operator_code, {}, 0,
               std::to_string(closed.shift) + reason, difference);
  }
  bool operator()(const journal::FloatSet& set) {
    return put(ActivityKind::Drawer, "FLOAT", set.operator_code, {}, 0, {}, set.amount);
  }
  bool operator()(const journal::BillHeld& held) {
    return put(ActivityKind::Drawer, held.from.empty() ? "BILL_HELD" : "BILL_TAKEN_OVER", held.operator_code, {}, 0,
               held.from, held.total);
  }
  bool operator()(const journal::HeldBillEnded& ended) {
    if (!ended.taker.empty())
      return put(ActivityKind::Drawer, "BILL_PASSED_ON", ended.operator_code, {}, 0, ended.taker);
    const char* what = !ended.recalled ? "BILL_DROPPED" : ended.alone ? "BILL_RECALLED_ALONE" : "BILL_RECALLED";
    return put(ActivityKind::Drawer, what, ended.operator_code, {}, 0, {});
  }
  bool operator()(const journal::MemberJudged& judged) {
    return put(ActivityKind::Member, judged.approved ? "JOIN_APPROVED" : "JOIN_REFUSED", judged.operator_code,
               judged.approver, judged.member, judged.reason);
  }
  bool operator()(const journal::MemberGrouped& grouped) {
    return put(ActivityKind::Member, "GROUP", grouped.operator_code, grouped.approver, grouped.member,
               grouped.group + (grouped.proof.empty() ? "" : ", " + grouped.proof));
  }
  bool operator()(const journal::TierByHand& hand) {
    std::string detail = hand.before + " -> " + hand.tier;
    if (hand.until) detail += ", " + hand.until->iso();
    if (!hand.reason.empty()) detail += ": " + hand.reason;
    return put(ActivityKind::Member, hand.ended ? "TIER_HAND_END" : "TIER_HAND", hand.operator_code, hand.approver,
               hand.member, detail);
  }
  bool operator()(const journal::MemberRegistered& joined) {
    return put(ActivityKind::Member, "JOIN", joined.operator_code, {}, joined.no, joined.source);
  }
  bool operator()(const journal::MemberRevealed& seen) {
    return put(ActivityKind::Reveal, "REVEAL", seen.operator_code, seen.approver, seen.member, {});
  }
  bool operator()(const journal::MemberCorrected& corrected) {
    std::string fields;
    for (const auto& change : corrected.changes)
      fields += (fields.empty() ? "" : ", ") + change.field + " " + change.before + " > " + change.after;
    return put(ActivityKind::Member, "CORRECT", corrected.operator_code, corrected.approver, corrected.member, fields);
  }
  bool operator()(const journal::EraseDone& erased) {
    return put(ActivityKind::Member, "ERASED", {}, {}, erased.member, {});
  }
  bool operator()(const journal::CardStatusChanged& card) {
    return put(ActivityKind::Member, "CARD", card.operator_code, {}, card.member, card.status + " " + card.reason);
  }
  bool operator()(const journal::CardBound& bound) {
    return put(ActivityKind::Member, "CARD_BOUND", bound.operator_code, {}, bound.member, bound.card.kind);
  }
  bool operator()(const journal::CardReplaced& card) {
    return put(ActivityKind::Member, "CARD_REPLACED", card.fresh.operator_code, {}, card.fresh.member, card.reason);
  }
  bool operator()(const journal::TierChanged& changed) {
    const bool one = changed.parts.size() == 1;
    return put(ActivityKind::Member, "TIER", {}, {}, one ? changed.parts.front().member : 0,
               changed.why + " " + std::to_string(changed.parts.size()));
  }
  bool operator()(const journal::PointsFrozen& frozen) {
    return put(ActivityKind::Points, frozen.release ? "RELEASE" : "FREEZE", frozen.operator_code, frozen.approver,
               frozen.member, frozen.reason + (frozen.text.empty() ? "" : " ") + frozen.text);
  }
  bool operator()(const journal::PointsVoided& voided) {
    return put(ActivityKind::Points, "POINTS_VOID", voided.operator_code, voided.approver, voided.member,
               points(voided.lots) + " " + voided.reason);
  }
  bool operator()(const journal::PointsCashed& cashed) {
    return put(ActivityKind::Points, "CASHED", cashed.operator_code, cashed.approver, cashed.member,
               points(cashed.points), cashed.paid);
  }
  bool operator()(const journal::PointsTransferred& given) {
    return put(ActivityKind::Points, "TRANSFER", given.operator_code, given.approver, given.from,
               member::MemberNo(given.to).masked() + " " + points(given.lots));
  }
  bool operator()(const journal::PointsExchanged& exchanged) {
    return put(ActivityKind::Points, "EXCHANGE", exchanged.operator_code, {}, exchanged.member, exchanged.kind);
  }
  bool operator()(const journal::ExchangeCancelled& cancelled) {
    return put(ActivityKind::Points, "EXCHANGE_BACK", cancelled.operator_code, cancelled.approver, cancelled.member,
               points(cancelled.lots));
  }
  bool operator()(const journal::PointsLoaded& loaded) {
    return put(ActivityKind::Points, loaded.back ? "CARD_LOAD_BACK" : "CARD_LOAD", loaded.operator_code,
               loaded.approver, loaded.member,
               points(loaded.lots) + (loaded.reason.empty() ? "" : " ") + loaded.reason);
  }
  bool operator()(const journal::PointsClaimed& claimed) {
    out.receipt_no = claimed.receipt_no;
    return put(ActivityKind::Points, "CLAIM", claimed.operator_code, {}, claimed.member, points(claimed.points));
  }
  bool operator()(const journal::ClaimReversed& reversed) {
    out.receipt_no = reversed.receipt_no;
    return put(ActivityKind::Points, "CLAIM_BACK", {}, {}, reversed.member, points(reversed.points));
  }
  bool operator()(const journal::PointsGranted& granted) {
    return put(ActivityKind::Points, "GRANT", granted.operator_code, granted.approver, granted.member,
               granted.why + " " + points(granted.points) + (granted.text.empty() ? "" : " " + granted.text));
  }
  bool operator()(const journal::PointsRewarded& rewarded) {
    const bool given = rewarded.points > base::Points{};
    return put(ActivityKind::Points, given ? "REWARD" : "REWARD_BACK", {}, {}, rewarded.member,
               rewarded.why + " " + points(given ? rewarded.points : base::Points{} - rewarded.points));
  }
  bool operator()(const journal::MembershipMoved& moved) {
    return put(ActivityKind::Member, moved.returned ? "TERM_BACK" : "TERM", {}, {}, moved.member,
               moved.until ? moved.until->iso() : std::string("-"));
  }
  bool operator()(const journal::TierBought& bought) {
    base::Points sum;
    for (const auto& lot : bought.lots) sum += lot.points;
    return put(ActivityKind::Points, "TIER_POINTS", bought.operator_code, {}, bought.member,
               bought.tier + " " + points(sum));
  }
  bool operator()(const journal::PointsExpired& expired) {
    base::Points sum;
    for (const auto& part : expired.parts) sum += part.lot.points;
    const bool one = expired.parts.size() == 1;
    return put(ActivityKind::Points, "EXPIRED", {}, {}, one ? expired.parts.front().member : 0, points(sum));
  }
  bool operator()(const journal::StoredMoved& moved) {
    if (moved.why == "PAY" || moved.why == "REFUND" || moved.why == journal::kValueConfirmed) return false;
    return put(ActivityKind::Value, moved.why == "TOP_UP" ? "TOP_UP" : "STORED_CLOSE", moved.operator_code,
               moved.approver, moved.member, {}, moved.principal);
  }
  bool operator()(const journal::CountMoved& moved) {
    return put(ActivityKind::Value, "COUNT_CARD", {}, {}, moved.member, moved.why + " " + moved.name);
  }
  bool operator()(const journal::PaymentBegun& begun) {
    if (!begun.refund) return false;  // the bill says how it was paid
    return put(ActivityKind::Value, "CODE_REFUND", begun.operator_code, {}, 0, begun.provider, begun.amount);
  }
  bool operator()(const journal::PaymentEnded& ended) {
    if (ended.outcome == "PAID" || ended.outcome == "REFUNDED") return false;
    return put(ActivityKind::Value, "CODE_UNPAID", {}, {}, 0,
               ended.outcome + (ended.reason.empty() ? "" : " ") + ended.reason);
  }
  bool operator()(const journal::ReceiptReprinted& copy) {
    out.receipt_no = copy.receipt_no;
    return put(ActivityKind::Copy, "COPY", copy.operator_code, {}, 0, std::to_string(copy.copy));
  }
  bool operator()(const journal::TasksOpened& opened) {
    const bool one = opened.parts.size() == 1;
    return put(ActivityKind::Work, "TASKS", opened.operator_code, {}, one ? opened.parts.front().member : 0,
               opened.kind + " " + std::to_string(opened.parts.size()) + " " + opened.source + opened.plan);
  }
  bool operator()(const journal::TaskChanged& changed) {
    return put(ActivityKind::Work, "TASK", changed.operator_code, {}, 0,
               std::string(journal::taskStateName(changed.state)) + (changed.due ? " " + changed.due->iso() : ""));
  }
  bool operator()(const journal::BenefitUsed& used) {
    return put(ActivityKind::Work, "BENEFIT", used.operator_code, {}, used.member,
               used.benefit + " " + std::to_string(used.quantity));
  }
  bool operator()(const journal::TargetSet& set) {
    return put(ActivityKind::Work, "TARGET", set.operator_code, {}, 0,
               set.month + " " + set.figure + " " + std::to_string(set.value));
  }
  bool operator()(const journal::CampaignSet& set) {
    return put(ActivityKind::Work, set.removed ? "CAMPAIGN_DROPPED" : "CAMPAIGN", set.operator_code, {}, 0,
               set.code + " " + set.from.iso() + " " + set.to.iso(), set.costs.sum());
  }
  bool operator()(const journal::PhoneChecked& checked) {
    return put(ActivityKind::Member, "PHONE_CHECK", checked.operator_code, {}, checked.member, checked.state);
  }
  bool operator()(const journal::CarePlanSet& set) {
    return put(ActivityKind::Work, "CARE_PLAN", set.operator_code, {}, 0, {});
  }
  bool operator()(const journal::MemberTagged& tagged) {
    return put(ActivityKind::Work, tagged.agreed ? "TAGS" : "TAGS_OFF", tagged.operator_code, {}, tagged.member,
               fmt::format("{}", fmt::join(tagged.tags, " ")));
  }
  bool operator()(const journal::EventPlanned& planned) {
    return put(ActivityKind::Work, planned.cancelled ? "EVENT_OFF" : "EVENT", planned.operator_code, {}, 0,
               fmt::format("{} {} {}", planned.name, planned.at.minuteText(), planned.seats));
  }
  bool operator()(const journal::GuestsMarked& marked) {
    const bool one = marked.members.size() == 1;
    return put(ActivityKind::Work, "GUESTS", marked.operator_code, {}, one ? marked.members.front() : 0,
               fmt::format("{} {} {}", journal::guestStateName(marked.state), marked.members.size(), marked.event));
  }
  bool operator()(const journal::CommentMade& comment) {
    return put(ActivityKind::Work, comment.answers == base::Id{} ? "COMMENT" : "ANSWER", comment.operator_code, {},
               comment.member, comment.about);
  }
  bool operator()(const journal::TalkOpened& talk) {
    return put(ActivityKind::Work, talk.open ? "TALK" : "TALK_OFF", talk.operator_code, {}, 0, talk.about);
  }
  bool operator()(const journal::LeadRecorded& lead) {
    return put(ActivityKind::Work, "LEAD", lead.operator_code, {}, lead.referrer, lead.until.iso());
  }
  bool operator()(const journal::DrawHeld& held) {
    return put(ActivityKind::Work, "DRAW", held.operator_code, {}, held.winner,
               fmt::format("{} {}", held.draw, held.entries));
  }
  bool operator()(const journal::AnnouncementRead& read) {
    return put(ActivityKind::Work, "NEWS_READ", read.operator_code, {}, 0, read.key);
  }
  bool operator()(const journal::CouponIssued& issued) {
    const bool one = issued.parts.size() == 1;
    return put(ActivityKind::Work, "COUPONS", {}, {}, one ? issued.parts.front().member : 0,
               issued.origin + " " + std::to_string(issued.parts.size()));
  }
  bool operator()(const journal::CouponChanged& changed) {
    return put(ActivityKind::Work, "COUPON_CHANGED", {}, {}, 0, changed.status + " " + changed.serial);
  }
  bool operator()(const journal::RulesApplied& rules) {
    return put(ActivityKind::Settings, "RULES", {}, {}, 0, rules.version);
  }
  bool operator()(const journal::TillIncarnated& till) {
    return put(ActivityKind::Settings, "TILL", {}, {}, 0, till.reason);
  }
  bool operator()(const journal::ClockJumped& jumped) {
    return put(ActivityKind::Settings, "CLOCK", jumped.operator_code, {}, 0,
               jumped.against + " " + std::to_string(jumped.by_ms / 60'000) + " min");
  }
  bool operator()(const journal::RightsPlaced& placed) {
    return put(ActivityKind::Settings, "POINTS_PLACED", {}, {}, 0, std::to_string(placed.parts.size()));
  }
  bool operator()(const journal::LogNote& note) {
    const auto [by, approver] = signersOf(note.actor);
    if (by == "enrol") return put(ActivityKind::Settings, "ENROLLED", {}, {}, 0, note.what);
    for (const NoteKind& kind : kNotes) {
      if (!begins(note.what, kind.begins)) continue;
      const std::int64_t member = kind.member ? memberIn(note.what) : 0;
      return put(kind.kind, kind.act, by, approver, member,
                 kind.member ? std::string() : note.what.substr(kind.begins.size()));
    }
    return put(ActivityKind::Settings, "NOTE", by, approver, 0, note.what);
  }
  // Part of a bill or of headquarters' answer, or a step of a job whose outcome is an event of its own.
  bool operator()(const journal::PointsRedeemed&) { return false; }
  bool operator()(const journal::PointsConfirmed&) { return false; }
  bool operator()(const journal::CouponUsed&) { return false; }
  bool operator()(const journal::JobStep&) { return false; }
};

// Letters of the Latin alphabet in either case.
bool holds(const std::string& text, const std::string& wanted) {
  const auto lower = [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign; };
  return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                     [&](char left, char right) { return lower(left) == lower(right); }) != text.end();
}

bool fits(const Activity& one, const ActivityFilter& filter) {
  if (!filter.staff.empty() && one.operator_code != filter.staff && one.approver != filter.staff) return false;
  if (filter.member != 0 && one.member != filter.member) return false;
  if (!filter.receipt.empty() && one.receipt_no.find(filter.receipt) == std::string::npos) return false;
  if (filter.text.empty()) return true;
  const std::string member = one.member == 0 ? std::string() : std::to_string(one.member);
  const std::string* places[] = {&one.operator_code, &one.approver, &one.receipt_no, &one.act, &one.detail, &member};
  if (std::any_of(std::begin(places), std::end(places),
                  [&](const std::string* place) { return holds(*place, filter.text); }))
    return true;
  const auto said = [&](Language language) {
    return holds(activityTitle(language, one.kind), filter.text) || holds(activityWords(language, one), filter.text);
  };
  return said(Language::Chinese) || said(Language::English);
}

}  // namespace

std::string_view activityName(ActivityKind kind) { return kActivityNames.at(static_cast<std::size_t>(kind)); }

std::optional<ActivityKind> parseActivityKind(std::string_view name) {
  const auto* found = std::find(kActivityNames.begin(), kActivityNames.end(), name);
  return found == kActivityNames.end() ? std::nullopt
                                       : std::optional(static_cast<ActivityKind>(found - kActivityNames.begin()));
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
