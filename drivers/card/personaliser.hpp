// Issuing at a reader: what is laid down is made a card of the shop (personalise.hpp) and then has to prove it, before
// anybody may call it one. In a reader's place for telling cards, so that both stacks, their watchdogs and their rules
// for torn answers serve here too; a reader that asks again about the same laying-down goes on where it stopped.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "drivers/card/identifier.hpp"
#include "drivers/card/personalise.hpp"

namespace kahui::card {

// Of one laying-down.
struct PersonaliseReport {
  enum class Kind {
    Done,         // written, read back, and told as Authenticated
    Unfinished,   // it left, or fell silent; the same card may be laid down again
    OtherCard,    // not the one that was begun; untouched
    NotAllowed,   // by `why`; untouched
    NotWritable,  // no chip that can be issued, or a UID that is none; untouched
    KeysMissing,  // the settings lack what this chip needs; untouched
    Failed,       // `fault`: another shop's, or not as it should be; it must not be given out
  };
  Kind kind{};
  std::string uid{};  // upper-case hex, empty: unknown
  ports::CardClass card_class = ports::CardClass::Uid;
  std::optional<IssueFault> fault{};
  std::optional<base::Error> why{};
};

class Personaliser final : public Identifier {
 public:
  // `ask`: whether the card of this UID may be written; on the reader's thread, before anything is sent to change it.
  using Ask = std::function<base::Status(const std::string& uid)>;
  // `progress`: on the reader's thread; may be empty.
  Personaliser(std::shared_ptr<const ShopKeys> keys, Ask ask, IssueProgress progress = {})
      : Identifier(std::move(keys)), m_ask(std::move(ask)), m_progress(std::move(progress)) {}

  tl::expected<Identity, ports::RefuseReason> identify(Session& session, base::ByteView uid) override;

  // What became of the card that was laid down last; none: nothing since the last call. Any thread.
  [[nodiscard]] std::optional<PersonaliseReport> take();
  // The card that was begun and is not done; empty: none. Any thread.
  [[nodiscard]] std::string begun();

 private:
  using Answer = tl::expected<Identity, ports::RefuseReason>;
  PersonaliseReport write(Session& session, base::ByteView uid);
  IssueResult issue(Session& session, base::ByteView uid, ports::CardClass card_class);
  // What the settings lack for this chip; empty: nothing.
  [[nodiscard]] std::string lacking(ports::CardClass card_class) const;

  const Ask m_ask;
  const IssueProgress m_progress;
  std::mutex m_mutex;
  std::optional<PersonaliseReport> m_report;
  std::string m_begun;
};

}  // namespace kahui::card
