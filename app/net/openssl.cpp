#include "app/net/openssl.hpp"

#include <openssl/err.h>

#include <ctime>

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

std::vector<Certificate> readCertificates(const std::string& pem) {
  std::vector<Certificate> list;
  const Bio text = memory(pem);
  while (Certificate one{PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr)}) list.push_back(std::move(one));
  ERR_clear_error();
  return list;
}

std::int64_t endOf(X509* certificate) {
  std::tm end{};
  if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1) return 0;
  return static_cast<std::int64_t>(::timegm(&end)) * 1000;
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
