// kahui-hq with very many tills: idle keep-alive connections over mutual TLS, and some busy tills that send batches and
// say hello. What a hello takes with and without the idle ones, and the server's memory for each connection.
// BENCH_TILLS and BENCH_BUSY make it small.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include "app/hqdb/sql_store.hpp"
#include "app/net/openssl.hpp"
#include "core/base/fd.hpp"
#include "core/base/sha256.hpp"
#include "core/journal/chain.hpp"
#include "core/journal/codec.hpp"
#include "core/sync/batch.hpp"
#include "core/sync/compression.hpp"
#include "core/sync/enrolment.hpp"
#include "core/sync/messages.hpp"
#include "tests/bench/figures.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temp_folder.hpp"

namespace kahui::bench {

namespace {

std::string textOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {(std::istreambuf_iterator<char>(in)), {}};
}

// Certificates of all tills over one key: what they cost the server is the same.
class Tills {
 public:
  explicit Tills(const std::filesystem::path& data)
      : m_ca(net::readCertificate(textOf(data / "ca.crt"))),
        m_ca_key(net::readKey(textOf(data / "ca.key"))),
        m_key(EVP_EC_gen("P-256")) {}

  // Signs one, and lets headquarters know it.
  net::Certificate make(const std::string& name, std::string& digest_hex) {
    net::Certificate made(X509_new());
    X509* const raw = made.get();
    X509_set_version(raw, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(raw), ++m_serial);
    X509_gmtime_adj(X509_getm_notBefore(raw), -3600);
    X509_gmtime_adj(X509_getm_notAfter(raw), 86'400L * 700);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(raw), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.data()), static_cast<int>(name.size()), -1,
                               0);
    X509_set_issuer_name(raw, X509_get_subject_name(m_ca.get()));
    X509_set_pubkey(raw, m_key.get());
    if (X509_sign(raw, m_ca_key.get(), EVP_sha256()) <= 0) std::abort();
    base::Sha256 digest{};
    unsigned size = 0;
    X509_digest(raw, EVP_sha256(), digest.data(), &size);
    digest_hex = base::toHex(digest);
    return made;
  }

  net::Certificate m_ca;
  net::Key m_ca_key, m_key;

 private:
  long m_serial = 1000;
};

// One keep-alive connection, blocking.
class Connection {
 public:
  Connection(const Tills& tills, X509* certificate, int port) : m_context(SSL_CTX_new(TLS_client_method())) {
    SSL_CTX_use_certificate(m_context.get(), certificate);
    SSL_CTX_use_PrivateKey(m_context.get(), tills.m_key.get());
    m_socket = base::Fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) std::abort();
    m_tls = SSL_new(m_context.get());
    SSL_set_fd(m_tls, m_socket.get());
    if (SSL_connect(m_tls) != 1) {
      std::printf("TLS: %s\n", net::lastError().c_str());
      std::abort();
    }
  }
  ~Connection() { SSL_free(m_tls); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  int post(const std::string& path, const char* type, const std::string& body) {
    const std::string request = "POST " + path + " HTTP/1.1\r\nHost: kahui-hq\r\nContent-Type: " + type +
                                "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    if (SSL_write(m_tls, request.data(), static_cast<int>(request.size())) <= 0) return 0;
    std::string text;
    std::size_t whole = std::string::npos;
    while (text.size() < whole) {
      char piece[8192];
      const int size = SSL_read(m_tls, piece, sizeof piece);
      if (size <= 0) return 0;
      text.append(piece, static_cast<std::size_t>(size));
      const std::size_t end = text.find("\r\n\r\n");
      const std::size_t length = text.find("Content-Length: ");
      if (end != std::string::npos && length < end)
        whole = end + 4 + static_cast<std::size_t>(std::atol(text.c_str() + length + 16));
    }
    return std::atoi(text.c_str() + 9);
  }

 private:
  net::Context m_context;
  base::Fd m_socket;
  SSL* m_tls = nullptr;
};

struct Till {
  std::string name;
  net::Certificate certificate;
  base::Sha256 head{};
  std::uint64_t seq = 0;
  std::int64_t at_ms = 0;

  std::string hello() const {
    sync::Hello said;
    said.terminal = name;
    said.boot = "bench";
    said.app = "bench";
    said.now_ms = at_ms;
    said.incarnations = {{1, {seq, head}, seq, {}}};
    return sync::encode(said);
  }

  std::string batch(base::RandomSource& random) {
    sync::BatchHeader header;
    header.terminal = name;
    header.first = seq + 1;
    header.prev_hash = head;
    header.app = "bench";
    header.sv_max = 1;
    std::vector<std::string> lines;
    for (int i = 0; i < 20; ++i) {
      journal::Event event;
      event.at = {at_ms += 100, 480};
      event.id = base::Id::make(at_ms, random);
      event.terminal = name;
      event.incarnation = 1;
      event.seq = ++seq;
      event.store_no = "0001";
      event.position = "01";
      event.business_date = event.at.local().date();
      event.payload = journal::LogNote{"1001", "bench"};
      lines.push_back(*journal::encode(event));
      head = journal::chainNext(head, lines.back());
    }
    header.last = seq;
    header.head_hash = head;
    return sync::compress(sync::joinBatch(header, lines));
  }
};

std::int64_t memoryOf(int pid) {
  std::istringstream status(textOf("/proc/" + std::to_string(pid) + "/status"));
  for (std::string word; status >> word;)
    if (word == "VmRSS:") {
      std::int64_t kb = 0;
      status >> kb;
      return kb;
    }
  return 0;
}

// Each busy till sends a batch and says hello, over and over, for some seconds; the hellos are what is measured.
std::vector<double> beBusy(std::vector<std::unique_ptr<Connection>>& connections, std::vector<Till>& tills) {
  constexpr auto kFor = std::chrono::seconds(8);
  std::mutex mutex;
  std::vector<double> times;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  const auto end = std::chrono::steady_clock::now() + kFor;
  for (std::size_t i = 0; i < connections.size(); ++i) {
    threads.emplace_back([&, i] {
      base::SeededRandom random(i + 1);
      std::vector<double> own;
      while (std::chrono::steady_clock::now() < end) {
        if (connections[i]->post("/v1/batches", "application/zstd", tills[i].batch(random)) != 200) ++refused;
        const double began = now_us();
        if (connections[i]->post("/v1/hello", "application/json", tills[i].hello()) != 200) ++refused;
        own.push_back(now_us() - began);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
      }
      const std::lock_guard lock(mutex);
      times.insert(times.end(), own.begin(), own.end());
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (refused > 0) std::printf("%d requests were refused\n", refused.load());
  return times;
}

std::vector<Till> enrolled(Tills& tills, const std::filesystem::path& data, int count) {
  const auto source = hqdb::openSource("sqlite:" + (data / "kahui-hq.db").string());
  const auto store = hqdb::SqlHqStore::open(**source);
  std::vector<Till> made;
  const std::int64_t now_ms = base::SystemClock().now().utc_ms;
  const auto put = (*store)->transaction([&](ports::HqTransaction& tx) -> base::Status {
    made.clear();
    for (int i = 0; i < count; ++i) {
      Till till;
      till.name = "bench-" + std::to_string(i);
      ports::HqTerminal row;
      row.id = till.name;
      row.store = "0001";
      row.position = std::to_string(i % 99 + 1);
      till.certificate = tills.make(till.name, row.certificate);
      till.head = journal::chainStart(till.name);
      till.at_ms = now_ms;
      tx.putTerminal(row);
      made.push_back(std::move(till));
    }
    return {};
  });
  if (!put) std::abort();
  return made;
}

int run() {
  const auto idle_count = static_cast<std::size_t>(fromEnvironment("BENCH_TILLS", 2000));
  const auto busy_count = static_cast<std::size_t>(fromEnvironment("BENCH_BUSY", 50));
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  const test::TempFolder folder;
  const auto data = folder.path() / "hq";
  test::ChildProcess init({KAHUI_BIN_DIR "/kahui-hq", "init", "--data", data.string()});
  if (init.wait() != 0) return 2;
  Tills authority(data);
  auto tills = enrolled(authority, data, static_cast<int>(idle_count + busy_count));
  test::ChildProcess server({KAHUI_BIN_DIR "/kahui-hq", "--data", data.string(), "--listen", "127.0.0.1:0"});
  const auto line = server.line(std::chrono::seconds(20));
  int port = 0;
  if (!line || std::sscanf(line->c_str(), "kahui-hq: serving on 127.0.0.1:%d", &port) != 1) return 2;
  std::vector<Till> busy(std::make_move_iterator(tills.begin()),
                         std::make_move_iterator(tills.begin() + static_cast<std::ptrdiff_t>(busy_count)));
  std::vector<std::unique_ptr<Connection>> lines, idle;
  for (const Till& till : busy) lines.push_back(std::make_unique<Connection>(authority, till.certificate.get(), port));
  const auto alone = beBusy(lines, busy);
  row("hello of a busy till, no others", alone);
  const std::int64_t before_kb = memoryOf(server.pid());
  const double began = now_us();
  for (std::size_t i = busy_count; i < tills.size(); ++i) {
    idle.push_back(std::make_unique<Connection>(authority, tills[i].certificate.get(), port));
    if (idle.back()->post("/v1/hello", "application/json", tills[i].hello()) != 200) return 1;
  }
  std::printf("%zu tills connected and said hello in %.1f s\n", idle.size(), (now_us() - began) / 1e6);
  const std::int64_t after_kb = memoryOf(server.pid());
  std::printf("memory of the server %lld kB, then %lld kB: %.1f kB a connection\n", static_cast<long long>(before_kb),
              static_cast<long long>(after_kb),
              static_cast<double>(after_kb - before_kb) / static_cast<double>(idle.size()));
  const auto beside = beBusy(lines, busy);
  row("hello of a busy till beside the idle ones", beside);
  std::printf("beside / alone: p50 %.2f, p99 %.2f\n", median(beside) / median(alone),
              percentile(beside, 0.99) / percentile(alone, 0.99));
  server.send(SIGTERM);
  return 0;
}

}  // namespace

}  // namespace kahui::bench

int main() { return kahui::bench::run(); }
