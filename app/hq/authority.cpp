#include "app/hq/authority.hpp"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "app/hq/files.hpp"
#include "app/net/openssl.hpp"
#include "core/base/sha256.hpp"
#include "core/sync/enrolment.hpp"

namespace kahui::hqserver {

namespace {

using base::ErrorCode;

constexpr long kCaDays = 7300, kLeafDays = 1825;
constexpr const char* kCaFile = "ca.crt";
constexpr const char* kCaKeyFile = "ca.key";
constexpr const char* kNextFile = "ca-next.crt";
constexpr const char* kNextKeyFile = "ca-next.key";
constexpr const char* kOldFile = "ca-old.crt";

using net::Key;
using Extension = std::unique_ptr<X509_EXTENSION, net::Freed<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, net::Freed<BN_free>>;

// OpenSSL fails here for want of memory or entropy alone; what comes from outside is checked before.
template <class T>
T* needed(T* pointer) {
  KAHUI_ASSERT(pointer != nullptr);
  return pointer;
}

std::string pemOf(EVP_PKEY* key) {
  const net::Bio bio(needed(BIO_new(BIO_s_mem())));
  PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
  return net::textOf(bio.get());
}

Key newKey() { return Key(needed(EVP_EC_gen("P-256"))); }

base::Sha256 digestOf(X509* certificate) {
  base::Sha256 digest{};
  unsigned size = 0;
  KAHUI_ASSERT(X509_digest(certificate, EVP_sha256(), digest.data(), &size) == 1 && size == digest.size());
  return digest;
}

void name(X509_NAME* name, std::string_view common) {
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(common.data()),
                             static_cast<int>(common.size()), -1, 0);
}

void extend(X509* certificate, X509* issuer, int id, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(needed(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str())));
  X509_add_ext(certificate, extension.get(), -1);
}

struct Wanted {
  std::string common;
  long days = kLeafDays;
  std::string key_usage;
  std::string extended;   // empty: a CA
  std::string alt_names;  // empty: none
};

// issuer null: signs itself.
net::Certificate sign(EVP_PKEY* subject_key, X509* issuer, EVP_PKEY* issuer_key, const Wanted& wanted) {
  net::Certificate certificate(needed(X509_new()));
  X509* const raw = certificate.get();
  X509_set_version(raw, X509_VERSION_3);
  std::array<unsigned char, 16> serial{};
  KAHUI_ASSERT(RAND_bytes(serial.data(), static_cast<int>(serial.size())) == 1);
  serial[0] = static_cast<unsigned char>(serial[0] & 0x7FU) | 0x40U;
  const Number number(BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr));
  BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(raw));
  constexpr long kBackdate_s = -24 * 3600, kDay_s = 24 * 3600;  // a till whose clock is behind can enrol all the same
  X509_gmtime_adj(X509_getm_notBefore(raw), kBackdate_s);
  X509_gmtime_adj(X509_getm_notAfter(raw), wanted.days * kDay_s);
  name(X509_get_subject_name(raw), wanted.common);
  X509_set_issuer_name(raw, X509_get_subject_name(issuer != nullptr ? issuer : raw));
  X509_set_pubkey(raw, subject_key);
  X509* const signer = issuer != nullptr ? issuer : raw;
  extend(raw, signer, NID_subject_key_identifier, "hash");
  extend(raw, signer, NID_authority_key_identifier, "keyid");
  extend(raw, signer, NID_basic_constraints,
         wanted.extended.empty() ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE");
  extend(raw, signer, NID_key_usage, "critical," + wanted.key_usage);
  if (!wanted.extended.empty()) extend(raw, signer, NID_ext_key_usage, wanted.extended);
  if (!wanted.alt_names.empty()) extend(raw, signer, NID_subject_alt_name, wanted.alt_names);
  KAHUI_ASSERT(X509_sign(raw, issuer_key, EVP_sha256()) > 0);
  return certificate;
}

bool isP256(EVP_PKEY* key) {
  std::array<char, 32> group{};
  std::size_t size = 0;
  return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
         EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1 &&
         std::string_view(group.data(), size) == "prime256v1";
}

std::string altNames(const std::string& host) {
  std::string names = "DNS:" + std::string(sync::kServerName) + ",DNS:localhost,IP:127.0.0.1,IP:::1";
  std::array<unsigned char, 16> address{};
  const bool v4 = inet_pton(AF_INET, host.c_str(), address.data()) == 1,
             v6 = inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
  const bool plain =
      host.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos;
  if (v4 || v6) {
    names += ",IP:" + host;
  } else if (!host.empty() && plain) {
    names += ",DNS:" + host;
  }
  return names;
}

}  // namespace

namespace {

base::Status makeAuthority(const std::filesystem::path& certificate_file, const std::filesystem::path& key_file) {
  if (std::filesystem::exists(key_file)) return base::fail(ErrorCode::StoreExists, key_file.string());
  const auto key = newKey();
  const auto certificate =
      sign(key.get(), nullptr, key.get(), {"Kahui headquarters", kCaDays, "keyCertSign,cRLSign", "", ""});
  KAHUI_TRY(writeFile(key_file, pemOf(key.get()), FileMode::Secret));
  return writeFile(certificate_file, net::writeCertificate(certificate.get()), FileMode::Open);
}

base::Status moved(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  return error ? base::fail(ErrorCode::StoreIo, from.string() + ": " + error.message()) : base::Status{};
}

bool belong(X509* certificate, EVP_PKEY* key) {
  const bool good = certificate != nullptr && key != nullptr && X509_check_private_key(certificate, key) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace

base::Status Authority::create(const std::filesystem::path& folder) {
  return makeAuthority(folder / kCaFile, folder / kCaKeyFile);
}

base::Status Authority::begin(const std::filesystem::path& folder) {
  return makeAuthority(folder / kNextFile, folder / kNextKeyFile);
}

// The key goes first: broken off between the two, certificate and key do not belong together, and a second run ends it.
base::Status Authority::finish(const std::filesystem::path& folder) {
  const bool key_left = std::filesystem::exists(folder / kNextKeyFile);
  if (!std::filesystem::exists(folder / kNextFile)) return base::fail(ErrorCode::StoreMissing, kNextFile);
  if (key_left) {
    const auto old = readFile(folder / kCaFile);
    if (!old) return tl::unexpected(old.error());
    KAHUI_TRY(writeFile(folder / kOldFile, *old, FileMode::Open));
    KAHUI_TRY(moved(folder / kNextKeyFile, folder / kCaKeyFile));
  }
  return moved(folder / kNextFile, folder / kCaFile);
}

bool Authority::brokenOff(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / kNextFile) && !std::filesystem::exists(folder / kNextKeyFile);
}

base::Status Authority::drop(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / kOldFile)) return base::fail(ErrorCode::StoreMissing, kOldFile);
  std::error_code error;
  std::filesystem::remove(folder / kOldFile, error);
  return error ? base::fail(ErrorCode::StoreIo, error.message()) : base::Status{};
}

base::Status Authority::readNext(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder / kNextFile)) {
    const auto certificate = readFile(folder / kNextFile);
    const auto key = readFile(folder / kNextKeyFile);
    m_next_certificate = net::readCertificate(certificate.value_or(""));
    m_next_key = net::readKey(key.value_or(""));
    if (!belong(m_next_certificate.get(), m_next_key.get()))
      return base::fail(ErrorCode::StoreKey, (folder / kNextKeyFile).string() + " does not belong to " + kNextFile);
    m_tills_trust += *certificate;
    m_clients_trust += *certificate;
  }
  if (const auto old = readFile(folder / kOldFile)) {
    m_old_left = true;
    m_clients_trust += *old;
  }
  return {};
}

std::string Authority::newestCa() const {
  return base::toHex(digestOf(m_next_certificate ? m_next_certificate.get() : m_certificate.get()));
}

base::Result<std::unique_ptr<Authority>> Authority::open(const std::filesystem::path& folder) {
  const auto certificate = readFile(folder / kCaFile);
  if (!certificate) return base::fail(ErrorCode::StoreMissing, (folder / kCaFile).string());
  const auto key = readFile(folder / kCaKeyFile);
  if (!key) return base::fail(ErrorCode::StoreKey, (folder / kCaKeyFile).string());
  std::unique_ptr<Authority> authority(new Authority);
  authority->m_certificate = net::readCertificate(*certificate);
  authority->m_key = net::readKey(*key);
  if (!belong(authority->m_certificate.get(), authority->m_key.get()))
    return base::fail(ErrorCode::StoreKey, (folder / kCaKeyFile).string() + " does not belong to " + kCaFile);
  authority->m_ca_pem = *certificate;
  authority->m_tills_trust = *certificate;
  authority->m_clients_trust = *certificate;
  KAHUI_TRY(authority->readNext(folder));
  return authority;
}

base::Result<ports::IssuedCertificate> Authority::issue(std::string_view request, std::string_view terminal) {
  const net::Request csr(PEM_read_bio_X509_REQ(net::memory(std::string(request)).get(), nullptr, nullptr, nullptr));
  EVP_PKEY* const key = csr ? X509_REQ_get0_pubkey(csr.get()) : nullptr;
  const bool good = key != nullptr && isP256(key) && X509_REQ_verify(csr.get(), key) == 1;
  ERR_clear_error();
  if (!good) return base::fail(ErrorCode::BadInput, "csr: a signed request with a P-256 key is expected");
  const bool next = m_next_certificate != nullptr;
  const auto certificate =
      sign(key, next ? m_next_certificate.get() : m_certificate.get(), next ? m_next_key.get() : m_key.get(),
           {std::string(terminal), kLeafDays, "digitalSignature", "clientAuth", ""});
  return ports::IssuedCertificate{net::writeCertificate(certificate.get()), base::toHex(digestOf(certificate.get())),
                                  newestCa(), net::endOf(certificate.get())};
}

std::array<std::uint8_t, 16> Authority::fingerprint() const {
  const base::Sha256 digest = digestOf(m_certificate.get());
  std::array<std::uint8_t, 16> half{};
  std::copy_n(digest.begin(), half.size(), half.begin());
  return half;
}

base::Result<ServerCertificate> Authority::serverCertificate(const std::string& host) const {
  const auto key = newKey();
  const auto certificate =
      sign(key.get(), m_certificate.get(), m_key.get(),
           {std::string(sync::kServerName), kLeafDays, "digitalSignature", "serverAuth", altNames(host)});
  return ServerCertificate{net::writeCertificate(certificate.get()) + m_ca_pem, pemOf(key.get())};
}

}  // namespace kahui::hqserver
