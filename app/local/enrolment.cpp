#include "app/local/enrolment.hpp"

#include "app/local/hq_identity.hpp"
#include "app/net/enrol.hpp"
#include "core/base/version.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::local {

base::Result<Enrolled> enrol(const std::filesystem::path& folder, const std::string& url, const std::string& text) {
  const auto code = sync::parseEnrolCode(text);
  if (!code) return tl::unexpected(code.error());
  auto store = store::SqliteStore::open(folder, {});
  if (!store) return tl::unexpected(store.error());
  const ports::StoreInfo info = (*store)->info();
  const auto ca = net::fetchCa(url, *code);
  if (!ca) return tl::unexpected(ca.error());
  const auto key = net::makeKey(info.terminal);
  if (!key) return tl::unexpected(key.error());
  const auto answer = net::enrol(
      url, *ca,
      {base::toHex(code->secret), info.terminal, info.incarnation, key->csr, std::string(base::version()), info.demo});
  if (!answer) return tl::unexpected(answer.error());
  KAHUI_TRY(writeIdentity(info.store_id, {url, key->key, answer->certificate, answer->ca, answer->terminal,
                                          answer->hq_keys, answer->feed_key, answer->card_key}));
  ports::StoreInfo given;
  given.store_no = answer->store_no;
  given.store_name = answer->store_name;
  given.position = answer->position;
  KAHUI_TRY((*store)->adopt(given, answer->member_from));
  return Enrolled{answer->terminal, answer->store_no, answer->store_name, answer->position};
}

}  // namespace kahui::local
