// What the readers of a till share: it tells cards, and while somebody issues one it writes them instead. Any thread.
#pragma once

#include "core/ports/card_writer.hpp"
#include "drivers/card/desfire/purse_desk.hpp"
#include "drivers/card/ntag/type2.hpp"
#include "drivers/card/personaliser.hpp"

namespace kahui::card {

class IssuingIdentifier final : public Identifier, public ports::CardWriter {
 public:
  using Identifier::Identifier;

  // What remembers the records of NTAG21x, and says what is to stand there; before the first reader starts.
  void setMemory(std::shared_ptr<ports::CardMemory> memory) { m_memory = std::move(memory); }
  // What moves points on cards; before the first reader starts.
  void setPurse(std::shared_ptr<PurseDesk> purse) { m_purse = std::move(purse); }

  tl::expected<Identity, ports::RefuseReason> identify(Session& session, base::ByteView uid) override;

  [[nodiscard]] bool canWrite() const override;
  void begin(Ask ask, Sink sink) override;
  void end() override;

 protected:
  std::optional<std::int32_t> atPurse(Session& session, const std::string& uid, base::RandomSource& random) override;
  ports::CardDoubt atHint(Session& session, const std::string& uid) override;

 private:
  // Of one begin(). A reader that is in the midst of a card keeps it alive beyond end().
  struct Job {
    Sink sink;
    ports::CardWriteNews now{};
    std::shared_ptr<Personaliser> writer{};
    std::mutex writing{};  // one card at a time: two readers may have one each
  };

  void renewHint(Session& session, const Type2Secrets& secrets, const std::string& uid, const HintSlots& slots);

  std::shared_ptr<PurseDesk> m_purse;
  std::shared_ptr<ports::CardMemory> m_memory;
  std::mutex m_jobs;
  std::shared_ptr<Job> m_job;
};

}  // namespace kahui::card
