// Cards of members who are there: issued later, replaced, blocked.
#include "core/journal/draft.hpp"
#include "core/store/free_key.hpp"
#include "core/store/sqlite_error.hpp"
#include "core/store/sqlite_store.hpp"

namespace kahui::store {

base::Result<std::string> SqliteStore::sealedProfile(const base::Id& id, std::int64_t no,
                                                     const member::Profile& profile) {
  return guarded([&]() -> base::Result<std::string> {
    auto query = m_connection.statement("SELECT salt FROM member WHERE no=?");
    query.bind(1, no);
    Salt salt{};
    if (!query.executeStep() || query.getColumn(0).getBytes() != static_cast<int>(salt.size()))
      return base::fail(base::ErrorCode::StoreCorrupt, "member row");
    std::copy_n(static_cast<const std::uint8_t*>(query.getColumn(0).getBlob()), salt.size(), salt.begin());
    return base::toBase64(m_sealer.seal(id, salt, profile, *m_options.random));
  });
}

base::Result<std::vector<journal::Payload>> SqliteStore::cardBinding(const ports::CardToBind& wanted) {
  const auto member = memberByNo(wanted.member);
  if (!member) return tl::unexpected(member.error());
  if (!*member) return base::fail(base::ErrorCode::UnknownMember, wanted.member.masked());
  const auto taken = memberByCard(wanted.card);
  if (!taken) return tl::unexpected(taken.error());
  if (*taken) return base::fail(base::ErrorCode::CardTaken, "member " + (*taken)->member.no.masked());
  member::Profile profile = (*member)->profile;
  profile.cards.push_back(wanted.card);
  auto sealed = sealedProfile((*member)->id, wanted.member.value(), profile);
  if (!sealed) return tl::unexpected(sealed.error());

  journal::CardBound bound{wanted.member.value(),
                           {std::string(member::name(wanted.card.kind)), m_sealer.cardKey(wanted.card).hex(),
                            std::string(member::name(member::CardStatus::Active))},
                           wanted.operator_code,
                           *std::move(sealed)};
  journal::Payload payload = bound;
  if (wanted.replaces) {
    const auto old = memberByCard(*wanted.replaces);
    if (!old) return tl::unexpected(old.error());
    if (!*old || (*old)->member.no != wanted.member) return base::fail(base::ErrorCode::UnknownCard, "the old card");
    payload = journal::CardReplaced{std::move(bound), m_sealer.cardKey(*wanted.replaces).hex(), wanted.reason};
  }
  std::vector<journal::Payload> binding;
  binding.push_back(std::move(payload));
  if (wanted.reward) binding.emplace_back(*wanted.reward);
  return binding;
}

base::Status SqliteStore::bindCard(const ports::CardToBind& wanted, base::WallTime at, base::BusinessDate day) {
  auto binding = cardBinding(wanted);
  if (!binding) return tl::unexpected(binding.error());
  std::vector<journal::Draft> drafts;
  for (journal::Payload& payload : *binding) {
    drafts.push_back(journal::makeDraft(at, day, wanted.rules_version, *m_options.random, std::move(payload)));
    if (drafts.size() > 1) drafts.back().cause = drafts.front().id;
  }
  const auto appended = appendAll(drafts);
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

base::Status SqliteStore::changeCard(const ports::CardChange& wanted, base::WallTime at, base::BusinessDate day) {
  const auto hit = memberByCard(wanted.card);
  if (!hit) return tl::unexpected(hit.error());
  if (!*hit) return base::fail(base::ErrorCode::UnknownCard);
  const auto appended = append(journal::makeDraft(
      at, day, {}, *m_options.random,
      journal::CardStatusChanged{(*hit)->member.no.value(), m_sealer.cardKey(wanted.card).hex(),
                                 std::string(member::name(wanted.status)), wanted.reason, wanted.operator_code}));
  return appended ? base::Status{} : tl::unexpected(appended.error());
}

void SqliteStore::insertCard(std::int64_t member, const journal::IssuedCard& card) {
  putCard(member, LookupKey::parse(card.key).value_or(LookupKey{}),
          member::parseCredentialKind(card.kind).value_or(member::CredentialKind::Uid),
          member::parseCardStatus(card.status).value_or(member::CardStatus::Blocked));
}

void SqliteStore::putCard(std::int64_t no, const LookupKey& key, member::CredentialKind kind,
                          member::CardStatus status) {
  auto row = m_connection.statement("INSERT INTO card VALUES(?, ?, ?, ?, ?)");
  row.bind(1, freeKey(m_connection, "SELECT 1 FROM card WHERE key=?", key));
  row.bind(2, key.tail);
  row.bind(3, no);
  row.bind(4, static_cast<int>(kind));
  row.bind(5, static_cast<int>(status));
  row.exec();
}

void SqliteStore::setCardStatus(const std::string& key, const std::string& status) {
  const LookupKey found = LookupKey::parse(key).value_or(LookupKey{});
  auto update = m_connection.statement("UPDATE card SET status=?1 WHERE key BETWEEN ?2 AND ?2+3 AND tail=?3");
  update.bind(1, static_cast<int>(member::parseCardStatus(status).value_or(member::CardStatus::Blocked)));
  update.bind(2, found.key);
  update.bind(3, found.tail);
  update.exec();
}

void SqliteStore::applyBound(const journal::CardBound& bound) {
  insertCard(bound.member, bound.card);
  applySealed(bound.member, bound.sealed);
}

}  // namespace kahui::store
