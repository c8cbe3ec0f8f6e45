#include "drivers/card/crypto/originality.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "core/base/result.hpp"

namespace kahui::card {
namespace {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

std::size_t scalarSize(Curve curve) {
  switch (curve) {
    case Curve::Secp128r1: return 16;
    case Curve::Secp224r1: return 28;
  }
  return 0;
}

std::string groupName(Curve curve) {
  switch (curve) {
    case Curve::Secp128r1: return "secp128r1";
    case Curve::Secp224r1: return "secp224r1";
  }
  return {};
}

PublicKey loadKey(Curve curve, base::ByteView point) {
  std::string group = groupName(curve);
  base::Bytes copy(point.begin(), point.end());
  std::array<OSSL_PARAM, 3> params{OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
                                   OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, copy.data(), copy.size()),
                                   OSSL_PARAM_construct_end()};
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  if (context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.data()) != 1) return nullptr;
  return PublicKey(key);
}

// Cards send r and s bare; libcrypto wants them in DER.
base::Bytes derOf(base::ByteView signature) {
  const int half = static_cast<int>(signature.size() / 2);
  BIGNUM* r = BN_bin2bn(signature.data(), half, nullptr);
  BIGNUM* s = BN_bin2bn(signature.data() + half, half, nullptr);
  const Signature value(ECDSA_SIG_new());
  KAHUI_ASSERT(r != nullptr && s != nullptr && value != nullptr && ECDSA_SIG_set0(value.get(), r, s) == 1);
  std::uint8_t* der = nullptr;
  const int size = i2d_ECDSA_SIG(value.get(), &der);
  KAHUI_ASSERT(size > 0);
  base::Bytes out(der, der + size);
  OPENSSL_free(der);
  return out;
}

struct MakerKey {
  Maker maker;
  Curve curve;
  std::string_view point;
};

// From the application notes named in the header; collected and checked against real tags in proxmark3's originality.c
// and recover_pk.py.
constexpr std::array kMakerKeys{
    // NTAG21x
    MakerKey{Maker::UltralightFamily, Curve::Secp128r1,
             "04494e1a386d3d3cfe3dc10e5de68a499b1c202db5b132393e89ed19fe5be8bc61"},
    // Ultralight EV1
    MakerKey{Maker::UltralightFamily, Curve::Secp128r1,
             "0490933bdcd6e99b4e255e3da55389a827564e11718e017292faf23226a96614b8"},
    // NTAG210, NTAG212
    MakerKey{Maker::UltralightFamily, Curve::Secp128r1,
             "04a748b6a632fbee2c0897702b33bea1c074998e17b84aca04ff267e5d2c91f6dc"},
    // NTAG 424 DNA
    MakerKey{
        Maker::DnaFamily, Curve::Secp224r1,
        "048a9b380af2ee1b98dc417fecc263f8449c7625cece82d9b916c992da209d68422b81ec20b65a66b5102a61596af3379200599316a"
        "00a1410"},
    // DESFire EV1, NTAG 413 DNA
    MakerKey{
        Maker::DnaFamily, Curve::Secp224r1,
        "04bb5d514f7050025c7d0f397310360eec91eaf792e96fc7e0f496cb4e669d414f877b7b27901fe67c2e3b33cd39d1c797715189ac"
        "951c2add"},
    // DESFire EV2
    MakerKey{
        Maker::DnaFamily, Curve::Secp224r1,
        "04b304dc4c615f5326fe9383ddec9aa892df3a57fa7ffb3276192bc0eaa252ed45a865e3b093a3d0dce5be29e92f1392ce7de321e3"
        "e5c52b3a"},
    // DESFire EV2 XL
    MakerKey{
        Maker::DnaFamily, Curve::Secp224r1,
        "04cd5d45e50b1502f0ba4656ff37669597e7e183251150f9574cc8da56bf01c7abe019e29fea48f9ce22c3ea4029a765e1bc95a895"
        "43bad1bc"},
    // DESFire EV3
    MakerKey{
        Maker::DnaFamily, Curve::Secp224r1,
        "041db46c145d0a36539c6544bd6d9b0aa62ff91ec48cbc6abae36e0089a46f0d08c8a715ea40a63313b92e90ddc1730230e0458a33"
        "276fb743"},
    // DESFire Light
    MakerKey{
        Maker::DnaFamily, Curve::Secp224r1,
        "040e98e117aaa36457f43173dc920a8757267f44ce4ec5add3c54075571aebbf7b942a9774a1d94ad02572427e5ae0a2dd36591b1f"
        "b34fcf3d"},
};

}  // namespace

bool verifySignature(Curve curve, base::ByteView public_key, base::ByteView message, base::ByteView signature) {
  if (signature.size() != 2 * scalarSize(curve)) return false;
  const PublicKey key = loadKey(curve, public_key);
  if (key == nullptr) return false;
  const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
  if (context == nullptr || EVP_PKEY_verify_init(context.get()) != 1) return false;
  const base::Bytes der = derOf(signature);
  return EVP_PKEY_verify(context.get(), der.data(), der.size(), message.data(), message.size()) == 1;
}

bool isOriginal(Maker maker, base::ByteView uid, base::ByteView signature) {
  return std::any_of(kMakerKeys.begin(), kMakerKeys.end(), [&](const MakerKey& key) {
    return key.maker == maker && verifySignature(key.curve, *base::fromHex(key.point), uid, signature);
  });
}

}  // namespace kahui::card
