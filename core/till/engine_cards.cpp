// Cards that the till writes itself. The readers' threads do the work; what they tell comes in through the same queue
// as every command, so the sale never waits for a card. A card is given to its member in one act after it was read back
// and proved itself, so one that is pulled away at any moment is nobody's.
#include <chrono>
#include <future>

#include "core/till/card_desk.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;
using ports::CardWriteEnd;

namespace {
constexpr std::chrono::seconds kAnswer_s{3};
}

// Tasks from a reader's thread. One whose reader was given up may come when the engine has gone.
class Till::Engine::CardGate {
 public:
  explicit CardGate(Engine& engine) : m_engine(&engine) {}
  void close() {
    const std::lock_guard lock(m_mutex);
    m_engine = nullptr;
  }
  void push(const std::function<void(Engine&)>& task) {
    const std::lock_guard lock(m_mutex);
    if (m_engine != nullptr) m_engine->push([at = m_engine, task] { task(*at); });
  }

 private:
  std::mutex m_mutex;
  Engine* m_engine;
};

std::shared_ptr<Till::Engine::CardGate> Till::Engine::makeCardGate() { return std::make_shared<CardGate>(*this); }

void Till::Engine::closeCardGate() { m_card_gate->close(); }

void Till::Engine::handle(WriteCard& command) {
  if (!readyForBasket()) return;
  const auto begun = beginWriting(std::move(command));
  if (!begun) failed(begun.error());
}

base::Status Till::Engine::beginWriting(WriteCard command) {
  if (!m_member_desk || !m_member_desk->page || m_writing) return base::fail(ErrorCode::WrongState);
  if (!m_ports.cards || !m_ports.cards->canWrite()) return base::fail(ErrorCode::WrongState, "no keys for cards");
  auto signers = signersOf(std::move(command.approval));
  if (!signers) return tl::unexpected(signers.error());
  Writing writing;
  writing.signer = signers->approver ? *signers->approver : signers->by;
  writing.operator_code = signers->by.code;
  if (writing.signer.role == ports::StaffRole::Cashier) return refused(Right::CorrectMember, writing.signer.code);
  writing.member = *member::MemberNo::parse(m_member_desk->page->head.member_no);
  writing.view.act = command.act;
  KAHUI_TRY(mayChargeCard(writing.member));
  if (command.act == CardAct::Replace) {
    const auto member = m_ports.store->memberByNo(writing.member);
    if (!member) return tl::unexpected(member.error());
    if (!*member) return base::fail(ErrorCode::UnknownMember, writing.member.masked());
    const auto& cards = (*member)->profile.cards;
    const bool named = command.card >= 0 && static_cast<std::size_t>(command.card) < cards.size();
    if (!named) return base::fail(ErrorCode::UnknownCard, "the old card");
    writing.old = cards[static_cast<std::size_t>(command.card)];
  }
  writing.job = ++m_write_jobs;
  m_refusal_told = false;
  m_writing = writing;
  m_notice.reset();
  m_ports.cards->begin(
      [gate = m_card_gate, job = writing.job](const std::string& uid) -> base::Status {
        struct Question {
          base::Status answer = base::fail(ErrorCode::WrongState);
          std::promise<void> answered{};
        };
        auto question = std::make_shared<Question>();
        auto waiting = question->answered.get_future();
        gate->push([question, job, uid](Engine& engine) {
          question->answer = engine.mayWrite(job, uid);
          question->answered.set_value();
        });
        if (waiting.wait_for(kAnswer_s) != std::future_status::ready) return base::fail(ErrorCode::WrongState);
        return question->answer;
      },
      [gate = m_card_gate, job = writing.job](const ports::CardWriteNews& news) {
        gate->push([job, news](Engine& engine) {
          engine.cardWritten(job, news);
          engine.publish();
        });
      });
  lookAtCards();
  return {};
}

// The card must be nobody's, or this member's already.
base::Status Till::Engine::mayWrite(std::uint64_t job, const std::string& uid) {
  if (!m_writing || m_writing->job != job) return base::fail(ErrorCode::WrongState);
  const auto hit = m_ports.store->memberByCard({member::CredentialKind::Uid, uid});
  if (!hit) return tl::unexpected(hit.error());
  if (!*hit) return {};
  const bool own = m_writing->view.act == CardAct::Issue && (*hit)->member.no == m_writing->member &&
                   (*hit)->status == member::CardStatus::Active;
  if (own) return {};
  return base::fail(ErrorCode::CardTaken, "member " + (*hit)->member.no.masked());
}

void Till::Engine::cardWritten(std::uint64_t job, const ports::CardWriteNews& news) {
  if (!m_writing || m_writing->job != job) return;
  const member::Credential card{member::CredentialKind::Uid, news.uid};
  CardWritingView& view = m_writing->view;
  if (!news.end) {
    view = {view.act, CardWritingView::Stage::Writing, news.step, maskCredential(card)};
    m_notice.reset();
    return;
  }
  // Begun is what was allowed: from then on the card may be changed.
  view.stage = view.masked.empty() ? CardWritingView::Stage::Waiting : CardWritingView::Stage::PutBack;
  switch (*news.end) {
    case CardWriteEnd::Done: return giveWritten(card);
    case CardWriteEnd::Unfinished: return;
    case CardWriteEnd::OtherCard:
      return notify(NoticeKind::Warning, NoticeCode::CardNotWritten, {"OTHER_CARD", view.masked});
    case CardWriteEnd::NotAllowed: return failed(news.why.value_or(base::Error{ErrorCode::CardTaken, {}}));
    case CardWriteEnd::NotWritable: return notify(NoticeKind::Error, NoticeCode::CardNotWritten, {"NOT_WRITABLE", {}});
    case CardWriteEnd::KeysMissing:
      endWriting();
      m_refusal_told = true;
      return notify(NoticeKind::Error, NoticeCode::CardNotWritten, {"KEYS_MISSING", news.why ? news.why->detail : ""});
    case CardWriteEnd::Failed:
      endWriting();
      m_refusal_told = true;
      return notify(NoticeKind::Error, NoticeCode::CardNotWritten, {"REFUSED", maskCredential(card)});
  }
}

void Till::Engine::giveWritten(const member::Credential& card) {
  const Writing writing = *m_writing;
  endWriting();
  m_just_written = card.value;
  CardRequest request{.act = writing.view.act,
                      .operator_code = writing.operator_code,
                      .card = card,
                      .member_no = writing.member.text()};
  request.old_card = writing.old;
  const auto done = till::changeCard(*m_ports.store, writing.signer, std::move(request), m_ports.clock->now(),
                                     m_desk.businessDate(), m_desk.cardReward());
  if (!done) return failed(done.error());
  showMember(writing.member);
  notify(NoticeKind::Good, NoticeCode::MemberCardDone,
         {std::string(member::name(done->status)), std::to_string(done->reward.value())});
  if (!done->repeated) chargeCard(writing.member);
}

void Till::Engine::endWriting() {
  if (!m_writing) return;
  m_writing.reset();
  m_ports.cards->end();
}

void Till::Engine::handle(const StopWriting&) {
  if (!m_writing) return;
  const std::string begun = m_writing->view.masked;
  endWriting();
  m_notice.reset();
  if (!begun.empty()) notify(NoticeKind::Warning, NoticeCode::CardNotWritten, {"UNFINISHED", begun});
}

void Till::Engine::handle(AskRight& command) {
  const auto signer = permit(command.right, std::move(command.approval));
  if (!signer) return failed(signer.error());
  notify(NoticeKind::Good, NoticeCode::RightGiven, {std::string(name(command.right))});
}

// Another member, another page, another operator: nobody would see what becomes of the card.
void Till::Engine::followWriting() {
  if (!m_writing) return;
  const bool shown = m_member_desk && m_member_desk->open && m_member_desk->page &&
                     m_member_desk->page->head.member_no == m_writing->member.text();
  if (shown) return;
  const std::string begun = m_writing->view.masked;
  endWriting();
  if (!begun.empty()) notify(NoticeKind::Warning, NoticeCode::CardNotWritten, {"UNFINISHED", begun});
}

// Of a card that is being written its reader also tells; the desk has told already.
bool Till::Engine::toldByWriting(const ports::ReaderEvent& event) {
  if (std::holds_alternative<ports::CardRefused>(event)) return std::exchange(m_refusal_told, false) || m_writing;
  const auto* read = std::get_if<ports::CardRead>(&event);
  if (read == nullptr) return false;
  const bool ours = read->credential == m_just_written;
  m_just_written.clear();
  return ours || m_writing;
}

}  // namespace kahui::till
