// kahuictl card: members' cards issued, replaced, blocked, personalised and loaded; moves of points in doubt; files of
// keys.
#include <cstdio>

#include "app/ctl/card_at_reader.hpp"
#include "app/ctl/card_office.hpp"
#include "app/local/key_file.hpp"
#include "core/base/clock.hpp"

namespace kahui::ctl {

namespace {

using nlohmann::ordered_json;
using till::CardAct;

member::CredentialKind kindOf(ports::CardClass card_class) {
  switch (card_class) {
    case ports::CardClass::Magstripe: return member::CredentialKind::Track2;
    case ports::CardClass::Code: return member::CredentialKind::Code;
    case ports::CardClass::Uid:
    case ports::CardClass::Ntag21x:
    case ports::CardClass::UltralightEv1:
    case ports::CardClass::Ntag424:
    case ports::CardClass::Desfire: break;
  }
  return member::CredentialKind::Uid;
}

// A chip of the shop's kind that proves nothing was not personalised, or not to its end.
bool isUnfinished(const ports::CardRead& read, const card::ShopKeys* keys) {
  if (keys == nullptr || read.trust == ports::Trust::Authenticated) return false;
  return (read.card_class == ports::CardClass::Ntag424 && keys->ntag424) ||
         (read.card_class == ports::CardClass::Desfire && keys->desfire);
}

Outcome<member::Credential> cardAtReader(const CardOptions& options) {
  const auto keys = readKeys(options.keys);
  if (!keys) return tl::unexpected(failureOf(keys.error()));
  const auto reader = CardAtReader::open(options.device, *keys);
  if (!reader) return tl::unexpected(failureOf(reader.error()));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(options.wait_s);
  while (const auto event = (*reader)->next(until)) {
    if (const auto* refused = std::get_if<ports::CardRefused>(&*event)) {
      if (refused->reason != ports::RefuseReason::Torn)
        return tl::unexpected(Failure{"bad_input", refusalText(refused->reason)});
      std::fprintf(stderr, "%s\n", refusalText(refused->reason).c_str());
      continue;
    }
    const auto& read = std::get<ports::CardRead>(*event);
    if (isUnfinished(read, keys->get()))
      return tl::unexpected(Failure{"bad_input", "the card proves nothing; personalise it first"});
    return member::Credential{kindOf(read.card_class), read.credential};
  }
  return tl::unexpected(Failure{"device_gone", "no card came; lay one on the reader and try again"});
}

// The named card, or the one on the reader where one was given.
Outcome<std::optional<member::Credential>> wantedCard(const CardOptions& options) {
  auto named = namedCard(options.uid, options.track2, options.code);
  if (!named || *named || options.device.empty()) return named;
  auto read = cardAtReader(options);
  if (!read) return tl::unexpected(read.error());
  return *std::move(read);
}

Outcome<nlohmann::json> act(const CardOptions& options, CardAct what) {
  till::CardRequest request{.act = what, .operator_code = {}, .member_no = options.member, .reason = options.reason};
  const auto old = namedCard(options.old_uid, options.old_track2, options.old_code);
  if (!old) return tl::unexpected(old.error());
  request.old_card = *old;
  request.tenders = tendersOf(options);
  if (what == CardAct::Change) {
    const auto status = member::parseCardStatus(options.status);
    if (!status) return tl::unexpected(failureOf({base::ErrorCode::BadInput, "--status: LOST, CANCELLED or BLOCKED"}));
    request.status = *status;
  }
  const auto office = CardOffice::open(options);
  if (!office) return tl::unexpected(office.error());
  const auto card = wantedCard(options);
  if (!card) return tl::unexpected(card.error());
  if (!*card && what != CardAct::Change)
    return tl::unexpected(
        failureOf({base::ErrorCode::BadInput, "no card: name it with --uid, --track2 or --code, or give a --device"}));
  request.card = *card;
  return (*office)->act(std::move(request));
}

int actCommand(const CardOptions& options, CardAct what) {
  const auto answer = act(options, what);
  if (!answer) return report(answer.error(), options.json);
  if (options.json) {
    ordered_json out = ordered_json::parse(answer->dump());
    out.erase("ref");
    std::printf("%s\n", out.dump().c_str());
    return kDone;
  }
  const auto& card = (*answer)["card"];
  std::printf("%s %s: member %s, %s%s\n", card["kind"].get<std::string>().c_str(),
              card["credential"].get<std::string>().c_str(), (*answer)["member"].get<std::string>().c_str(),
              (*answer)["status"].get<std::string>().c_str(),
              answer->contains("repeated") ? " as before, nothing was written" : "");
  if (answer->contains("receipt_no"))
    std::printf("fee of %lld fen paid, receipt %s\n", static_cast<long long>((*answer)["fee_fen"].get<std::int64_t>()),
                (*answer)["receipt_no"].get<std::string>().c_str());
  return kDone;
}

int doubtsCommand(const CardOptions& options) {
  const auto store = openForReading(options.store);
  if (!store) return report(store.error(), options.json);
  const auto doubts = (*store)->purseDoubts();
  if (!doubts) return report(doubts.error(), options.json);
  for (const store::PurseDoubt& doubt : *doubts) {
    const std::string at = base::WallTime{doubt.begun_ms, 0}.local().iso();
    const char* move = doubt.move == ports::PurseMove::Debit ? "debit" : "credit";
    const std::string member = doubt.member == 0 ? std::string() : std::to_string(doubt.member);
    if (options.json) {
      const ordered_json out{{"transaction", doubt.transaction.hex()},
                             {"member", member.empty() ? ordered_json() : ordered_json(member)},
                             {"move", move},
                             {"points", doubt.amount},
                             {"at_utc", at}};
      std::printf("%s\n", out.dump().c_str());
    } else {
      std::printf("%s UTC  %s of %d points, %s; settled when the card is seen again\n", at.c_str(), move, doubt.amount,
                  member.empty() ? "a card of no member" : ("member " + member).c_str());
    }
  }
  return kDone;
}

void addStore(CLI::App& command, CardOptions& options) {
  command.add_option("--store", options.store, "Folder of the store")->required();
  command.add_flag("--json", options.json, "Answer as JSON");
}

void addSignIn(CLI::App& command, CardOptions& options) {
  addStore(command, options);
  command.add_option("--operator", options.operator_code, "Leader or manager who does it")->required();
  command.add_option("--pin-file", options.pin_file,
                     "File that holds the operator's PIN; needed on a store that is not a demo");
}

void addReader(CLI::App& command, CardOptions& options) {
  command.add_option("--device", options.device, "Reader on which the card lies: a SPEC as of 'kahuictl readers'");
  command.add_option("--keys", options.keys, "What the shop knows of its cards, as JSON or sealed");
  command.add_option("--wait", options.wait_s, "Seconds to wait for the card")->check(CLI::Range(1, 3600));
}

void addCardNames(CLI::App& command, CardOptions& options) {
  auto* names = command.add_option_group("card", "The card, if it is not on a reader");
  names->add_option("--uid", options.uid, "Its UID, in hex");
  names->add_option("--track2", options.track2, "The number on its stripe");
  names->add_option("--code", options.code, "The number of its bar code or QR code");
  names->require_option(0, 1);
}

void addActs(CLI::App& cards, int& exit_code) {
  struct Words {
    CardAct act;
    const char* name;
    const char* help;
  };
  for (const Words& words : {Words{CardAct::Issue, "issue", "Give a member a card"},
                             Words{CardAct::Replace, "replace", "Give a member a new card for an old one, which ends"},
                             Words{CardAct::Change, "block", "Report a card lost, cancel it or block it"}}) {
    auto options = std::make_shared<CardOptions>();
    CLI::App* command = cards.add_subcommand(words.name, words.help);
    addSignIn(*command, *options);
    addReader(*command, *options);
    addCardNames(*command, *options);
    auto* member = command->add_option("--member", options->member, "Member number");
    if (words.act != CardAct::Change) {
      member->required();
      addFee(*command, *options);
    }
    if (words.act != CardAct::Issue) command->add_option("--reason", options->reason, "Why, for the journal");
    if (words.act == CardAct::Change)
      command->add_option("--status", options->status, "LOST, CANCELLED or BLOCKED (default)");
    if (words.act == CardAct::Replace) {
      auto* old = command->add_option_group("old card", "The card that ends, if the member has several");
      old->add_option("--old-uid", options->old_uid, "Its UID, in hex");
      old->add_option("--old-track2", options->old_track2, "The number on its stripe");
      old->add_option("--old-code", options->old_code, "The number of its code");
      old->require_option(0, 1);
    }
    command->callback([options, act = words.act, &exit_code] { exit_code = actCommand(*options, act); });
  }
}

void addKeys(CLI::App& cards, int& exit_code) {
  struct Files {
    std::string in, out;
  };
  CLI::App* keys = cards.add_subcommand("keys", "The file of the shop's card keys");
  keys->require_subcommand(1);
  auto files = std::make_shared<Files>();
  CLI::App* seal =
      keys->add_subcommand("seal", "Seal a file of keys to this device; --keys takes it as it takes a plain one");
  seal->add_option("--in", files->in, "Plain file, private to its owner (0600)")->required();
  seal->add_option("--out", files->out, "Sealed file; must not be there yet")->required();
  seal->callback([files, &exit_code] {
    const auto sealed = local::sealKeyFile(files->in, files->out);
    exit_code = sealed ? kDone : report(sealed.error());
    if (sealed) std::printf("sealed to this device; keep the plain file off it, where cards are managed\n");
  });
}

}  // namespace

void addCardCommands(CLI::App& app, int& exit_code) {
  CLI::App* cards = app.add_subcommand("card", "Members' cards: issue, replace, block, personalise, load");
  cards->require_subcommand(1);
  addActs(*cards, exit_code);

  auto writing = std::make_shared<CardOptions>();
  CLI::App* personalise = cards->add_subcommand(
      "personalise", "Write a blank NTAG 424 DNA or DESFire: keys, files, settings; read it back; give it to a member");
  addSignIn(*personalise, *writing);
  addReader(*personalise, *writing);
  personalise->get_option("--device")->required();
  personalise->get_option("--keys")->required();
  personalise->add_option("--member", writing->member, "Member number; without it the card is nobody's yet");
  addFee(*personalise, *writing);
  personalise->callback([writing, &exit_code] { exit_code = personaliseCommand(*writing); });

  auto loading = std::make_shared<CardOptions>();
  CLI::App* load = cards->add_subcommand(
      "load", "Put points of a member's account onto his DESFire card; the store's till must be closed");
  addSignIn(*load, *loading);
  addReader(*load, *loading);
  for (const char* needed : {"--device", "--keys", "--pin-file"}) load->get_option(needed)->required();
  load->add_option("--member", loading->member, "Member number")->required();
  load->add_option("--points", loading->points, "Whole points")->required()->check(CLI::Range(1, INT32_MAX));
  load->add_option("--member-pin-file", loading->member_pin_file,
                   "File that holds the member's PIN, where it is asked");
  load->callback([loading, &exit_code] { exit_code = loadCommand(*loading); });

  auto doubting = std::make_shared<CardOptions>();
  CLI::App* doubts = cards->add_subcommand("doubts", "Moves of points on cards of which nobody knows the end");
  addStore(*doubts, *doubting);
  doubts->callback([doubting, &exit_code] { exit_code = doubtsCommand(*doubting); });
  addKeys(*cards, exit_code);
}

}  // namespace kahui::ctl
