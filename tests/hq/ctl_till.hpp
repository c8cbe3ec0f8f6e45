// A till as the programs see it: kahuictl on a demo store with its keys in a folder of its own, beside a kahui-hq.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/hq/hq_process.hpp"
#include "tests/support/temp_folder.hpp"

namespace kahui::test {

class CtlTill {
 public:
  // What `demo` is told beside --store.
  explicit CtlTill(std::vector<std::string> demo) {
    setenv("KAHUI_KEY_DIR", (m_folder.path() / "keys").c_str(), 1);
    unsetenv("KAHUI_NOW");
    demo.insert(demo.begin(), {"demo", "--store", store()});
    const auto made = ctl(std::move(demo));
    if (made.exit_code != 0) throw std::runtime_error(made.errors);
  }

  static CommandAnswer ctl(std::vector<std::string> words) { return runKahuictl(std::move(words)); }

  // `url`: where the till finds headquarters from then on.
  CommandAnswer enrol(const HqProcess& hq, const std::string& position, const std::string& url) const {
    return ctl({"enrol", "--store", store(), "--hq", url, "--code", hq.enrolCode("0001", position)});
  }
  [[nodiscard]] CommandAnswer sync() const { return ctl({"sync", "--store", store(), "--once"}); }
  [[nodiscard]] std::vector<nlohmann::json> rows(const std::string& what) const {
    std::vector<nlohmann::json> rows;
    for (const auto& line : ctl({"export", "--store", store(), "--what", what, "--format", "jsonl"}).lines)
      rows.push_back(nlohmann::json::parse(line));
    return rows;
  }
  // One request of `kahuictl sell`, and what it brings.
  [[nodiscard]] nlohmann::json sell(const nlohmann::json& request) const {
    const auto file = m_folder.path() / "sale.jsonl";
    std::ofstream(file) << request.dump() << '\n';
    const auto answer = ctl({"sell", "--store", store(), "--in", file.string()});
    return answer.lines.empty() ? nlohmann::json{{"ok", false}, {"errors", answer.errors}}
                                : nlohmann::json::parse(answer.lines.front());
  }
  [[nodiscard]] bool verified() const { return ctl({"verify", "--store", store(), "--json"}).exit_code == 0; }

  [[nodiscard]] std::string store() const { return (m_folder.path() / "store").string(); }

  [[nodiscard]] std::filesystem::path identityFile() const {
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path() / "keys"))
      if (entry.path().extension() == ".hq") return entry.path();
    return {};
  }
  [[nodiscard]] nlohmann::json identity() const { return nlohmann::json::parse(std::ifstream(identityFile())); }
  void setIdentity(const nlohmann::json& identity) const { std::ofstream(identityFile()) << identity; }

 private:
  TempFolder m_folder;
};

}  // namespace kahui::test
