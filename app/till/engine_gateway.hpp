// The till behind the models' seam.
#pragma once

#include <utility>

#include "app/models/till_gateway.hpp"
#include "core/till/till.hpp"

namespace kahui {

class EngineGateway final : public models::TillGateway {
 public:
  explicit EngineGateway(till::Till& till) : m_till(till) {}

  void submit(till::Command command) override { m_till.submit(std::move(command)); }
  [[nodiscard]] std::shared_ptr<const till::Snapshot> snapshot() const override { return m_till.snapshot(); }
  void onChange(std::function<void()> listener) override { m_till.onChange(std::move(listener)); }

 private:
  till::Till& m_till;
};

}  // namespace kahui
