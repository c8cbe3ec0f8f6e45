#include "core/base/sha256.hpp"

#include <openssl/evp.h>

#include <memory>

#include "core/base/result.hpp"

namespace kahui::base {

Sha256 sha256(std::initializer_list<ByteView> pieces) {
  // One context and one fetched digest a thread: fetching by name costs more than hashing a journal line.
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
  };
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
  thread_local const std::unique_ptr<EVP_MD, Free> digest(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  KAHUI_ASSERT(context && digest && EVP_DigestInit_ex2(context.get(), digest.get(), nullptr) == 1);
  for (const ByteView piece : pieces) KAHUI_ASSERT(EVP_DigestUpdate(context.get(), piece.data(), piece.size()) == 1);
  Sha256 hash{};
  unsigned length = 0;
  KAHUI_ASSERT(EVP_DigestFinal_ex(context.get(), hash.data(), &length) == 1 && length == hash.size());
  return hash;
}

}  // namespace kahui::base
