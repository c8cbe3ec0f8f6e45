// What headquarters shows operators: /live, /ready, /metrics, and the web page. Rendered here, no script, in English
// and Chinese. Reading needs
// no login; a release from quarantine and the signing off of a day need the password of the data folder.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/hq/data.hpp"
#include "app/hq/html.hpp"
#include "app/hq/login.hpp"
#include "core/base/clock.hpp"
#include "core/hq/service.hpp"

namespace kahui::hqserver {

// May be asked from any thread; asks the database one at a time.
class Pages {
 public:
  static base::Result<std::unique_ptr<Pages>> open(Data& data, std::shared_ptr<const base::Clock> clock,
                                                   const hq::Metrics& metrics);
  hq::Response handle(const hq::Request& request);

 private:
  Pages(Data& data, std::shared_ptr<const base::Clock> clock, const hq::Metrics& metrics,
        std::unique_ptr<hqdb::SqlHqStore> store);
  hq::Response ready();
  hq::Response metrics();
  hq::Response overview(Language language);
  hq::Response release(const hq::Request& request, Language language);
  hq::Response signOff(const hq::Request& request, Language language);
  std::optional<hq::Target> admitted(const hq::Request& request, Language language, hq::Response& refused);

  Data& m_data;
  std::shared_ptr<const base::Clock> m_clock;
  const hq::Metrics& m_metrics;
  std::mutex m_mutex;
  std::unique_ptr<hqdb::SqlHqStore> m_store;
  Login m_login;
};

}  // namespace kahui::hqserver
