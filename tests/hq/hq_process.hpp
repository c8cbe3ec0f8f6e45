// The program kahui-hq run beside a test, and a client that speaks to it with the certificate of one terminal.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/kahuictl.hpp"
#include "tests/support/temp_folder.hpp"

namespace kahui::test {

struct HttpAnswer {
  int status = 0;  // 0: none came
  std::string body;
  std::string retry_after;
  std::string etag, upload_offset;
};

class HqProcess {
 public:
  enum class Kind { Demo, Real };
  explicit HqProcess(Kind kind = Kind::Demo, std::vector<std::string> options = {}, std::string db = {});

  // A further node on the same database: certificate authority and keys are copies of the first one's.
  explicit HqProcess(const HqProcess& first, std::vector<std::string> options = {});

  CommandAnswer command(std::vector<std::string> words, const std::optional<std::string>& input = {}) const;
  [[nodiscard]] std::string enrolCode(const std::string& store, const std::string& position) const;
  HttpAnswer admin(const std::string& method, const std::string& path, const std::string& form = {}) const;
  std::int64_t metric(const std::string& name) const;  // -1: there is none
  bool waitFor(const std::string& name, std::int64_t value) const;
  void killAndRestart();
  [[nodiscard]] int port() const { return m_port; }
  [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }
  [[nodiscard]] std::string adminUrl() const { return "http://127.0.0.1:" + std::to_string(m_admin_port); }
  [[nodiscard]] std::string data() const { return (m_folder.path() / "hq").string(); }
  [[nodiscard]] std::string password() const;
  [[nodiscard]] static std::string nowLocal();  // of the stores' zone, ISO

 private:
  void start();
  TempFolder m_folder;
  std::vector<std::string> m_options;
  std::string m_db;
  std::unique_ptr<ChildProcess> m_process;
  int m_port = 0, m_admin_port = 0;
};

class HqClient {
 public:
  explicit HqClient(const HqProcess& hq);
  HttpAnswer enrol(const std::string& code, const std::string& terminal, bool demo = true);
  void signOneself(const std::string& terminal);  // a certificate that no CA issued
  HqClient& at(const HqProcess& hq);              // the same certificate, shown elsewhere
  HqClient& at(int port);
  HttpAnswer get(const std::string& path, std::int64_t from = 0, const std::string& etag = {});
  HttpAnswer put(const std::string& path, const std::string& body);
  HttpAnswer head(const std::string& path);
  HttpAnswer post(const std::string& path, const std::string& body, const std::string& type = "application/json");

 private:
  TempFolder m_folder;
  int m_port;
  std::string m_ca;
  bool m_certified = false;
};

}  // namespace kahui::test
