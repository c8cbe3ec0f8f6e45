#include "app/ctl/card_office.hpp"

#include <cstdio>

#include "app/local/card_json.hpp"
#include "app/local/error_text.hpp"
#include "app/local/key_file.hpp"
#include "drivers/card/stripe/bank_card.hpp"
#include "drivers/host/shop_keys_file.hpp"

namespace kahui::ctl {

namespace {

using base::ErrorCode;
using nlohmann::json;

// The exit status of an error that came as a name.
int exitCodeOf(const std::string& name) {
  for (int code = 0; code <= static_cast<int>(ErrorCode::PeerFailed); ++code)
    if (base::codeName(static_cast<ErrorCode>(code)) == name) return ctl::exitCodeOf(static_cast<ErrorCode>(code));
  return kNo;
}

}  // namespace

Failure failureOf(const base::Error& error) {
  return {std::string(base::codeName(error.code)), local::errorText(error)};
}

int report(const Failure& failure, bool json) {
  if (json) {
    const nlohmann::ordered_json out = {{"error", {{"code", failure.code}, {"message", failure.message}}}};
    std::fprintf(stderr, "%s\n", out.dump().c_str());
  } else {
    std::fprintf(stderr, "kahuictl: %s\n", failure.message.c_str());
  }
  return exitCodeOf(failure.code);
}

Outcome<nlohmann::ordered_json> answerOf(LineTill& till, const std::string& request) {
  using nlohmann::ordered_json;
  const auto line = till.answer(request);
  if (!line) return tl::unexpected(failureOf({ErrorCode::PeerFailed, "the till closed the connection"}));
  ordered_json answer = ordered_json::parse(*line, nullptr, false);
  if (!answer.is_object()) return tl::unexpected(failureOf({ErrorCode::PeerFailed}));
  if (answer.value("ok", false)) return answer;
  const ordered_json error = answer.value("error", ordered_json::object());
  return tl::unexpected(Failure{error.value("code", std::string()), error.value("message", std::string())});
}

void addFee(CLI::App& command, CardOptions& options) {
  command.add_option("--pay", options.pay,
                     "What the card's fee is paid with, where the rules ask for one: CASH, "
                     "BANKCARD, VOUCHER, WECHAT, ALIPAY, UNIONPAY");
  command.add_option("--given", options.given_fen, "Cash that was given, in fen; the rest is change")
      ->check(CLI::NonNegativeNumber);
  command.add_option("--reference", options.reference, "Number of the slip or voucher");
}

std::vector<pricing::Tender> tendersOf(const CardOptions& options) {
  if (options.pay.empty()) return {};
  pricing::Tender tender;
  tender.type = options.pay;
  if (options.given_fen > 0) tender.given = base::Money(options.given_fen);
  tender.reference = options.reference;
  return {tender};
}

Outcome<std::unique_ptr<CardOffice>> CardOffice::open(const CardOptions& options) {
  // A demo asks nobody for a PIN.
  const std::string signs = options.pin_file.empty() ? std::string() : options.operator_code;
  auto till = LineTill::open(options.store, local::LineWork::Card, signs, options.pin_file);
  if (!till) return tl::unexpected(failureOf(till.error()));
  return std::unique_ptr<CardOffice>(new CardOffice(*std::move(till), options.operator_code));
}

Outcome<json> CardOffice::act(till::CardRequest request) {
  request.operator_code = m_operator;
  auto answer = answerOf(*m_till, local::requestJson(request));
  if (!answer) {
    Failure failure = std::move(answer).error();
    if (failure.message.find("CARD_FEE_DUE") != std::string::npos)
      failure.message += "; the figure is the card's fee in fen: say how it is paid with --pay, for cash also --given";
    if (failure.message.find("CARD_FEE_NONE") != std::string::npos)
      failure.message += "; cards are free now: leave --pay out";
    return tl::unexpected(std::move(failure));
  }
  return json(*std::move(answer));
}

Outcome<std::optional<member::Credential>> namedCard(const std::string& uid, const std::string& track2,
                                                     const std::string& code) {
  using member::CredentialKind;
  for (const std::string& number : {track2, code})
    if (card::isBankNumber(number))
      return tl::unexpected(failureOf({ErrorCode::BadInput, "this is the number of a payment card"}));
  if (!uid.empty()) return member::Credential{CredentialKind::Uid, uid};
  if (!track2.empty()) return member::Credential{CredentialKind::Track2, track2};
  if (!code.empty()) return member::Credential{CredentialKind::Code, code};
  return std::nullopt;
}

base::Result<std::shared_ptr<const card::ShopKeys>> readKeys(const std::string& file, bool shared_allowed) {
  if (file.empty()) return nullptr;
  auto text = local::readKeyFile(file, shared_allowed ? local::OpenToOthers::Allowed : local::OpenToOthers::Refused);
  if (!text) return tl::unexpected(text.error());
  auto keys = host::readShopKeys(file, *std::move(text));
  if (!keys) return tl::unexpected(keys.error());
  return std::make_shared<const card::ShopKeys>(*std::move(keys));
}

}  // namespace kahui::ctl
