// Cards and tills that stop in the midst of a payment: the commit whose answer nobody sees, beside a till that dies.
#pragma once

#include "tests/drivers/dying_card.hpp"
#include "tests/till/purse_till.hpp"

namespace kahui::test {

// The commit is sent, or is not, and nobody sees its answer.
struct CutAtCommit final : card::Session {
  card::Session& under;
  bool reaches;
  bool gone = false;
  CutAtCommit(card::Session& session, bool whether) : under(session), reaches(whether) {}
  tl::expected<base::Bytes, card::LinkError> exchange(base::ByteView command) override {
    if (gone) return tl::unexpected(card::LinkError::NotSent);
    if (command.size() > 1 && command[1] == 0xC7) {
      gone = true;
      if (reaches) static_cast<void>(under.exchange(command));
      return tl::unexpected(card::LinkError::Unknown);
    }
    return under.exchange(command);
  }
};

}  // namespace kahui::test
