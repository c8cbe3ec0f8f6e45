#include "core/sync/renewal.hpp"

#include "core/base/json_writer.hpp"
#include "core/sync/limits.hpp"
#include "core/sync/wire_json.hpp"

namespace kahui::sync {

std::string encode(const RenewRequest& request) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("csr", request.csr);
  json.endObject();
  return text;
}

base::Result<RenewRequest> parseRenewRequest(std::string_view text) {
  return readMessage(text, kMostLine_bytes,
                     [](const nlohmann::json& object) { return RenewRequest{nameIn(object, "csr", 16384)}; });
}

std::string encode(const RenewAnswer& answer) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.field("cert", answer.certificate);
  json.field("ca", answer.ca);
  json.endObject();
  return text;
}

base::Result<RenewAnswer> parseRenewAnswer(std::string_view text) {
  return readMessage(text, kMostMessage_bytes, [](const nlohmann::json& object) {
    return RenewAnswer{nameIn(object, "cert", 65536), nameIn(object, "ca", 65536)};
  });
}

}  // namespace kahui::sync
