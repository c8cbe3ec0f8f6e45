// What the subcommands of `kahuictl card` share: their arguments, and acts on the members' cards of a store.
#pragma once

#include <nlohmann/json.hpp>

#include "app/ctl/command.hpp"
#include "app/ctl/line_till.hpp"
#include "core/till/card_request.hpp"
#include "drivers/card/shop_keys.hpp"

namespace kahui::ctl {

struct CardOptions {
  std::string store, operator_code, pin_file;
  std::string member;
  std::string uid, track2, code;              // the card, if it is named
  std::string old_uid, old_track2, old_code;  // the one that is replaced
  std::string status = "BLOCKED", reason;
  std::string device, keys;
  std::string member_pin_file;
  std::string pay, reference;  // of the card's fee (S000-13): the type of tender, the number of its slip
  std::int64_t given_fen = 0;  // cash
  std::int64_t points = 0;
  std::int64_t wait_s = 30;
  bool json = false;
};

// An error whose words were made elsewhere: the till that holds the store made them.
struct Failure {
  std::string code;
  std::string message;
};
Failure failureOf(const base::Error& error);
// As report() of command.hpp.
int report(const Failure& failure, bool json);

template <class T>
using Outcome = tl::expected<T, Failure>;

// Of a till's lines: the answer to one request, or what it refused.
Outcome<nlohmann::ordered_json> answerOf(LineTill& till, const std::string& request);

// One request to the till of a store, signed by the operator and the approver who gave a PIN's file.
template <class Options>
Outcome<nlohmann::ordered_json> askTill(const Options& options, local::LineWork work,
                                        const nlohmann::ordered_json& request) {
  const std::string signs = options.pin_file.empty() ? std::string() : options.operator_code;
  const std::string beside = options.approver_pin_file.empty() ? std::string() : options.approver;
  auto till = LineTill::open(options.store, work, signs, options.pin_file, beside, options.approver_pin_file);
  if (!till) return tl::unexpected(failureOf(till.error()));
  return answerOf(**till, request.dump());
}

// What every act of an operator asks for on the command line.
template <class Options>
void addOperator(CLI::App& command, Options& options) {
  command.add_option("--store", options.store, "Folder of the store")->required();
  command.add_option("--operator", options.operator_code, "Who does it")->required();
  command.add_option("--pin-file", options.pin_file, "File with the operator's PIN; not needed on a demo store");
  command.add_flag("--json", options.json, "Answer as JSON");
}

// The same for acts that somebody may sign beside the operator.
template <class Options>
void addSignIn(CLI::App& command, Options& options) {
  addOperator(command, options);
  command.add_option("--approver", options.approver, "Who signs beside the operator");
  command.add_option("--approver-pin-file", options.approver_pin_file, "File with the approver's PIN");
}

class CardOffice {
 public:
  static Outcome<std::unique_ptr<CardOffice>> open(const CardOptions& options);

  // The answer of app/local/card_json.hpp. Any thread.
  Outcome<nlohmann::json> act(till::CardRequest request);

 private:
  CardOffice(std::unique_ptr<LineTill> till, std::string operator_code)
      : m_till(std::move(till)), m_operator(std::move(operator_code)) {}

  const std::unique_ptr<LineTill> m_till;
  const std::string m_operator;
};

// Options of what gives a card, and what they say of its fee.
void addFee(CLI::App& command, CardOptions& options);
std::vector<pricing::Tender> tendersOf(const CardOptions& options);

// The card that the options name; nullopt: none. BadInput for a payment card's number, which is shown nowhere.
Outcome<std::optional<member::Credential>> namedCard(const std::string& uid, const std::string& track2,
                                                     const std::string& code);

// `file` empty: no keys.
base::Result<std::shared_ptr<const card::ShopKeys>> readKeys(const std::string& file, bool shared_allowed = false);

// `kahuictl card personalise`.
int personaliseCommand(const CardOptions& options);

// `kahuictl card load`.
int loadCommand(const CardOptions& options);

}  // namespace kahui::ctl
