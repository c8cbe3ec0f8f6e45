// kahuictl member: the member desk from the command line. Each command is one line of app/local/member_json.hpp, done
// by the till that runs on the store, or here.
#include <cstdio>
#include <fstream>

#include "app/ctl/card_office.hpp"
#include "app/local/data_folder.hpp"
#include "core/report/join_form.hpp"
#include "drivers/printer/print_job.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;

struct DeskOptions {
  std::string store, operator_code, pin_file, approver, approver_pin_file;
  std::string member, text, member_pin_file, reason, note, to, code, exchange, tier, until, receipt;
  std::string group, proof;
  std::string phone, name, tax_no, contact, birthday, born, uid, track2, card_code, via, form, referrer;
  std::vector<std::string> gifts;
  std::string out, language = "zh_CN";
  int count = 1, paper = 80;
  std::int64_t points = 0;
  bool adult = false, consent = false, marketing = false, company = false, no_marketing = false;
  bool json = false;
};

void put(ordered_json& line, const char* key, const std::string& value) {
  if (!value.empty()) line[key] = value;
}

ordered_json giftJson(const std::string& gift) {
  const auto colon = gift.find(':');
  ordered_json out{{"code", gift.substr(0, colon)}};
  if (colon != std::string::npos) out["quantity"] = std::atoi(gift.c_str() + colon + 1);
  return out;
}

Outcome<ordered_json> requestOf(const DeskOptions& options, const std::string& act) {
  ordered_json line{{"operator", options.operator_code}, {"act", act}};
  const std::pair<const char*, const std::string*> texts[] = {
      {"approver", &options.approver}, {"member", &options.member},   {"text", &options.text},
      {"reason", &options.reason},     {"to", &options.to},           {"code", &options.code},
      {"exchange", &options.exchange}, {"phone", &options.phone},     {"name", &options.name},
      {"tax_no", &options.tax_no},     {"contact", &options.contact}, {"birthday", &options.birthday},
      {"born", &options.born},         {"via", &options.via},         {"form", &options.form},
      {"referrer", &options.referrer}, {"group", &options.group},     {"proof", &options.proof},
      {"tier", &options.tier},         {"until", &options.until},     {"receipt", &options.receipt}};
  for (const auto& [key, value] : texts) put(line, key, *value);
  if (!options.note.empty()) line["text"] = options.note;
  if (!options.member_pin_file.empty()) {
    const auto pin = local::readFile(options.member_pin_file);
    if (!pin) return tl::unexpected(failureOf(pin.error()));
    line["member_pin"] = pin->substr(0, pin->find_last_not_of("\r\n") + 1);
  }
  if (options.points != 0) line["points"] = options.points;
  for (const std::string& gift : options.gifts) line["gifts"].push_back(giftJson(gift));
  const auto card = namedCard(options.uid, options.track2, options.card_code);
  if (!card) return tl::unexpected(card.error());
  if (*card) line["card"] = {{std::string(member::name((*card)->kind)), (*card)->value}};
  if (act == "join") {
    line["adult"] = options.adult;
    line["consent"] = options.consent;
  }
  if (options.company) line["company"] = true;
  if (options.marketing || options.no_marketing) line["marketing"] = options.marketing;
  return line;
}

Outcome<ordered_json> answerOf(const DeskOptions& options, const std::string& act) {
  const auto request = requestOf(options, act);
  if (!request) return request;
  return askTill(options, local::LineWork::Member, *request);
}

void printText(const ordered_json& answer) {
  if (answer.contains("members")) {
    for (const auto& hit : answer["members"])
      std::printf("%s  %s  %s  %s\n", hit.value("member", "").c_str(), hit.value("name", "").c_str(),
                  hit.value("phone", "").c_str(), hit.value("tier", "").c_str());
    return;
  }
  for (const auto& [key, value] : answer.items()) {
    if (key == "ref" || key == "ok") continue;
    std::printf("%s: %s\n", key.c_str(), value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
  }
}

// The forms of the answer as bytes for a receipt printer, or as text.
std::string paperOf(const ordered_json& answer, const DeskOptions& options) {
  const bool english = options.language == "en";
  const auto paper = options.paper == 58 ? printer::Paper::Mm58 : printer::Paper::Mm80;
  std::string out;
  for (const auto& row : answer["forms"]) {
    report::JoinForm form;
    form.store_name = row["store"];
    form.number = row["number"];
    form.at = base::LocalTime::parse(row["at"].get<std::string>()).value_or(base::LocalTime());
    form.consent = row["consent"];
    form.terms_zh = row["terms_zh"];
    form.terms_en = row["terms_en"];
    form.demo = row["demo"];
    form.training = row["training"];
    printer::PrintJob job;
    job.paper = paper;
    job.text = report::renderJoinForm(form, english ? report::SlipLanguage::English : report::SlipLanguage::Chinese,
                                      printer::columnsOf(paper));
    job.code = form.number;
    if (options.out.empty()) {
      out += job.text + form.number + "\n";
      continue;
    }
    const auto sheet = printer::encodeJob(job, nullptr);
    out.append(sheet.bytes.begin(), sheet.bytes.end());
  }
  return out;
}

int runForm(const DeskOptions& options) {
  const auto answer =
      askTill(options, local::LineWork::Member,
              ordered_json{{"operator", options.operator_code}, {"act", "form"}, {"count", options.count}});
  if (!answer) return report(answer.error(), options.json);
  const std::string paper = paperOf(*answer, options);
  if (!options.out.empty()) {
    std::ofstream file(options.out, std::ios::binary);
    file << paper;
    if (!file.flush())
      return report(failureOf({base::ErrorCode::BadInput, options.out + ": cannot be written"}), options.json);
  }
  if (options.json) {
    ordered_json numbers = ordered_json::array();
    for (const auto& row : (*answer)["forms"]) numbers.push_back(row["number"]);
    std::printf("%s\n", ordered_json{{"forms", numbers}}.dump().c_str());
  } else if (options.out.empty()) {
    std::printf("%s", paper.c_str());
  } else {
    for (const auto& row : (*answer)["forms"]) std::printf("%s\n", row["number"].get<std::string>().c_str());
  }
  return kDone;
}

int run(const DeskOptions& options, const std::string& act) {
  if (act == "form") return runForm(options);
  auto answer = answerOf(options, act);
  if (!answer) return report(answer.error(), options.json);
  answer->erase("ref");
  if (options.json)
    std::printf("%s\n", answer->dump().c_str());
  else
    printText(*answer);
  return kDone;
}

struct MemberCommand {
  const char* name;
  const char* help;
  void (*more)(CLI::App& command, DeskOptions& options);
};

void wantMember(CLI::App& command, DeskOptions& options) {
  command.add_option("--member", options.member, "Member number")->required();
}

void wantPoints(CLI::App& command, DeskOptions& options) {
  wantMember(command, options);
  command.add_option("--points", options.points, "How many")->required();
  command.add_option("--member-pin-file", options.member_pin_file, "File with the member's PIN");
}

void wantReason(CLI::App& command, DeskOptions& options) {
  wantMember(command, options);
  command.add_option("--points", options.points, "How many; without it the account");
  command.add_option("--reason", options.reason, "IMPROPER, FRAUD, BREACH, DISPUTE or OTHER");
  command.add_option("--text", options.note, "In words; needed for OTHER");
}

void wantPerson(CLI::App& command, DeskOptions& options) {
  command.add_option("--name", options.name, "Name");
  command.add_option("--birthday", options.birthday, "MM-DD, lunar:MM-DD or lunar:leap:MM-DD");
  command.add_flag("--company", options.company, "A company");
  command.add_option("--tax-no", options.tax_no, "Of a company: 18 characters, or the older 15");
  command.add_option("--contact", options.contact, "Of a company: who speaks for it");
  command.add_flag("--marketing", options.marketing, "Agrees to messages");
}

void wantJoin(CLI::App& command, DeskOptions& options) {
  command.add_option("--phone", options.phone, "Telephone number")->required();
  command.add_flag("--adult", options.adult, "Says to be 18 or older");
  command.add_flag("--consent", options.consent, "Agrees to the text of the rule pack's version");
  command.add_option("--born", options.born, "Date of birth, if it is told: nobody under 18 joins");
  command.add_option("--uid", options.uid, "UID of a card, in hex");
  command.add_option("--track2", options.track2, "The number on a card's stripe");
  command.add_option("--card-code", options.card_code, "The number of a card's code");
  command.add_option("--via", options.via, "till, phone, web, referral or event");
  command.add_option("--form", options.form, "Number of the signed form");
  command.add_option("--referrer", options.referrer, "Member number or telephone of who brought the member");
  command.add_option("--group", options.group, "Company or school of the rules; needs --proof");
  command.add_option("--proof", options.proof, "What was shown for the group");
  command.add_option("--receipt", options.receipt,
                     "A guest's receipt of today, its number or code, where the rules ask for a purchase");
  wantPerson(command, options);
}

void wantCorrection(CLI::App& command, DeskOptions& options) {
  wantMember(command, options);
  command.add_option("--phone", options.phone, "New telephone number");
  command.add_flag("--no-marketing", options.no_marketing, "Wants no messages any more");
  wantPerson(command, options);
}

constexpr MemberCommand kMemberCommands[] = {
    {"join", "A new member: telephone, adult, consent", wantJoin},
    {"form", "Blank application forms, each with a number of its own, for a receipt printer",
     [](CLI::App& command, DeskOptions& options) {
       command.add_option("--count", options.count, "How many; 1 unless named");
       command.add_option("--out", options.out, "File for the printer's bytes (ESC/POS); without it the text is shown");
       command.add_option("--paper", options.paper, "58 or 80 mm (default)")->check(CLI::IsMember({58, 80}));
       command.add_option("--language", options.language, "zh_CN (default) or en")
           ->check(CLI::IsMember({"zh_CN", "en"}));
     }},
    {"find", "By member number, telephone or its last four digits",
     [](CLI::App& command, DeskOptions& options) {
       command.add_option("TEXT", options.text, "What to look for")->required();
     }},
    {"show", "A member's points, purchases, coupons, cards and changes", wantMember},
    {"correct", "Change name, telephone, birthday, what a company has, or consent", wantCorrection},
    {"agree-terms", "The member agrees to the rule pack's version of the text", wantMember},
    {"reveal", "Name and telephone in clear; the act is logged", wantMember},
    {"freeze", "Freeze points or the account", wantReason},
    {"unfreeze", "Release frozen points or the account", wantReason},
    {"void", "Take frozen points away for good", wantReason},
    {"cash-out", "Pay cashable points out of the drawer", wantPoints},
    {"transfer", "Give points to another member",
     [](CLI::App& command, DeskOptions& options) {
       wantPoints(command, options);
       command.add_option("--to", options.to, "Member number or telephone of the receiver")->required();
     }},
    {"exchange", "Gifts of the catalogue for points",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--gift", options.gifts, "CODE or CODE:QUANTITY; several may be given")->required();
       command.add_option("--member-pin-file", options.member_pin_file, "File with the member's PIN");
     }},
    {"cancel-exchange", "Give points and count of an exchange of this month back",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--exchange", options.exchange, "Its id; without it the last one");
     }},
    {"quarter", "Coupons for points at the end of a quarter", wantPoints},
    {"claim", "Points of a guest's receipt",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--code", options.code, "The code on the receipt")->required();
     }},
    {"approve", "Make a member of an applicant; the gift of joining comes with it", wantMember},
    {"refuse", "Refuse an applicant",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--reason", options.note, "Why, in words")->required();
     }},
    {"group", "Put a member into a company's or school's group, or out of it",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--group", options.group, "Its code in the rules; without it: out of the group");
       command.add_option("--proof", options.note, "What was shown for it");
     }},
    {"rise", "A higher tier for points",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--tier", options.tier, "Code of the tier")->required();
       command.add_option("--points", options.points, "Its price as it was said; another one is refused");
       command.add_option("--member-pin-file", options.member_pin_file, "File with the member's PIN");
     }},
    {"grant", "Points for an activity, with a reason in words; a manager's",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--points", options.points, "How many")->required();
       command.add_option("--text", options.note, "For what, in words")->required();
     }},
    {"tier", "Give a tier by hand, with a reason; a manager's",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--tier", options.tier, "Code of the tier, above the one by the rules")->required();
       command.add_option("--reason", options.note, "Why, in words")->required();
       command.add_option("--until", options.until, "Last day, YYYY-MM-DD; without it until 'tier-end'");
     }},
    {"tier-end", "End a tier that was given by hand: the rules decide again",
     [](CLI::App& command, DeskOptions& options) {
       wantMember(command, options);
       command.add_option("--reason", options.note, "Why, in words");
     }},
    {"erase", "Destroy what identifies the member; sums stay", wantMember}};

}  // namespace

void addMemberDesk(CLI::App& group, int& exit_code) {
  for (const MemberCommand& words : kMemberCommands) {
    auto options = std::make_shared<DeskOptions>();
    CLI::App* command = group.add_subcommand(words.name, words.help);
    addSignIn(*command, *options);
    words.more(*command, *options);
    command->callback([options, name = std::string(words.name), &exit_code] { exit_code = run(*options, name); });
  }
}

}  // namespace kahui::ctl
