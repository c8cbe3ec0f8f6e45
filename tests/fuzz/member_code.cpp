// Any bytes as a scanned code, by day and long after it.
#include <cstddef>
#include <cstdint>

#include "core/base/check_digit.hpp"
#include "drivers/card/member_code.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kahui::card;
  static const ShopKeys keys{.numbers = {.prefixes = {"9001"}, .length = 10}, .code = CodeKey{}};
  constexpr std::int64_t kNow_s = 29'400'000 * kCodeSlot_s;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  MemberCodes codes;
  const auto code = codes.judge(text, keys, kNow_s);
  if (!code) return 0;
  KAHUI_ASSERT(code->number.size() == 10 && kahui::base::validLuhn(code->number) && code->number.starts_with("9001"));
  KAHUI_ASSERT(text.find(code->number) == (code->live ? 4U : 0U));
  MemberCodes others;
  const std::string fresh = makeMemberCode(memberCodeKey(*keys.code, code->number), code->number, kNow_s / kCodeSlot_s);
  KAHUI_ASSERT(others.judge(fresh, keys, kNow_s).has_value());
  const auto again = codes.judge(text, keys, kNow_s);
  KAHUI_ASSERT(again.has_value() == !code->live);
  KAHUI_ASSERT(codes.judge(text, keys, kNow_s + 4 * kCodeSlot_s).has_value() == !code->live);
  return 0;
}
