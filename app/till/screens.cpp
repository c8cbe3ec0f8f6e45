#include "app/till/screens.hpp"

#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <functional>

#include "core/base/result.hpp"

namespace kahui {
namespace {

using till::Phase;
using till::Snapshot;

constexpr int kPatience_ms = 10'000;
constexpr int kLook_ms = 20;
constexpr const char* kDemoOperator = "1001";  // contracts.md, "A store"
constexpr const char* kDemoPin = "123456";
constexpr const char* kDemoManager = "9001";
constexpr const char* kInitials = "nn";
constexpr const char* kNoBarcode = "6900000000014";
constexpr std::size_t kGoldCard = 2;  // the cards come by rank

class Director {
 public:
  Director(widgets::MainWindow& window, models::TillModel& till, models::DemoReader& reader)
      : m_window(window), m_till(till), m_reader(reader) {}

  bool login() { return true; }

  bool checkout() { return signIn() && fill() && tapMember(); }

  bool member() {
    if (!checkout()) return false;
    m_window.checkout().perform(models::Action::Member);
    return true;
  }

  bool search() {
    if (!checkout()) return false;
    m_window.checkout().perform(models::Action::Search);
    m_window.checkout().entry()->setText(QString::fromLatin1(kInitials));
    return until([](const Snapshot& now) { return now.search && !now.search->hits.empty(); });
  }

  bool tender() {
    if (!checkout()) return false;
    m_window.checkout().perform(models::Action::Cash);
    if (!until([](const Snapshot& now) { return now.phase == Phase::Tendering; })) return false;
    m_window.findChild<QAbstractButton*>(QStringLiteral("quick1ActionButton"))->click();
    return true;
  }

  bool receipt() {
    if (!tender()) return false;
    m_window.findChild<QAbstractButton*>(QStringLiteral("payActionButton"))->click();
    return until([](const Snapshot& now) { return now.phase == Phase::Receipt; });
  }

  bool card() {
    if (!checkout()) return false;
    m_window.checkout().perform(models::Action::BankCard);
    return until([](const Snapshot& now) { return now.tender && now.tender->kind == till::TenderKind::BankCard; });
  }

  // A code that the customer must confirm on the telephone.
  bool code() {
    if (!card()) return false;
    return act(till::PayByCode{"134567890123456787"}, [](const Snapshot& now) {
      return now.tender && now.tender->payment && now.tender->payment->stage == till::PaymentView::Stage::Waiting;
    });
  }

  bool value() {
    if (!checkout()) return false;
    if (!act(till::TopUp{base::Money(50000)}, [](const Snapshot& now) { return now.phase == Phase::Receipt; }))
      return false;
    if (!act(till::NextSale{}, [](const Snapshot& now) { return now.phase == Phase::Selling; })) return false;
    m_window.showPage(widgets::MorePanel::Choice::Value);
    return until([](const Snapshot& now) { return now.tenders && now.tenders->history; });
  }

  bool payments() {
    if (!checkout()) return false;
    m_window.showPage(widgets::MorePanel::Choice::Payments);
    return true;
  }

  bool counter() {
    if (!checkout()) return false;
    m_window.showPage(widgets::MorePanel::Choice::Counter);
    return true;
  }

  bool error() {
    if (!checkout()) return false;
    return act(till::Enter{kNoBarcode}, [](const Snapshot& now) { return now.notice && now.notice->error; });
  }

  // As many points as the bill takes, and the panel that says so.
  bool points() {
    if (!checkout()) return false;
    if (!act(till::PayPoints{till::PayPoints::How::Max, {}},
             [](const Snapshot& now) { return now.points && now.points->used > base::Points(); }))
      return false;
    m_window.checkout().perform(models::Action::Points);
    return true;
  }

  // A member's coupons of the month may be written only after he is there.
  bool coupons() {
    if (!checkout() || !until([](const Snapshot& now) { return !now.coupons.empty(); })) return false;
    m_window.checkout().toggleCoupon(0);
    return until([](const Snapshot& now) {
      return std::any_of(now.coupons.begin(), now.coupons.end(), [](const auto& one) { return one.chosen; });
    });
  }

  bool discount() {
    if (!checkout()) return false;
    m_window.checkout().perform(models::Action::Discount);
    return true;
  }

  // Beyond the cashier's right.
  bool authority() {
    if (!discount()) return false;
    m_window.findChild<QAbstractButton*>(QStringLiteral("discountQuick2ActionButton"))->click();
    return until([](const Snapshot& now) { return now.notice && now.notice->error; });
  }

  bool why() {
    if (!checkout()) return false;
    m_window.checkout().perform(models::Action::Why);
    return until([](const Snapshot& now) { return now.explain.has_value(); });
  }

  bool returning() {
    if (!receipt()) return false;
    const std::string number = m_till.now().receipt->receipt_no;
    if (!act(till::BeginReturn{number}, [](const Snapshot& now) { return now.phase == Phase::Returning; }))
      return false;
    const auto chosen = [](const Snapshot& now) { return now.returning && now.returning->refund > base::Money(); };
    return act(till::SetReturnQuantity{0, base::kOnePiece}, chosen);
  }

  bool returned() {
    if (!returning()) return false;
    return act(till::ConfirmReturn{}, [](const Snapshot& now) { return now.phase == Phase::Receipt; });
  }

  bool help() {
    if (!checkout()) return false;
    m_window.showHelp(true);
    return true;
  }

  bool devices() {
    if (!checkout()) return false;
    m_window.showPage(widgets::MorePanel::Choice::Devices);
    const auto* screen = m_window.findChild<widgets::DevicesScreen*>();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
      if (!screen->isExamining()) loop.quit();
    });
    look.start(kLook_ms);
    QTimer::singleShot(kPatience_ms, &loop, &QEventLoop::quit);
    loop.exec();
    return !screen->isExamining();
  }

  bool shift() {
    if (!receipt()) return false;
    m_window.showPage(widgets::MorePanel::Choice::Shift);
    return until([](const Snapshot& now) { return now.shift && now.shift->sheet; });
  }

  bool manager() { return signInManager(Qt::Key_1); }
  bool managerLists() { return signInManager(Qt::Key_4); }
  bool managerMonth() { return signInManager(Qt::Key_6); }
  bool managerLog() { return signInManager(Qt::Key_7); }

  bool tasks() {
    if (!signInManager(Qt::Key_1)) return false;
    till::ActOnTasks add;
    add.request.act = till::TaskAct::Add;
    add.request.title = "试用新品，征求意见";
    if (!act(add, [](const Snapshot& now) { return now.notice && now.notice->code == till::NoticeCode::TasksDone; }))
      return false;
    m_window.showPage(widgets::MorePanel::Choice::Tasks);
    return until([](const Snapshot& now) { return now.task_desk && !now.task_desk->tasks.empty(); });
  }

  bool demo() {
    if (!checkout()) return false;
    m_window.checkout().showDemoPanel(true);
    return true;
  }

 private:
  using Reached = std::function<bool(const Snapshot&)>;

  bool until(const Reached& reached) {
    if (reached(m_till.now())) return true;
    QEventLoop loop;
    const auto link = QObject::connect(&m_till, &models::TillModel::changed, &loop, [&] {
      if (reached(m_till.now())) loop.quit();
    });
    QTimer::singleShot(kPatience_ms, &loop, &QEventLoop::quit);
    loop.exec();
    QObject::disconnect(link);
    return reached(m_till.now());
  }

  bool act(till::Command command, const Reached& reached) {
    m_till.submit(std::move(command));
    return until(reached);
  }

  bool signIn() {
    return act(till::SignIn{kDemoOperator, kDemoPin}, [](const Snapshot& now) { return now.phase == Phase::Selling; });
  }

  // The manager's view, on one of its places, with its figures.
  bool signInManager(Qt::Key place) {
    if (!act(till::SignIn{kDemoManager, kDemoPin}, [](const Snapshot& now) { return now.phase == Phase::Selling; }))
      return false;
    auto* screen = m_window.findChild<widgets::ManagerScreen*>();
    if (screen == nullptr) return false;
    m_window.showPage(widgets::MorePanel::Choice::Manager);
    screen->takeKey(place);
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
      if (screen->isReady()) loop.quit();
    });
    look.start(kLook_ms);
    QTimer::singleShot(kPatience_ms, &loop, &QEventLoop::quit);
    loop.exec();
    return screen->isReady();
  }

  // Of resources/demo/products.csv: whole packs, a promotion, a member price, one by weight.
  bool fill() {
    struct Wanted {
      const char* sku;
      std::int64_t milli;
    };
    constexpr Wanted kBasket[] = {{"15001", 1000}, {"16001", 3000}, {"20005", 1000}, {"15012", 1000},
                                  {"18021", 2000}, {"19022", 1000}, {"12001", 786}};
    std::size_t lines = 0;
    for (const Wanted& wanted : kBasket) {
      ++lines;
      const till::AddProduct add{wanted.sku, base::Quantity(wanted.milli)};
      if (!act(add, [&](const Snapshot& now) { return now.lines.size() == lines; })) return false;
    }
    return true;
  }

  bool tapMember() {
    const auto cards = m_reader.cards();
    if (cards.size() <= kGoldCard) return false;
    m_reader.tap(cards[kGoldCard]);
    return until([](const Snapshot& now) { return now.member.has_value(); });
  }

  widgets::MainWindow& m_window;
  models::TillModel& m_till;
  models::DemoReader& m_reader;
};

struct Screen {
  const char* name;
  bool (Director::*show)();
};

constexpr Screen kScreens[] = {
    {"login", &Director::login},
    {"checkout", &Director::checkout},
    {"member", &Director::member},
    {"search", &Director::search},
    {"points", &Director::points},
    {"coupons", &Director::coupons},
    {"discount", &Director::discount},
    {"authority", &Director::authority},
    {"why", &Director::why},
    {"tender", &Director::tender},
    {"receipt", &Director::receipt},
    {"returning", &Director::returning},
    {"returned", &Director::returned},
    {"error", &Director::error},
    {"help", &Director::help},
    {"demo", &Director::demo},
    {"devices", &Director::devices},
    {"card", &Director::card},
    {"code", &Director::code},
    {"value", &Director::value},
    {"payments", &Director::payments},
    {"counter", &Director::counter},
    {"shift", &Director::shift},
    {"manager", &Director::manager},
    {"manager-lists", &Director::managerLists},
    {"manager-month", &Director::managerMonth},
    {"manager-log", &Director::managerLog},
    {"tasks", &Director::tasks},
};

}  // namespace

std::vector<std::string> screenNames() {
  std::vector<std::string> names;
  for (const Screen& screen : kScreens) names.emplace_back(screen.name);
  return names;
}

bool showScreen(const std::string& name, widgets::MainWindow& window, models::TillModel& till,
                models::DemoReader& reader) {
  Director director(window, till, reader);
  for (const Screen& screen : kScreens) {
    if (name == screen.name) return (director.*screen.show)();
  }
  return false;
}

}  // namespace kahui
