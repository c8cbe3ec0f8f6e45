// SHA-256 (FIPS 180-4) over several pieces, by libcrypto.
#pragma once

#include <array>
#include <initializer_list>

#include "core/base/bytes.hpp"

namespace kahui::base {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::initializer_list<ByteView> pieces);

}  // namespace kahui::base
