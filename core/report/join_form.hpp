// S003-99: the blank application form of a recruiting desk as text for the receipt printer: its own number, lines to
// write on, the terms in short, boxes for the consents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/report/shift_slip.hpp"

namespace kahui::report {

struct JoinForm {
  std::string store_name;
  std::string number;  // F0001-01-1-12; the code below the text holds it, too
  base::LocalTime at;
  std::string consent;             // version of the terms
  std::string terms_zh, terms_en;  // the shop's own words; empty: the program's
  bool demo = false;
  bool training = false;
  bool operator==(const JoinForm&) const = default;
};

// F, then store, register, incarnation and running number as on a receipt; so that no two tills print the same one, nor
// one till after its store was restored.
std::string formNumber(const std::string& store_no, const std::string& position, std::uint32_t incarnation,
                       std::int64_t running);
// Whether a scanned text is one, of whatever till.
[[nodiscard]] bool isFormNumber(std::string_view text);

// `columns` as of renderText(): 32 on 58 mm, 48 on 80 mm. No code is in it.
std::string renderJoinForm(const JoinForm& form, SlipLanguage language, int columns);

}  // namespace kahui::report
