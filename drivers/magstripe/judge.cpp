#include "drivers/magstripe/judge.hpp"

#include <algorithm>

#include "drivers/card/stripe/bank_card.hpp"
#include "drivers/card/stripe/judge_swipe.hpp"

namespace kahui::magstripe {
namespace {

using ports::CardClass;
using ports::RefuseReason;

// Shorter ones are shared with the codes of goods (EAN-13, GTIN-14), of which one in ten has a good Luhn digit.
constexpr std::size_t kMinBankNumber = 15;

// A stripe has no small letters and neither have our codes, but readers that look at the lamp of Caps Lock type them.
card::WipedText withoutSmallLetters(std::string_view frame) {
  card::WipedText text;
  for (const char c : frame)
    if (!text.append(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c)) break;
  return text;
}

// A sentinel anywhere: with characters lost or added in front it is still a stripe, and a bad one.
bool isSwipe(std::string_view text) {
  return text.empty() || card::isSentinel(text.front()) || text.find_first_of("%;?") != std::string_view::npos;
}

// Codes of goods may hold a GS (GS1 General Specifications, 7.8), nothing else holds a control character.
bool isNoise(std::string_view text) {
  constexpr char kGs = '\x1D';
  return !std::all_of(text.begin(), text.end(), [](char c) { return (c >= ' ' && c <= '~') || c == kGs; });
}

}  // namespace

Judge::Judge(std::shared_ptr<const card::ShopKeys> keys, std::shared_ptr<const base::Clock> clock,
             std::shared_ptr<ports::UsedCodes> used)
    : m_keys(keys ? std::move(keys) : std::make_shared<const card::ShopKeys>()),
      m_clock(std::move(clock)),
      m_codes(std::move(used)) {
  KAHUI_ASSERT(m_clock != nullptr);
}

Verdict Judge::judge(std::string_view frame) {
  const card::WipedText text = withoutSmallLetters(frame);
  if (isSwipe(text.view())) {
    auto number = card::judgeSwipe(card::parseSwipe(text.view()), m_keys->numbers);
    if (!number) return number.error();
    return Reading{CardClass::Magstripe, *std::move(number)};
  }
  if (isNoise(text.view())) return RefuseReason::Unreadable;
  constexpr std::int64_t kMsPerSecond = 1000;
  auto code = m_codes.judge(text.view(), *m_keys, m_clock->now().utc_ms / kMsPerSecond);
  if (code) return Reading{CardClass::Code, std::move(code->number)};
  if (code.error() != RefuseReason::NotOurs) return code.error();
  if (text.size() >= kMinBankNumber && card::isBankNumber(text.view())) return RefuseReason::BankCard;
  return OtherCode{std::string(frame)};
}

namespace {

struct Teller {
  const ports::ReaderEventSink& sink;
  const std::string& reader;
  std::int64_t elapsed_us;

  void operator()(Reading& reading) const {
    const ports::Presentation at{reader, ports::newGeneration()};
    sink(ports::CardRead{.at = at,
                         .card_class = reading.card_class,
                         .credential = std::move(reading.credential),
                         .elapsed_us = elapsed_us});
    sink(ports::CardRemoved{at});
  }
  void operator()(OtherCode& code) const { sink(ports::CodeScanned{reader, std::move(code.text)}); }
  void operator()(RefuseReason reason) const { sink(ports::CardRefused{reader, reason}); }
};

}  // namespace

void tell(const ports::ReaderEventSink& sink, const std::string& reader, Verdict verdict, std::int64_t elapsed_us) {
  std::visit(Teller{sink, reader, elapsed_us}, verdict);
}

}  // namespace kahui::magstripe
