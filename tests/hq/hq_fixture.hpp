// A headquarters without sockets, and tills that send to it: journals of events made for the purpose, or those of a
// till's store.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.hpp"
#include "core/hq/ingest.hpp"
#include "core/hq/projector.hpp"
#include "core/hq/recon.hpp"
#include "core/journal/event.hpp"
#include "tests/hq/engines.hpp"

namespace kahui::test {

// A till's log: lines, and the chain over them.
class TillLog {
 public:
  explicit TillLog(std::string terminal, std::uint32_t inc = 1);

  // A line with the log's next sequence; `event` gives day, time, id and payload.
  void add(journal::Payload payload, const std::string& rules = "");
  void addLine(const std::string& line);
  [[nodiscard]] journal::Event event(journal::Payload payload);
  [[nodiscard]] const std::string& terminal() const { return m_terminal; }
  [[nodiscard]] std::uint64_t head() const { return m_lines.size(); }
  [[nodiscard]] const base::Sha256& hash(std::uint64_t seq) const { return m_hashes[seq]; }
  [[nodiscard]] std::string batch(std::uint64_t first, std::uint64_t last) const;  // raw
  std::string& line(std::uint64_t seq) { return m_lines[seq - 1]; }
  // Ids and times go on from here.
  void setTime(const char* local);
  base::Id last_id{};
  std::optional<base::Id> cause{};

 private:
  std::string m_terminal;
  std::uint32_t m_inc;
  base::ManualClock m_clock;
  base::SeededRandom m_random;
  std::vector<std::string> m_lines;
  std::vector<base::Sha256> m_hashes;  // from H(0)
};

class HqFixture {
 public:
  HqFixture();
  void know(const std::string& terminal, const std::string& store, const std::string& position);
  hq::Answer<sync::Ack> send(const TillLog& log, std::uint64_t first, std::uint64_t last);
  hq::Answer<sync::Ack> sendRaw(const std::string& terminal, const std::string& raw);
  void project();  // all that waits
  hq::ReconRow recon(const std::string& terminal, const char* day);
  void in(const std::function<void(ports::HqTransaction&)>& work);
  void publish(const std::string& over = "{}");  // the five-tier preset with this put over it
  void sequence();                               // all marks

  HqEngine engine;
  std::unique_ptr<hqdb::SqlHqStore> store;
  base::ManualClock clock;
  hq::Projector projector;
};

// Events enough for a day: a member, a sale of `total` fen that earns, with its shift.
journal::MemberRegistered registered(std::int64_t no, const base::Id& id, std::int64_t opening = 0);
journal::SaleCompleted saleOf(std::int64_t total, std::optional<std::pair<std::int64_t, base::Id>> member = {},
                              std::int64_t earned = 0, std::int64_t used = 0);

}  // namespace kahui::test
