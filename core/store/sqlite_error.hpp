// Where SQLite's exceptions end: inside the store they may fly, out of it only Results go.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <type_traits>

#include "core/base/result.hpp"

namespace kahui::store {

base::Error toError(const SQLite::Exception& exception);

// Runs `work` (returns a Result or Status) and turns an exception of SQLite into an Error.
template <class Work>
auto guarded(Work&& work) -> std::invoke_result_t<Work> {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(toError(exception));
  }
}

}  // namespace kahui::store
