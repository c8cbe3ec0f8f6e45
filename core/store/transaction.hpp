// A write as one transaction, behind the gate.
#pragma once

#include <utility>

#include "core/store/connection.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/writer_gate.hpp"

namespace kahui::store {

// Runs `work` (returns Status) in the first priority; on any failure nothing of it remains in the file.
template <class Work>
base::Status oneTransaction(WriterGate& gate, Connection& connection, Work&& work) {
  const auto pass = gate.enter(WriterGate::Priority::Sale);
  const base::Status done = guarded([&]() -> base::Status {
    connection.statement("BEGIN IMMEDIATE").exec();
    KAHUI_TRY(work());
    connection.statement("COMMIT").exec();
    return {};
  });
  if (!done) connection.rollBack();
  return done;
}

}  // namespace kahui::store
