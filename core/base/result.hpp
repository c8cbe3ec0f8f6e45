// Result<T>: a value or an Error. Bugs stop the program (KAHUI_ASSERT, also in release); everything else is returned.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <tl/expected.hpp>
#include <utility>

#include "core/base/error.hpp"

namespace kahui::base {

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(detail)});
}

[[noreturn]] inline void assertionFailed(const char* what, const char* file, int line) {
  std::fprintf(stderr, "kahui: assertion failed: %s (%s:%d)\n", what, file, line);
  std::abort();
}

}  // namespace kahui::base

#define KAHUI_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::kahui::base::assertionFailed(#condition, __FILE__, __LINE__))

// Leaves the function with the error of an expression of type Result<T>.
#define KAHUI_TRY(expression)                                                                              \
  do {                                                                                                     \
    if (auto kahuiTried = (expression); !kahuiTried) return tl::unexpected(std::move(kahuiTried).error()); \
  } while (false)
