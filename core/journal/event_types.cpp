#include "core/journal/event_types.hpp"

#include <utility>

#include "core/journal/event.hpp"

namespace kahui::journal {

namespace {

template <std::size_t... I>
bool anyType(std::string_view type, std::index_sequence<I...>) {
  return ((typeName(Payload(std::in_place_index<I>)) == type) || ...);
}

}  // namespace

bool knownType(std::string_view type) {
  return anyType(type, std::make_index_sequence<std::variant_size_v<Payload>>());
}

}  // namespace kahui::journal
