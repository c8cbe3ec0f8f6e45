#include "app/local/socket.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "core/base/sha256.hpp"

namespace kahui::local {

namespace {

constexpr std::size_t kMaxLine_bytes = 1 << 20;

base::Result<sockaddr_un> addressOf(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string text = path.string();
  if (text.size() >= sizeof address.sun_path)
    return base::fail(base::ErrorCode::BadInput, "socket name too long: " + text);
  std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
  return address;
}

bool sameUser(int descriptor) {
  ucred peer{};
  socklen_t length = sizeof peer;
  return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == getuid();
}

}  // namespace

std::filesystem::path socketPath(const std::filesystem::path& store_folder) {
  const auto folder = std::filesystem::absolute(store_folder).lexically_normal();
  const auto inside = folder / "till.sock";
  if (inside.string().size() < sizeof(sockaddr_un::sun_path)) return inside;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  const std::filesystem::path base =
      runtime != nullptr && *runtime != '\0' ? runtime : std::filesystem::temp_directory_path();
  return base / ("kahui-" + base::toHex(base::sha256({base::asBytes(folder.string())})).substr(0, 16) + ".sock");
}

LineChannel::LineChannel(LineChannel&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_buffer(std::move(other.m_buffer)) {}

LineChannel::~LineChannel() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

std::optional<std::string> LineChannel::readLine() {
  for (;;) {
    if (const auto end = m_buffer.find('\n'); end != std::string::npos) {
      std::string line = m_buffer.substr(0, end);
      m_buffer.erase(0, end + 1);
      return line;
    }
    if (m_buffer.size() > kMaxLine_bytes) return std::nullopt;
    char chunk[16384];
    const ssize_t length = ::read(m_descriptor, chunk, sizeof chunk);
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return std::nullopt;
    m_buffer.append(chunk, static_cast<std::size_t>(length));
  }
}

bool LineChannel::writeLine(const std::string& line) {
  const std::string text = line + "\n";
  for (std::size_t sent = 0; sent < text.size();) {
    const ssize_t length = ::send(m_descriptor, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return false;
    sent += static_cast<std::size_t>(length);
  }
  return true;
}

void LineChannel::shutDown() { ::shutdown(m_descriptor, SHUT_RDWR); }

base::Result<LineChannel> connectTo(const std::filesystem::path& store_folder) {
  const auto address = addressOf(socketPath(store_folder));
  if (!address) return tl::unexpected(address.error());
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return base::fail(base::ErrorCode::ServiceDown, std::strerror(errno));
  LineChannel channel(descriptor);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) {
    return base::fail(base::ErrorCode::ServiceDown, std::strerror(errno));
  }
  return channel;
}

base::Result<std::unique_ptr<LocalServer>> LocalServer::start(const std::filesystem::path& store_folder, Serve serve) {
  const auto path = socketPath(store_folder);
  const auto address = addressOf(path);
  if (!address) return tl::unexpected(address.error());
  const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (listener < 0) return base::fail(base::ErrorCode::ServiceDown, std::strerror(errno));
  ::unlink(path.c_str());  // the store's lock is ours: a socket of this name is a dead till's
  if (::bind(listener, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
      ::listen(listener, 8) != 0) {
    const int error = errno;
    ::close(listener);
    return base::fail(base::ErrorCode::ServiceDown, path.string() + ": " + std::strerror(error));
  }
  return std::unique_ptr<LocalServer>(new LocalServer(listener, path, std::move(serve)));
}

LocalServer::LocalServer(int listener, std::filesystem::path path, Serve serve)
    : m_listener(listener), m_path(std::move(path)), m_serve(std::move(serve)) {
  KAHUI_ASSERT(::pipe(m_wake) == 0);
  m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

LocalServer::~LocalServer() {
  m_thread.request_stop();
  [[maybe_unused]] const ssize_t written = ::write(m_wake[1], "x", 1);
  m_thread.join();
  ::close(m_listener);
  ::close(m_wake[0]);
  ::close(m_wake[1]);
  ::unlink(m_path.c_str());
}

void LocalServer::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    pollfd waits[] = {{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
    if (::poll(waits, 2, -1) > 0 && (waits[0].revents & POLLIN) != 0) accept();
  }
  for (Connection& connection : m_connections) connection.channel.shutDown();
  m_connections.clear();  // joins
}

void LocalServer::accept() {
  constexpr std::size_t kMaxConnections = 16;
  std::erase_if(m_connections, [](const Connection& connection) { return connection.done.load(); });
  const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
  if (descriptor < 0) return;
  LineChannel channel(descriptor);
  if (!sameUser(descriptor) || m_connections.size() >= kMaxConnections) return;
  Connection& connection = m_connections.emplace_back(std::move(channel));
  connection.thread = std::jthread([this, &connection] {
    m_serve(connection.channel);
    connection.channel.shutDown();
    connection.done = true;
  });
}

}  // namespace kahui::local
