#include "app/local/key_file.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/bytes.hpp"
#include "core/base/fd.hpp"
#include "core/base/random.hpp"
#include "core/store/folder.hpp"

namespace kahui::local {

namespace {

using base::ErrorCode;

constexpr std::string_view kHeader = "kahui-sealed-keys 1\n";
constexpr const char* kDeviceKey = "device";
constexpr std::size_t kKeyFileMostBytes = 64 * 1024;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

base::Result<std::string> readWhole(int descriptor, const std::string& file) {
  std::string text(kKeyFileMostBytes + 1, '\0');
  std::size_t size = 0;
  for (;;) {
    const ssize_t got = ::read(descriptor, text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return base::fail(ErrorCode::BadInput, file + ": " + std::strerror(errno));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > kKeyFileMostBytes) {
      sodium_memzero(text.data(), text.size());
      return base::fail(ErrorCode::BadInput, file + ": larger than 64 KiB");
    }
  }
  text.resize(size);
  return text;
}

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

base::Result<std::string> opened(const std::string& sealed, const std::string& file) {
  std::string_view body = std::string_view(sealed).substr(kHeader.size());
  while (body.ends_with('\n') || body.ends_with('\r')) body.remove_suffix(1);
  const auto box = base::fromBase64(body);
  if (!box || box->size() < kNonceBytes + kTagBytes)
    return base::fail(ErrorCode::StoreKey, file + ": a sealed file that is not whole");
  const auto key = store::readKey(kDeviceKey);
  if (!key) return tl::unexpected(key.error());
  std::string text(box->size() - kNonceBytes - kTagBytes, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, box->data() + kNonceBytes,
      box->size() - kNonceBytes, bytesOf(kHeader), kHeader.size(), box->data(), key->data());
  if (failed != 0) return base::fail(ErrorCode::StoreKey, file + ": sealed on another device, or changed since");
  return text;
}

base::Status writeNew(const std::string& file, const std::string& text) {
  const base::Fd descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (descriptor.get() < 0)
    return base::fail(errno == EEXIST ? ErrorCode::StoreExists : ErrorCode::StoreIo,
                      file + ": " + std::strerror(errno));
  if (::write(descriptor.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(descriptor.get()) == 0)
    return {};
  const std::string reason = std::strerror(errno);
  ::unlink(file.c_str());
  return base::fail(ErrorCode::StoreIo, file + ": " + reason);
}

}  // namespace

bool isOpenToOthers(const std::string& file) {
  struct stat found {};
  return ::stat(file.c_str(), &found) == 0 && (found.st_mode & kOthers) != 0;
}

base::Result<std::string> readKeyFile(const std::string& file, OpenToOthers open) {
  const base::Fd descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat found {};
  if (descriptor.get() < 0 || ::fstat(descriptor.get(), &found) != 0)
    return base::fail(ErrorCode::BadInput, file + ": " + std::strerror(errno));
  auto text = readWhole(descriptor.get(), file);
  if (!text) return text;
  if (text->starts_with(kHeader)) return opened(*text, file);
  if (open == OpenToOthers::Refused && (found.st_mode & kOthers) != 0) {
    sodium_memzero(text->data(), text->size());
    return base::fail(ErrorCode::BadInput, file +
                                               " holds keys and others than its owner may use it: make it private "
                                               "with 'chmod 600', or seal it with 'kahuictl card keys seal'");
  }
  return text;
}

base::Status sealKeyFile(const std::string& in, const std::string& out) {
  auto plain = readKeyFile(in);
  if (!plain) return tl::unexpected(plain.error());
  base::SystemRandom random;
  const auto key = store::ensureKey(kDeviceKey, random);
  if (!key) return tl::unexpected(key.error());
  base::Bytes box(kNonceBytes + plain->size() + kTagBytes);
  random.fill(std::span(box).first(kNonceBytes));
  crypto_aead_xchacha20poly1305_ietf_encrypt(box.data() + kNonceBytes, nullptr, bytesOf(*plain), plain->size(),
                                             bytesOf(kHeader), kHeader.size(), nullptr, box.data(), key->data());
  sodium_memzero(plain->data(), plain->size());
  return writeNew(out, std::string(kHeader) + base::toBase64(box) + "\n");
}

}  // namespace kahui::local
