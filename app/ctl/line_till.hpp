// A till for requests as lines of JSON: one of this process's own, or the one that runs on the store and holds it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/local/handover.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::ctl {

class LineTill {
 public:
  // An operator who is named signs in with the PIN in `pin_file`, where one is given.
  static base::Result<std::unique_ptr<LineTill>> open(const std::string& store, local::LineWork work,
                                                      const std::string& operator_code, const std::string& pin_file,
                                                      const std::string& approver = {},
                                                      const std::string& approver_pin_file = {});

  // nullopt: the till closed the connection. Any thread; one request after the other.
  std::optional<std::string> answer(const std::string& line);

 private:
  explicit LineTill(local::LineWork work) : m_work(work) {}
  base::Status openOwn(std::unique_ptr<store::SqliteStore> store, const std::string& operator_code,
                       const std::string& pin, const local::Approver& approver);

  const local::LineWork m_work;
  std::mutex m_mutex;
  std::unique_ptr<till::Till> m_till;
  std::optional<local::LineChannel> m_channel;
};

}  // namespace kahui::ctl
