// The seam between the screens and the till: what models need of core/till, so that tests can script it.
#pragma once

#include <functional>
#include <memory>

#include "core/till/command.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

class TillGateway {
 public:
  virtual ~TillGateway() = default;
  virtual void submit(till::Command command) = 0;
  [[nodiscard]] virtual std::shared_ptr<const till::Snapshot> snapshot() const = 0;  // never null
  virtual void onChange(std::function<void()> listener) = 0;                         // called on any thread
};

}  // namespace kahui::models
