// The lines of a bill. A line never changes once it is in the basket: one that sells differently is another line. So a
// bill that holds the very same line as before need not judge it again (BillMemory).
#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

#include "core/pricing/line_input.hpp"

namespace kahui::pricing {

class Basket {
 public:
  using Line = std::shared_ptr<const LineInput>;

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = LineInput;
    using difference_type = std::ptrdiff_t;
    using pointer = const LineInput*;
    using reference = const LineInput&;

    explicit Iterator(const Line* at) : m_at(at) {}
    reference operator*() const { return **m_at; }
    Iterator& operator++() {
      ++m_at;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Line* m_at;
  };

  void reserve(std::size_t lines) { m_lines.reserve(lines); }
  void push_back(LineInput line) { m_lines.push_back(std::make_shared<const LineInput>(std::move(line))); }
  void push_back(Line line) { m_lines.push_back(std::move(line)); }  // not null
  void pop_back() { m_lines.pop_back(); }
  void replace(std::size_t i, LineInput line) { m_lines[i] = std::make_shared<const LineInput>(std::move(line)); }

  [[nodiscard]] std::size_t size() const { return m_lines.size(); }
  [[nodiscard]] bool empty() const { return m_lines.empty(); }
  [[nodiscard]] const LineInput& operator[](std::size_t i) const { return *m_lines[i]; }
  [[nodiscard]] const Line& line(std::size_t i) const { return m_lines[i]; }
  [[nodiscard]] Iterator begin() const { return Iterator(m_lines.data()); }
  [[nodiscard]] Iterator end() const { return Iterator(m_lines.data() + m_lines.size()); }

 private:
  std::vector<Line> m_lines;
};

}  // namespace kahui::pricing
