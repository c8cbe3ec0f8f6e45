// Telephone numbers (rulebook M1): mainland mobile numbers, 11 digits, 1[3-9].
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kahui::member {

// Full-width forms to ASCII; spaces, hyphens, brackets and +86 / 0086 / 86 removed. nullopt if what is left is not a
// number of the form.
std::optional<std::string> normalizePhone(std::string_view text);

// 138****5678; a text of another form is masked whole.
std::string maskPhone(std::string_view phone);

}  // namespace kahui::member
