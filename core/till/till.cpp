#include "core/till/till.hpp"

#include "core/till/card_desk.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

base::Result<std::unique_ptr<Till>> Till::open(Ports ports) {
  auto desk = SaleDesk::open(*ports.store, *ports.clock, *ports.random);
  if (!desk) return tl::unexpected(desk.error());
  return std::unique_ptr<Till>(new Till(std::make_unique<Engine>(std::move(ports), std::move(*desk))));
}

Till::Till(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}

Till::~Till() = default;

void Till::start() { m_engine->start(); }

void Till::submit(Command command) { m_engine->submit(std::move(command)); }

std::shared_ptr<const Snapshot> Till::snapshot() const { return m_engine->snapshot(); }

void Till::onChange(std::function<void()> listener) { m_engine->onChange(std::move(listener)); }

SellAnswer Till::sell(const SellRequest& request) {
  SellAnswer answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    m_engine->followRules();
    answer = m_engine->mayAct(request.operator_code) ? m_engine->desk().sell(request)
                                                     : base::fail(base::ErrorCode::NotSignedIn, request.operator_code);
  });
  return answer;
}

ReturnAnswer Till::giveBack(const ReturnRequest& request) {
  ReturnAnswer answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    for (const std::string& code : {request.operator_code, request.approver}) {
      if (code.empty() || m_engine->mayAct(code)) continue;
      answer = base::fail(base::ErrorCode::NotSignedIn, code);
      return;
    }
    answer = m_engine->desk().giveBack(request);
    m_engine->refundsBegun();
  });
  return answer;
}

CardAnswer Till::changeCard(const CardRequest& request) {
  CardAnswer answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    if (!m_engine->mayAct(request.operator_code)) {
      answer = base::fail(base::ErrorCode::NotSignedIn, request.operator_code);
      return;
    }
    const auto staff = m_engine->desk().staff(request.operator_code);
    if (!staff) {
      answer = tl::unexpected(staff.error());
      return;
    }
    SaleDesk& desk = m_engine->desk();
    const CardFee fee{desk.cardFee(), [&](member::MemberNo no, std::vector<journal::Payload> card) {
                        return desk.sellCard(no, *staff, request.tenders, std::move(card));
                      }};
    answer = till::changeCard(m_engine->store(), *staff, request, m_engine->now(), desk.businessDate(),
                              desk.cardReward(), fee);
  });
  return answer;
}

namespace {

// Both have shown their PINs.
template <class Engine>
base::Result<Signers> signersOf(Engine& engine, const std::string& operator_code, const std::string& approver) {
  for (const std::string& code : {operator_code, approver})
    if (!code.empty() && !engine.mayAct(code)) return base::fail(base::ErrorCode::NotSignedIn, code);
  auto by = engine.desk().staff(operator_code);
  if (!by) return tl::unexpected(by.error());
  Signers signers{*std::move(by)};
  if (approver.empty()) return signers;
  auto other = engine.desk().staff(approver);
  if (!other) return tl::unexpected(other.error());
  signers.approver = *std::move(other);
  return signers;
}

}  // namespace

constexpr int kGiftsAtOnce = 20;

template <class Answer, class Work>
Answer Till::atDesk(const std::string& operator_code, const std::string& approver, Work work) {
  Answer answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    m_engine->followRules();
    const auto signers = signersOf(*m_engine, operator_code, approver);
    if (signers) {
      MemberDesk desk = m_engine->memberDesk();
      // One gift late is no reason to refuse what is asked for.
      static_cast<void>(desk.giveGiftsDue(kGiftsAtOnce));
      answer = work(desk, *signers);
    } else {
      answer = tl::unexpected(signers.error());
    }
  });
  return answer;
}

JoinAnswer Till::join(const JoinRequest& request) {
  return atDesk<JoinAnswer>(request.operator_code, {},
                            [&](MemberDesk& desk, const Signers& signers) { return desk.join(request, signers); });
}

base::Result<std::vector<report::JoinForm>> Till::printForms(const FormRequest& request) {
  return atDesk<base::Result<std::vector<report::JoinForm>>>(
      request.operator_code, {},
      [&](MemberDesk& desk, const Signers& signers) { return desk.printForms(request.count, signers); });
}

MemberAnswer Till::actOnMember(const MemberRequest& request) {
  return atDesk<MemberAnswer>(request.operator_code, request.approver,
                              [&](MemberDesk& desk, const Signers& signers) { return desk.act(request, signers); });
}

base::Result<std::vector<MemberHit>> Till::findMembers(const std::string& operator_code, const std::string& text) {
  return atDesk<base::Result<std::vector<MemberHit>>>(
      operator_code, {}, [&](MemberDesk& desk, const Signers&) { return desk.find(text); });
}

base::Result<MemberPageView> Till::memberPage(const std::string& operator_code, const std::string& member_no) {
  using Answer = base::Result<MemberPageView>;
  const auto no = member::MemberNo::parse(member_no);
  if (!no) return base::fail(base::ErrorCode::BadInput, "member: a member number is expected");
  return atDesk<Answer>(operator_code, {}, [&](MemberDesk& desk, const Signers&) { return desk.page(*no); });
}

TaskAnswer Till::actOnTasks(const TaskRequest& request) {
  TaskAnswer answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    m_engine->followRules();
    const auto signers = signersOf(*m_engine, request.operator_code, request.approver);
    answer = signers ? m_engine->taskDesk().act(request, *signers) : TaskAnswer(tl::unexpected(signers.error()));
  });
  return answer;
}

base::Result<TaskDeskView> Till::tasks(const std::string& operator_code, const ports::TaskFilter& filter) {
  base::Result<TaskDeskView> answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    const auto signers = signersOf(*m_engine, operator_code, {});
    answer = signers ? m_engine->taskDesk().view(filter) : base::Result<TaskDeskView>(tl::unexpected(signers.error()));
  });
  return answer;
}

base::Result<TalkView> Till::talk(const std::string& operator_code, const std::string& about, const std::string& key) {
  base::Result<TalkView> answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    const auto signers = signersOf(*m_engine, operator_code, {});
    answer = signers ? m_engine->taskDesk().talk(about, key, signers->by)
                     : base::Result<TalkView>(tl::unexpected(signers.error()));
  });
  return answer;
}

ClubAnswer Till::actOnClub(const ClubRequest& request) {
  ClubAnswer answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    m_engine->followRules();
    const auto signers = signersOf(*m_engine, request.operator_code, request.approver);
    answer = signers ? m_engine->clubDesk().act(request, *signers) : ClubAnswer(tl::unexpected(signers.error()));
  });
  return answer;
}

base::Result<ClubView> Till::club(const std::string& operator_code, const ShowClub& wish) {
  base::Result<ClubView> answer = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] {
    const auto signers = signersOf(*m_engine, operator_code, {});
    answer = signers ? m_engine->clubDesk().view(wish) : base::Result<ClubView>(tl::unexpected(signers.error()));
  });
  return answer;
}

base::Status Till::authorize(const std::string& operator_code, const std::string& pin) {
  base::Status status = base::fail(base::ErrorCode::WrongState, "the till is closing");
  m_engine->runAndWait([&] { status = m_engine->authorize(operator_code, pin); });
  return status;
}

const programme::RulePack& Till::rules() const { return m_engine->desk().rules(); }

void Till::runOnEngine(const std::function<void(ports::Store&)>& work) {
  m_engine->runAndWait([&] { work(m_engine->store()); });
}

}  // namespace kahui::till
