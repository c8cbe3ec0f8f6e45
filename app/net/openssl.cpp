#include "app/net/openssl.hpp"

#include <openssl/err.h>

namespace kahui::net {

Bio memory(const std::string& text) { return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }

std::string textOf(BIO* bio) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio, &data);
  return length > 0 ? std::string(data, static_cast<std::size_t>(length)) : std::string();
}

Certificate readCertificate(const std::string& pem) {
  return Certificate(PEM_read_bio_X509(memory(pem).get(), nullptr, nullptr, nullptr));
}

Key readKey(const std::string& pem) {
  return Key(PEM_read_bio_PrivateKey(memory(pem).get(), nullptr, nullptr, nullptr));
}

std::string writeCertificate(X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  return PEM_write_bio_X509(out.get(), certificate) == 1 ? textOf(out.get()) : std::string();
}

std::string lastError() {
  char text[256] = "no reason given";
  if (const unsigned long code = ERR_get_error(); code != 0) ERR_error_string_n(code, text, sizeof text);
  ERR_clear_error();
  return text;
}

}  // namespace kahui::net
