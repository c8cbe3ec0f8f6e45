#include "tests/hq/hq_process.hpp"

#include <httplib.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

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
  return {result->status, result->body, result->get_header_value("Retry-After")};
}

// A fresh P-256 key in a file, and a request or a certificate of its own for it.
EVP_PKEY* newKey(const std::filesystem::path& file) {
  EVP_PKEY* const key = EVP_EC_gen("P-256");
  std::FILE* const out = std::fopen(file.c_str(), "w");
  PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(out);
  return key;
}

void nameIt(X509_NAME* name, const std::string& terminal) {
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(terminal.data()),
                             static_cast<int>(terminal.size()), -1, 0);
}

std::string requestFor(EVP_PKEY* key, const std::string& terminal) {
  X509_REQ* const request = X509_REQ_new();
  nameIt(X509_REQ_get_subject_name(request), terminal);
  X509_REQ_set_pubkey(request, key);
  X509_REQ_sign(request, key, EVP_sha256());
  BIO* const bio = BIO_new(BIO_s_mem());
  PEM_write_bio_X509_REQ(bio, request);
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  std::string pem(data, static_cast<std::size_t>(size));
  BIO_free(bio);
  X509_REQ_free(request);
  return pem;
}

}  // namespace

HqProcess::HqProcess(Kind kind, std::vector<std::string> options, std::string db)
    : m_options(std::move(options)), m_db(std::move(db)) {
  std::vector<std::string> words{"init"};
  if (kind == Kind::Demo) words.emplace_back("--demo");
  if (command(words).exit_code != 0) throw std::runtime_error("kahui-hq init failed");
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

CommandAnswer HqProcess::command(std::vector<std::string> words) const {
  words.insert(words.begin(), KAHUI_BIN_DIR "/kahui-hq");
  words.insert(words.end(), {"--data", data()});
  if (!m_db.empty()) words.insert(words.end(), {"--db", m_db});
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

HttpAnswer HqClient::enrol(const std::string& code, const std::string& terminal, bool demo) {
  const auto parsed = sync::parseEnrolCode(code);
  if (!parsed) throw std::runtime_error("the code cannot be read: " + code);
  EVP_PKEY* const key = newKey(m_folder.path() / "key");
  sync::EnrolRequest request;
  request.secret_hex = base::toHex(parsed->secret);
  request.terminal = terminal;
  request.csr = requestFor(key, terminal);
  request.app = "test";
  request.demo = demo;
  EVP_PKEY_free(key);
  const auto answer = post("/v1/enrol", sync::encode(request));
  if (const auto granted = sync::parseEnrolAnswer(answer.body); answer.status == 200 && granted) {
    std::ofstream(m_folder.path() / "certificate") << granted->certificate;
    m_certified = true;
  }
  return answer;
}

void HqClient::signOneself(const std::string& terminal) {
  EVP_PKEY* const key = newKey(m_folder.path() / "key");
  X509* const certificate = X509_new();
  X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  nameIt(X509_get_subject_name(certificate), terminal);
  X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
  X509_set_pubkey(certificate, key);
  X509_sign(certificate, key, EVP_sha256());
  std::FILE* const out = std::fopen((m_folder.path() / "certificate").c_str(), "w");
  PEM_write_X509(out, certificate);
  std::fclose(out);
  X509_free(certificate);
  EVP_PKEY_free(key);
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

HttpAnswer HqClient::get(const std::string& path) {
  return answerOf(connect(m_port, m_ca, m_folder.path(), m_certified)->Get(path));
}

HttpAnswer HqClient::post(const std::string& path, const std::string& body, const std::string& type) {
  return answerOf(connect(m_port, m_ca, m_folder.path(), m_certified)->Post(path, body, type));
}

}  // namespace kahui::test
