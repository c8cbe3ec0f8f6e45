// OpenSSL's objects, freed by their destructors, and PEM texts to and from them. Null: it cannot be read.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kahui::net {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Request = std::unique_ptr<X509_REQ, Freed<X509_REQ_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;

Bio memory(const std::string& text);
std::string textOf(BIO* bio);
Certificate readCertificate(const std::string& pem);
Key readKey(const std::string& pem);
std::string writeCertificate(X509* certificate);
std::vector<Certificate> readCertificates(const std::string& pem);  // those that can be read, in their order
std::int64_t endOf(X509* certificate);                              // UTC milliseconds; 0: it cannot be read
std::string lastError();                                            // OpenSSL's own words, for the log

}  // namespace kahui::net
