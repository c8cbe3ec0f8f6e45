#include "app/local/member_json.hpp"

#include <array>

#include "app/local/line_json.hpp"
#include "core/base/check_digit.hpp"

namespace kahui::local {

using base::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;
using till::MemberAct;

namespace {

constexpr std::array<std::pair<const char*, MemberAct>, 21> kMemberJsonActs{
    {{"correct", MemberAct::Correct},
     {"pin", MemberAct::SetPin},
     {"reveal", MemberAct::Reveal},
     {"freeze", MemberAct::Freeze},
     {"unfreeze", MemberAct::Unfreeze},
     {"void", MemberAct::Void},
     {"cash-out", MemberAct::CashOut},
     {"transfer", MemberAct::Transfer},
     {"exchange", MemberAct::Exchange},
     {"cancel-exchange", MemberAct::CancelExchange},
     {"quarter", MemberAct::Quarter},
     {"claim", MemberAct::Claim},
     {"rise", MemberAct::Rise},
     {"erase", MemberAct::Erase},
     {"agree-terms", MemberAct::AgreeTerms},
     {"approve", MemberAct::Approve},
     {"refuse", MemberAct::Refuse},
     {"group", MemberAct::SetGroup},
     {"grant", MemberAct::Grant},
     {"tier", MemberAct::SetTier},
     {"tier-end", MemberAct::EndTier}}};

constexpr const char* kMemberJsonRequest = "request";

std::optional<bool> maybeFlag(const json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || it->is_null()) return std::nullopt;
  if (!it->is_boolean()) throw Refused{ErrorCode::BadInput, std::string(key) + ": true or false is expected"};
  return it->get<bool>();
}

std::optional<std::string> optionalText(const json& object, const char* key) {
  if (!object.contains(key) || object[key].is_null()) return std::nullopt;
  return text(object, key, kMemberJsonRequest);
}

std::optional<member::Birthday> birthday(const json& object) {
  const auto given = optionalText(object, "birthday");
  if (!given) return std::nullopt;
  const auto parsed = parseBirthday(*given);
  if (!parsed) throw Refused{ErrorCode::BadInput, "birthday: MM-DD, lunar:MM-DD or lunar:leap:MM-DD is expected"};
  return parsed;
}

std::optional<member::Credential> card(const json& object) {
  const auto it = object.find("card");
  if (it == object.end() || it->is_null()) return std::nullopt;
  onlyKeys(*it, "card", {"uid", "track2", "code"});
  if (it->size() != 1) throw Refused{ErrorCode::BadInput, "card: one of uid, track2, code is expected"};
  const std::string kind = it->begin().key();
  return member::Credential{member::parseCredentialKind(kind).value_or(member::CredentialKind::Uid),
                            text(*it, kind.c_str(), "card")};
}

till::JoinRequest readJoin(const json& object) {
  onlyKeys(object, "join",
           {"ref",     "operator", "act",  "phone", "adult", "consent", "marketing", "company", "name",  "tax_no",
            "contact", "birthday", "born", "card",  "via",   "form",    "referrer",  "group",   "proof", "receipt"});
  till::JoinRequest request;
  request.ref = text(object, "ref", kMemberJsonRequest);
  request.operator_code = text(object, "operator", kMemberJsonRequest);
  request.phone = text(object, "phone", kMemberJsonRequest);
  request.adult = maybeFlag(object, "adult").value_or(false);
  request.consent = maybeFlag(object, "consent").value_or(false);
  request.marketing = maybeFlag(object, "marketing").value_or(false);
  request.company = maybeFlag(object, "company").value_or(false);
  request.name = text(object, "name", kMemberJsonRequest);
  request.tax_no = text(object, "tax_no", kMemberJsonRequest);
  request.contact = text(object, "contact", kMemberJsonRequest);
  request.birthday = birthday(object);
  if (const auto born = optionalText(object, "born")) {
    request.born = base::BusinessDate::parse(*born);
    if (!request.born) throw Refused{ErrorCode::BadInput, "born: a date is expected"};
  }
  request.card = card(object);
  request.via = text(object, "via", kMemberJsonRequest);
  request.form = text(object, "form", kMemberJsonRequest);
  request.referrer = text(object, "referrer", kMemberJsonRequest);
  request.group = text(object, "group", kMemberJsonRequest);
  request.proof = text(object, "proof", kMemberJsonRequest);
  request.receipt = text(object, "receipt", kMemberJsonRequest);
  return request;
}

till::MemberRequest memberRequest(const json& object) {
  onlyKeys(object, "act", {"ref",      "operator", "approver",  "act",     "member", "member_pin", "name",    "phone",
                           "birthday", "company",  "marketing", "new_pin", "points", "reason",     "text",    "to",
                           "gifts",    "exchange", "code",      "group",   "tier",   "tax_no",     "contact", "until"});
  till::MemberRequest request;
  const std::string act = text(object, "act", kMemberJsonRequest);
  const auto known =
      std::find_if(kMemberJsonActs.begin(), kMemberJsonActs.end(), [&](const auto& one) { return act == one.first; });
  if (known == kMemberJsonActs.end()) throw Refused{ErrorCode::BadInput, "act: " + act + " is not known"};
  request.act = known->second;
  request.ref = text(object, "ref", kMemberJsonRequest);
  request.operator_code = text(object, "operator", kMemberJsonRequest);
  request.approver = text(object, "approver", kMemberJsonRequest);
  request.member_no = text(object, "member", kMemberJsonRequest);
  request.member_pin = text(object, "member_pin", kMemberJsonRequest);
  request.name = optionalText(object, "name");
  request.phone = optionalText(object, "phone");
  request.birthday = birthday(object);
  request.company = maybeFlag(object, "company");
  request.tax_no = optionalText(object, "tax_no");
  request.contact = optionalText(object, "contact");
  request.marketing = maybeFlag(object, "marketing");
  request.new_pin = text(object, "new_pin", kMemberJsonRequest);
  request.points = base::Points(number(object, "points", kMemberJsonRequest).value_or(0));
  request.reason = text(object, "reason", kMemberJsonRequest);
  request.text = text(object, "text", kMemberJsonRequest);
  request.to = text(object, "to", kMemberJsonRequest);
  for (const json& gift : list(object, "gifts")) {
    onlyKeys(gift, "gifts", {"code", "quantity"});
    request.gifts.push_back(
        {text(gift, "code", "gifts"),
         static_cast<int>(std::clamp<std::int64_t>(number(gift, "quantity", "gifts").value_or(1), 0, 1000))});
  }
  request.exchange = text(object, "exchange", kMemberJsonRequest);
  request.code = text(object, "code", kMemberJsonRequest);
  request.group = text(object, "group", kMemberJsonRequest);
  request.tier = text(object, "tier", kMemberJsonRequest);
  if (const auto until = optionalText(object, "until")) {
    request.until = base::BusinessDate::parse(*until);
    if (!request.until) throw Refused{ErrorCode::BadInput, "until: a date YYYY-MM-DD is expected"};
  }
  return request;
}

ordered_json hitJson(const till::MemberHit& hit) {
  ordered_json out{{"member", hit.member_no},
                   {"name", hit.masked_name},
                   {"phone", hit.masked_phone},
                   {"tier", hit.tier_name},
                   {"status", std::string(member::name(hit.status))}};
  if (hit.phone_dead) out["phone_dead"] = true;
  return out;
}

ordered_json voucherJson(const till::MemberVoucher& voucher) {
  ordered_json out{{"id", voucher.id.hex()},           {"at", voucher.at.iso()},
                   {"member", voucher.member_no},      {"name", voucher.masked_name},
                   {"points", voucher.points.value()}, {"paid_fen", voucher.paid.value()}};
  if (!voucher.lines.empty()) out["lines"] = voucher.lines;
  if (!voucher.coupons.empty()) out["coupons"] = voucher.coupons;
  if (voucher.until) out["until"] = voucher.until->iso();
  return out;
}

std::string answerJoin(const std::string& ref, const till::JoinAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  out["member"] = answer->member_no.text();
  out["name"] = answer->masked_name;
  out["phone"] = answer->masked_phone;
  out["gift"] = answer->gift.value();
  if (!answer->gift_coupon.empty()) out["gift_coupon"] = answer->gift_coupon;
  if (answer->pending) out["pending"] = true;
  return out.dump();
}

std::string answerAct(const std::string& ref, const till::MemberAnswer& answer) {
  if (!answer) return refusalJson(ref, answer.error());
  auto out = answerHead(ref, true);
  out["member"] = answer->member_no.text();
  out["points"] = answer->points.value();
  out["balance"] = answer->balance.value();
  out["frozen"] = answer->frozen.value();
  if (answer->voucher) out["voucher"] = voucherJson(*answer->voucher);
  if (answer->act == MemberAct::Reveal) {
    out["name"] = answer->clear_name;
    out["phone"] = answer->clear_phone;
    if (!answer->clear_tax_no.empty()) out["tax_no"] = answer->clear_tax_no;
    if (!answer->clear_contact.empty()) out["contact"] = answer->clear_contact;
  }
  return out.dump();
}

ordered_json nextTierJson(const till::NextTier& next) {
  ordered_json out{{"tier", next.code}, {"all", next.all}};
  if (next.missing_purchase) out["missing_fen"] = next.missing_purchase->value();
  if (next.missing_points) out["missing_points"] = next.missing_points->value();
  if (next.missing_months) out["missing_months"] = *next.missing_months;
  if (next.missing_bills) out["missing_bills"] = *next.missing_bills;
  if (next.missing_spent) out["missing_spent_fen"] = next.missing_spent->value();
  if (next.missing_referrals) out["missing_referrals"] = *next.missing_referrals;
  return out;
}

ordered_json pageJson(const till::MemberPageView& page) {
  ordered_json out = hitJson(page.head);
  out["joined"] = page.joined.iso();
  out["via"] = page.via;
  out["consent"] = page.consent;
  if (!page.terms_due.empty()) out["terms_due"] = page.terms_due;
  out["marketing"] = page.marketing;
  out["company"] = page.company;
  if (!page.tax_no.empty()) out["tax_no"] = page.tax_no;
  if (!page.contact.empty()) out["contact"] = page.contact;
  if (!page.refusal.empty()) out["refusal"] = page.refusal;
  if (page.group) {
    auto& group = out["group"] = {{"code", page.group->code}, {"name", page.group->name}, {"open", page.group->open}};
    if (page.group->to) group["to"] = page.group->to->iso();
  }
  out["balance"] = page.balance.value();
  out["available"] = page.available.value();
  out["frozen"] = page.frozen.value();
  out["lifetime"] = page.lifetime.value();
  if (page.entry) out["entry_fen"] = page.entry->value();
  if (page.next_tier) out["next_tier"] = nextTierJson(*page.next_tier);
  if (page.tier_by_hand) out["tier_by_hand"] = {{"until", page.tier_until ? page.tier_until->iso() : std::string()}};
  for (const auto& one : page.rises) out["rises"].push_back({{"tier", one.code}, {"points", one.points.value()}});
  auto& classes = out["classes"] = ordered_json::array();
  for (const auto& one : page.classes) {
    ordered_json row{{"class", std::string(member::name(one.cls))}, {"points", one.points.value()}};
    if (one.next_end) row["next_end"] = {{"day", one.next_end->day.iso()}, {"points", one.next_end->points.value()}};
    if (one.ending) row["ending_90_days"] = {{"first", one.ending->day.iso()}, {"points", one.ending->points.value()}};
    classes.push_back(std::move(row));
  }
  auto& purchases = out["purchases"] = ordered_json::array();
  for (const auto& one : page.purchases) {
    purchases.push_back({{"receipt_no", one.receipt_no},
                         {"at", one.at.iso()},
                         {"total_fen", one.total.value()},
                         {"earned", one.earned.value()},
                         {"used", one.used.value()}});
    if (!one.channel.empty()) purchases.back()["channel"] = one.channel;
    if (!one.pickup.empty()) purchases.back()["pickup"] = one.pickup;
  }
  auto& moves = out["points"] = ordered_json::array();
  for (const auto& one : page.moves)
    moves.push_back({{"at", one.at.iso()},
                     {"type", one.type},
                     {"receipt_no", one.receipt_no},
                     {"reason", one.why},
                     {"points", one.points.value()},
                     {"cashable", one.cashable}});
  auto& coupons = out["coupons"] = ordered_json::array();
  for (const auto& one : page.coupons) coupons.push_back({{"serial", one.serial}, {"face_fen", one.face.value()}});
  auto& cards = out["cards"] = ordered_json::array();
  for (const auto& one : page.cards)
    cards.push_back({{"kind", std::string(member::name(one.kind))},
                     {"card", one.masked},
                     {"status", std::string(member::name(one.status))}});
  auto& changes = out["changes"] = ordered_json::array();
  for (const auto& one : page.changes)
    changes.push_back({{"at", one.at.iso()},
                       {"type", one.type},
                       {"field", one.field},
                       {"before", one.before},
                       {"after", one.after},
                       {"operator", one.operator_code},
                       {"approver", one.approver}});
  return out;
}

std::string find(till::Till& till, const json& object) {
  onlyKeys(object, "find", {"ref", "operator", "act", "text"});
  const std::string ref = text(object, "ref", kMemberJsonRequest);
  const auto hits =
      till.findMembers(text(object, "operator", kMemberJsonRequest), text(object, "text", kMemberJsonRequest));
  if (!hits) return refusalJson(ref, hits.error());
  auto out = answerHead(ref, true);
  auto& members = out["members"] = ordered_json::array();
  for (const auto& hit : *hits) members.push_back(hitJson(hit));
  return out.dump();
}

std::string show(till::Till& till, const json& object) {
  onlyKeys(object, "show", {"ref", "operator", "act", "member"});
  const std::string ref = text(object, "ref", kMemberJsonRequest);
  const auto page =
      till.memberPage(text(object, "operator", kMemberJsonRequest), text(object, "member", kMemberJsonRequest));
  if (!page) return refusalJson(ref, page.error());
  auto out = answerHead(ref, true);
  out.update(pageJson(*page));
  return out.dump();
}

std::string printForms(till::Till& till, const json& object) {
  onlyKeys(object, "form", {"ref", "operator", "act", "count"});
  const std::string ref = text(object, "ref", kMemberJsonRequest);
  const auto count = number(object, "count", kMemberJsonRequest).value_or(1);
  const auto forms = till.printForms({text(object, "operator", kMemberJsonRequest),
                                      static_cast<int>(std::clamp<std::int64_t>(count, 0, till::kMostForms + 1))});
  if (!forms) return refusalJson(ref, forms.error());
  auto out = answerHead(ref, true);
  auto& rows = out["forms"] = ordered_json::array();
  for (const report::JoinForm& form : *forms)
    rows.push_back({{"number", form.number},
                    {"store", form.store_name},
                    {"at", form.at.iso()},
                    {"consent", form.consent},
                    {"terms_zh", form.terms_zh},
                    {"terms_en", form.terms_en},
                    {"demo", form.demo},
                    {"training", form.training}});
  return out.dump();
}

}  // namespace

std::optional<member::Birthday> parseBirthday(std::string_view text) {
  member::Birthday birthday;
  const auto takes = [&](std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
  };
  if (takes("lunar:")) birthday.calendar = member::BirthdayCalendar::Lunar;
  if (birthday.calendar == member::BirthdayCalendar::Lunar) birthday.leap_month = takes("leap:");
  if (text.size() != 5 || text[2] != '-' || !base::allDigits(text.substr(0, 2)) || !base::allDigits(text.substr(3)))
    return std::nullopt;
  const auto two = [&](std::size_t at) { return static_cast<unsigned>((text[at] - '0') * 10 + (text[at + 1] - '0')); };
  birthday.month = two(0);
  birthday.day = two(3);
  return member::plausible(birthday) ? std::optional(birthday) : std::nullopt;
}

std::string memberLine(till::Till& till, const std::string& line) {
  return answerOperator(line, [&](const json& object) -> std::string {
    const std::string act = text(object, "act", kMemberJsonRequest);
    if (act == "find") return find(till, object);
    if (act == "show") return show(till, object);
    if (act == "form") return printForms(till, object);
    if (act == "join") return answerJoin(refOf(line), till.join(readJoin(object)));
    return answerAct(refOf(line), till.actOnMember(memberRequest(object)));
  });
}

}  // namespace kahui::local
