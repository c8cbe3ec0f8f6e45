// A chip of the tests in a reader of the private pcscd.
#pragma once

#include <memory>

#include "tests/drivers/virtual_native.hpp"
#include "tests/support/virtual_card.hpp"

namespace kahui::test {

// The reader answers GET DATA by itself; all else goes to the card.
inline VirtualCard::Responder behind(std::shared_ptr<VirtualNative> card) {
  return [card](base::ByteView command) -> VirtualCard::Answer {
    if (command.size() > 1 && command[0] == 0xFF) return VirtualCard::withUid(card->uid)(command);
    auto answer = card->exchange(command);
    return answer ? VirtualCard::Answer{.bytes = *std::move(answer)} : VirtualCard::Answer{.vanish = true};
  };
}

// vpcd is looked at each 400 ms: a refused card, whose leaving is no event, has been seen to leave after this.
inline constexpr std::chrono::milliseconds kPoll{900};

}  // namespace kahui::test
