#include "core/sync/enrolment.hpp"

#include <algorithm>
#include <charconv>

#include "core/base/json_writer.hpp"
#include "core/base/sha256.hpp"
#include "core/base/text.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

namespace {

using base::JsonWriter;
using journal::Malformed;
using Json = nlohmann::json;

constexpr std::string_view kEnrolmentDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSumBytes = 4;
constexpr std::size_t kCodeBytes = 10 + 16 + kSumBytes;  // 240 bits: 48 digits
constexpr std::size_t kCodeDigits = kCodeBytes * 8 / 5;
constexpr std::size_t kGroup = 6;

using CodeBytes = std::array<std::uint8_t, kCodeBytes>;

void putSum(CodeBytes& bytes) {
  const base::ByteView body = base::ByteView(bytes).first(kCodeBytes - kSumBytes);
  const base::Sha256 hash = base::sha256({base::asBytes("kahui enrol"), body});
  std::copy_n(hash.begin(), kSumBytes, bytes.end() - kSumBytes);
}

int digitValue(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const auto at = kEnrolmentDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

ChainKey keyIn(const Json& object, const char* key) {
  const auto bytes = base::fromBase64(journal::text(object, key));
  ChainKey value{};
  if (!bytes || bytes->size() != value.size()) throw Malformed{std::string("not 32 bytes in base64: ") + key};
  std::copy(bytes->begin(), bytes->end(), value.begin());
  return value;
}

}  // namespace

std::string encode(const EnrolCode& code) {
  CodeBytes bytes{};
  std::copy(code.secret.begin(), code.secret.end(), bytes.begin());
  std::copy(code.fingerprint.begin(), code.fingerprint.end(), bytes.begin() + 10);
  putSum(bytes);
  std::string word;
  for (std::size_t digit = 0; digit < kCodeDigits; ++digit) {
    if (digit > 0 && digit % kGroup == 0) word += '-';
    unsigned value = 0;
    for (std::size_t bit = digit * 5; bit < digit * 5 + 5; ++bit)
      value = value << 1 | (static_cast<unsigned>(bytes[bit / 8]) >> (7 - bit % 8) & 1U);
    word += kEnrolmentDigits[value];
  }
  return word;
}

base::Result<EnrolCode> parseEnrolCode(std::string_view word) {
  const auto bad = [] {
    return base::fail(base::ErrorCode::BadInput,
                      "not an enrolment code: type it again as 'kahui-hq enrol-code' printed it");
  };
  CodeBytes bytes{};
  std::size_t digits = 0;
  for (const char c : word) {
    if (c == '-') continue;
    const int value = digitValue(c);
    if (value < 0 || digits == kCodeDigits) return bad();
    for (std::size_t bit = 0; bit < 5; ++bit) {
      const std::size_t at = digits * 5 + bit;
      bytes[at / 8] = static_cast<std::uint8_t>(bytes[at / 8] | ((value >> (4 - bit) & 1) << (7 - at % 8)));
    }
    ++digits;
  }
  CodeBytes expected = bytes;
  putSum(expected);
  if (digits != kCodeDigits || expected != bytes) return bad();
  EnrolCode code;
  std::copy_n(bytes.begin(), code.secret.size(), code.secret.begin());
  std::copy_n(bytes.begin() + 10, code.fingerprint.size(), code.fingerprint.begin());
  return code;
}

bool validStoreNo(std::string_view store_no) { return base::isCode(store_no, 8); }

bool validPosition(std::string_view position) {
  int number = 0;
  const auto [end, error] = std::from_chars(position.data(), position.data() + position.size(), number);
  return position.size() <= 2 && error == std::errc() && end == position.data() + position.size() && number >= 1;
}

std::string encode(const EnrolRequest& request) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.field("proto", std::int64_t{kProtocol});
  json.field("code", request.secret_hex);
  json.field("t", request.terminal);
  json.field("inc", std::int64_t{request.incarnation});
  json.field("csr", request.csr);
  json.field("app", request.app);
  json.flag("demo", request.demo);
  json.endObject();
  return text;
}

base::Result<EnrolRequest> parseEnrolRequest(std::string_view text) {
  return readMessage(text, kMostLine_bytes, [](const Json& object) {
    (void)numberIn(object, "proto", kProtocol, kProtocol);
    return EnrolRequest{nameIn(object, "code", 64),   nameIn(object, "t", 64),   incarnationIn(object, "inc"),
                        nameIn(object, "csr", 16384), nameIn(object, "app", 64), flagIn(object, "demo")};
  });
}

std::string encode(const EnrolAnswer& answer) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  json.field("t", answer.terminal);
  json.field("store", answer.store_no);
  json.field("store_name", answer.store_name);
  json.field("position", answer.position);
  json.field("inc", std::int64_t{answer.incarnation});
  json.field("cert", answer.certificate);
  json.field("ca", answer.ca);
  json.beginArray("hq_keys");
  for (const HqKey& key : answer.hq_keys) {
    json.beginObject();
    json.field("id", key.id);
    json.field("x25519", base::toBase64(key.x25519));
    json.endObject();
  }
  json.endArray();
  json.field("feed_key", base::toBase64(answer.feed_key));
  json.field("card_key", base::toBase64(answer.card_key));
  json.field("member_from", answer.member_from);
  json.field("hq_epoch", answer.hq_epoch);
  json.field("hq_ms", answer.hq_ms);
  json.flag("demo", answer.demo);
  json.endObject();
  return text;
}

base::Result<EnrolAnswer> parseEnrolAnswer(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const Json& object) {
    EnrolAnswer answer;
    answer.terminal = nameIn(object, "t", 64);
    answer.store_no = nameIn(object, "store", 8);
    answer.store_name = journal::text(object, "store_name", "");
    answer.position = nameIn(object, "position", 2);
    if (!validStoreNo(answer.store_no) || !validPosition(answer.position))
      throw Malformed{"store or position has no valid form"};
    answer.incarnation = incarnationIn(object, "inc");
    answer.certificate = nameIn(object, "cert", 65536);
    answer.ca = nameIn(object, "ca", 65536);
    for (const Json& key : journal::array(object, "hq_keys"))
      answer.hq_keys.push_back({nameIn(key, "id", 64), keyIn(key, "x25519")});
    answer.feed_key = keyIn(object, "feed_key");
    answer.card_key = keyIn(object, "card_key");
    answer.member_from = numberIn(object, "member_from", 0, 9'999'999'999'999'999);
    answer.hq_epoch = numberIn(object, "hq_epoch", 1, kMostNumber);
    answer.hq_ms = numberIn(object, "hq_ms", 0, kMostNumber);
    answer.demo = flagIn(object, "demo");
    return answer;
  });
}

}  // namespace kahui::sync
