#include "tests/hq/hq_process.hpp"

#include <httplib.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/net/enrol.hpp"
#include "app/net/openssl.hpp"
#include "core/base/clock.hpp"
#include "core/sync/enrolment.hpp"

namespace kahui::test {

namespace {

std::string readText(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

HttpAnswer answerOf(const httplib::Result& result) {
  if (!result) return {};
  return {result->status, result->body, result->get_header_value("Retry-After"), result->get_header_value("ETag"),
          result->get_header_value("Upload-Offset")};
}

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

}  // namespace

HqProcess::HqProcess(Kind kind, std::vector<std::string> options, std::string db)
    : m_options(std::move(options)), m_db(std::move(db)) {
  std::vector<std::string> words{"init"};
  if (kind == Kind::Demo) words.emplace_back("--demo");
  if (command(words).exit_code != 0) throw std::runtime_error("kahui-hq init failed");
  start();
}

HqProcess::HqProcess(const HqProcess& first, std::vector<std::string> options)
    : m_options(std::move(options)), m_db(first.m_db.empty() ? "sqlite:" + first.data() + "/kahui-hq.db" : first.m_db) {
  std::filesystem::create_directories(std::filesystem::path(data()) / "snapshots");
  for (const char* file : {"ca.crt", "ca.key", "keys.json", "password"})
    std::filesystem::copy_file(std::filesystem::path(first.data()) / file, std::filesystem::path(data()) / file);
  start();
}

void HqProcess::start() {
  std::vector<std::string> words{
      KAHUI_BIN_DIR "/kahui-hq", "--data", data(), "--listen", "127.0.0.1:0", "--admin", "127.0.0.1:0"};
  if (!m_db.empty()) words.insert(words.end(), {"--db", m_db});
  words.insert(words.end(), m_options.begin(), m_options.end());
  m_process = std::make_unique<ChildProcess>(words);
  const auto line = m_process->line(std::chrono::seconds(20));
  if (!line || std::sscanf(line->c_str(), "kahui-hq: serving on 127.0.0.1:%d, operators on 127.0.0.1:%d", &m_port,
                           &m_admin_port) != 2)
    throw std::runtime_error("kahui-hq does not serve: " + line.value_or(m_process->errors()));
}

void HqProcess::killAndRestart() {
  m_process->send(SIGKILL);
  m_process->wait();
  start();
}

CommandAnswer HqProcess::command(std::vector<std::string> words, const std::optional<std::string>& input) const {
  words.insert(words.begin(), KAHUI_BIN_DIR "/kahui-hq");
  words.insert(words.end(), {"--data", data()});
  if (!m_db.empty()) words.insert(words.end(), {"--db", m_db});
  if (input) {
    const std::vector<std::string> shell{"/bin/sh", "-c", R"(line=$1; shift; printf '%s\n' "$line" | "$@")", "sh",
                                         *input};
    words.insert(words.begin(), shell.begin(), shell.end());
  }
  ChildProcess process(words);
  CommandAnswer answer;
  while (const auto line = process.line(std::chrono::seconds(60))) answer.lines.push_back(*line);
  answer.errors = process.errors();
  answer.exit_code = process.wait(std::chrono::seconds(60));
  return answer;
}

std::string HqProcess::enrolCode(const std::string& store, const std::string& position) const {
  const auto answer = command({"enrol-code", "--store", store, "--position", position});
  if (answer.lines.empty()) throw std::runtime_error(answer.errors);
  const std::string& line = answer.lines.back();
  return line.substr(line.rfind(' ') + 1);
}

HttpAnswer HqProcess::admin(const std::string& method, const std::string& path, const std::string& form) const {
  httplib::Client client("127.0.0.1", m_admin_port);
  return answerOf(method == "GET" ? client.Get(path) : client.Post(path, form, "application/x-www-form-urlencoded"));
}

std::int64_t HqProcess::metric(const std::string& name) const {
  std::istringstream text(admin("GET", "/metrics").body);
  for (std::string line; std::getline(text, line);)
    if (line.starts_with(name + " ")) return std::stoll(line.substr(name.size() + 1));
  return -1;
}

bool HqProcess::waitFor(const std::string& name, std::int64_t value) const {
  for (int i = 0; i < 300; ++i) {
    if (metric(name) == value) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return false;
}

std::string HqProcess::password() const {
  std::string text = readText(std::filesystem::path(data()) / "password");
  text.pop_back();
  return text;
}

std::string HqProcess::nowLocal() { return base::SystemClock().now().local().iso(); }

HqClient::HqClient(const HqProcess& hq) : m_port(hq.port()), m_ca(hq.data() + "/ca.crt") {
  std::signal(SIGPIPE, SIG_IGN);  // a refusal closes the connection while the client still sends
}

HqClient& HqClient::at(const HqProcess& hq) {
  m_port = hq.port();
  m_ca = hq.data() + "/ca.crt";
  return *this;
}

HqClient& HqClient::at(int port) {
  m_port = port;
  return *this;
}

HttpAnswer HqClient::enrol(const std::string& code, const std::string& terminal, bool demo) {
  const auto parsed = sync::parseEnrolCode(code);
  if (!parsed) throw std::runtime_error("the code cannot be read: " + code);
  const auto key = net::makeKey(terminal);
  if (!key) throw std::runtime_error(key.error().detail);
  write(m_folder.path() / "key", key->key);
  sync::EnrolRequest request;
  request.secret_hex = base::toHex(parsed->secret);
  request.terminal = terminal;
  request.csr = key->csr;
  request.app = "test";
  request.demo = demo;
  const auto answer = post("/v1/enrol", sync::encode(request));
  if (const auto granted = sync::parseEnrolAnswer(answer.body); answer.status == 200 && granted) {
    write(m_folder.path() / "certificate", granted->certificate);
    m_certified = true;
  }
  return answer;
}

void HqClient::signOneself(const std::string& terminal) {
  const auto made = net::makeKey(terminal);
  if (!made) throw std::runtime_error(made.error().detail);
  const net::Key key = net::readKey(made->key);
  const net::Certificate certificate(X509_new());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(terminal.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
  X509_set_pubkey(certificate.get(), key.get());
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  write(m_folder.path() / "key", made->key);
  write(m_folder.path() / "certificate", net::writeCertificate(certificate.get()));
  m_certified = true;
}

namespace {

std::unique_ptr<httplib::SSLClient> connect(int port, const std::string& ca, const std::filesystem::path& folder,
                                            bool certified) {
  auto client = certified ? std::make_unique<httplib::SSLClient>("127.0.0.1", port, (folder / "certificate").string(),
                                                                 (folder / "key").string())
                          : std::make_unique<httplib::SSLClient>("127.0.0.1", port);
  client->set_ca_cert_path(ca.c_str());
  client->enable_server_certificate_verification(true);
  client->set_read_timeout(20);
  return client;
}

}  // namespace

HttpAnswer HqClient::get(const std::string& path, std::int64_t from, const std::string& etag) {
  httplib::Headers headers;
  if (from > 0) headers.emplace("Range", "bytes=" + std::to_string(from) + "-");
  if (!etag.empty()) headers.emplace("If-Range", etag);
  return answerOf(connect(m_port, m_ca, m_folder.path(), m_certified)->Get(path, headers));
}

HttpAnswer HqClient::put(const std::string& path, const std::string& body) {
  return answerOf(connect(m_port, m_ca, m_folder.path(), m_certified)->Put(path, body, "application/octet-stream"));
}

HttpAnswer HqClient::head(const std::string& path) {
  return answerOf(connect(m_port, m_ca, m_folder.path(), m_certified)->Head(path));
}

HttpAnswer HqClient::post(const std::string& path, const std::string& body, const std::string& type) {
  return answerOf(connect(m_port, m_ca, m_folder.path(), m_certified)->Post(path, body, type));
}

}  // namespace kahui::test
