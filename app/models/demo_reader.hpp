// What the demo panel can do in place of hardware. main.cpp puts drivers/sim behind it; absent outside the demo mode.
#pragma once

#include <string>
#include <vector>

namespace kahui::models {

enum class DemoCardKind { Member, Blocked, Unknown, RandomUid };

struct DemoCard {
  DemoCardKind kind{};
  std::string uid;        // upper-case hex; ignored for RandomUid
  std::string tier_name;  // Member and Blocked
  int tier_rank = 0;
};

class DemoReader {
 public:
  virtual ~DemoReader() = default;
  [[nodiscard]] virtual std::vector<DemoCard> cards() const = 0;  // in the order to show them
  virtual void tap(const DemoCard& card) = 0;                     // lays the card down, taking away the one before
  virtual void remove() = 0;
  virtual void unplug() = 0;
  virtual void replug() = 0;
};

}  // namespace kahui::models
