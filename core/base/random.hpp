// Randomness is a port too: a seeded source makes a demo store that is the same for the same arguments.
#pragma once

#include <cstdint>
#include <span>

namespace kahui::base {

class RandomSource {
 public:
  virtual ~RandomSource() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

class SystemRandom final : public RandomSource {  // the kernel's, through libsodium
 public:
  void fill(std::span<std::uint8_t> out) override;
};

// splitmix64 from a seed. Not for keys of a real store.
class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : m_state(seed) {}
  void fill(std::span<std::uint8_t> out) override;
  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }  // bound > 0

 private:
  std::uint64_t m_state;
};

}  // namespace kahui::base
