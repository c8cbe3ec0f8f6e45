// Item models under Qt's own tester, and the bridge from another thread.
#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QSignalSpy>
#include <random>
#include <thread>

#include "app/models/basket_model.hpp"
#include "app/models/coupon_model.hpp"
#include "app/models/presenters.hpp"
#include "app/models/return_model.hpp"
#include "app/models/search_model.hpp"
#include "app/models/till_model.hpp"
#include "app/models/why_model.hpp"
#include "tests/gui/fake_till.hpp"
#include "tests/support/catch.hpp"

using namespace kahui;
using models::BasketModel;
using models::Formatter;
using models::Language;

namespace {

till::LineView line(std::int64_t id, std::int64_t fen = 100) {
  till::LineView view;
  view.line_id = id;
  view.name = "item " + std::to_string(id);
  view.barcode = "690000000000" + std::to_string(id);
  view.quantity = base::kOnePiece;
  view.unit_price = view.gross = view.final = base::Money(fen);
  return view;
}

}  // namespace

TEST_CASE("the basket model follows any change of lines") {
  BasketModel model{Formatter(Language::English)};
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  std::mt19937 random(20260305);
  std::vector<till::LineView> lines;
  std::int64_t next = 1;
  for (int step = 0; step < 400; ++step) {
    switch (random() % 4) {
      case 0:
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(random() % (lines.size() + 1)), line(next++));
        break;
      case 1:
        if (!lines.empty()) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size()));
        break;
      case 2:
        for (auto& one : lines) one.final = base::Money(static_cast<std::int64_t>(random() % 5000));
        break;
      default:
        if (random() % 20 == 0) lines.clear();
    }
    model.setLines(lines);
    REQUIRE(model.rowCount() == static_cast<int>(lines.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
      const auto& wanted = lines[static_cast<std::size_t>(row)];
      REQUIRE(model.index(row, BasketModel::Product).data().toString() == models::text(wanted.name));
      REQUIRE(model.index(row, BasketModel::Amount).data().toString() ==
              Formatter(Language::English).amount(wanted.final));
    }
  }
}

TEST_CASE("a repriced bill repaints the changed rows and moves none") {
  BasketModel model{Formatter(Language::English)};
  std::vector<till::LineView> lines{line(1), line(2), line(3)};
  model.setLines(lines);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
  QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  lines[1].final = base::Money(90);
  model.setLines(lines);
  CHECK(changed.count() == 1);
  CHECK(changed.at(0).at(0).toModelIndex().row() == 1);
  CHECK(removed.count() + inserted.count() + reset.count() == 0);
}

TEST_CASE("the search model keeps its rows while the answer stays the same") {
  test::FakeTill till;
  models::SearchModel model{Formatter(Language::Chinese)};
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  till.submit(till::SearchProducts{"nn"});
  model.setResult(till.snapshot()->search);
  REQUIRE(model.rowCount() == 3);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  model.setResult(till.snapshot()->search);
  CHECK(reset.count() == 0);
  model.setResult(std::nullopt);
  CHECK(model.rowCount() == 0);
  CHECK(reset.count() == 1);
}

TEST_CASE("the coupon model repaints the same coupons and replaces others") {
  test::FakeTill till;
  models::CouponModel model{Formatter(Language::Chinese)};
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  std::vector<till::CouponView> coupons = till.members().at(4).coupons;
  const base::BusinessDate today = base::BusinessDate::of(2026, 3, 5);
  model.setCoupons(coupons, today);
  REQUIRE(model.rowCount() == static_cast<int>(coupons.size()));
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  coupons.at(1).chosen = true;
  model.setCoupons(coupons, today);
  CHECK(reset.count() == 0);
  CHECK(model.index(1).data(models::CouponModel::ChosenRole).toBool());
  coupons.pop_back();
  model.setCoupons(coupons, today);
  CHECK(reset.count() == 1);
  CHECK(model.rowCount() == static_cast<int>(coupons.size()));
}

TEST_CASE("the why model takes any rows") {
  models::WhyModel model;
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  const auto row = [](bool applied) {
    return models::WhyVm{QStringLiteral("rule"), QStringLiteral("reason"), {}, applied, !applied};
  };
  model.setRows({row(true), row(false)});
  CHECK(model.rowCount() == 2);
  CHECK(model.index(1).data(models::WhyModel::WholeBillRole).toBool());
  model.setRows({});
  CHECK(model.rowCount() == 0);
}

TEST_CASE("the return model keeps its rows while quantities change") {
  models::ReturnModel model{Formatter(Language::English)};
  const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
  std::vector<till::ReturnLineView> lines{{"milk", "pcs", base::Quantity(3000), base::Quantity(1000), {}, {}},
                                          {"apple", "kg", base::Quantity(786), {}, {}, {}},
                                          {"water", "pcs", base::Quantity(1000), base::Quantity(1000), {}, {}}};
  model.setLines(lines);
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
  QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
  const auto state = [&](int row) { return model.index(row, 0).data(models::ReturnModel::StateRole).toInt(); };
  CHECK(state(0) == Qt::Unchecked);
  lines[0].quantity = base::kOnePiece;
  model.setLines(lines);
  CHECK(state(0) == Qt::PartiallyChecked);
  lines[0].quantity = base::Quantity(2000);
  model.setLines(lines);
  CHECK(state(0) == Qt::Checked);
  CHECK(changed.count() == 2);
  CHECK(reset.count() == 0);
  CHECK_FALSE(model.index(2, 0).data(models::ReturnModel::LeftRole).toBool());
  lines.pop_back();
  model.setLines(lines);
  CHECK(reset.count() == 1);
}

namespace {

// Speaks from another thread, as the engine does.
class ThreadedTill : public models::TillGateway {
 public:
  void submit(till::Command) override {}
  [[nodiscard]] std::shared_ptr<const till::Snapshot> snapshot() const override {
    const std::lock_guard lock(m_mutex);
    return m_now;
  }
  void onChange(std::function<void()> listener) override { m_listener = std::move(listener); }
  void change(std::uint64_t revision) {
    auto next = std::make_shared<till::Snapshot>();
    next->revision = revision;
    {
      const std::lock_guard lock(m_mutex);
      m_now = std::move(next);
    }
    m_listener();
  }

 private:
  mutable std::mutex m_mutex;
  std::shared_ptr<const till::Snapshot> m_now = std::make_shared<till::Snapshot>();
  std::function<void()> m_listener;
};

}  // namespace

TEST_CASE("changes of another thread arrive as few signals, and the newest is never missed") {
  constexpr std::uint64_t kChanges = 5000;
  ThreadedTill till;
  models::TillModel model(till);
  QSignalSpy changed(&model, &models::TillModel::changed);
  std::thread engine([&] {
    for (std::uint64_t revision = 1; revision <= kChanges; ++revision) till.change(revision);
  });
  engine.join();
  CHECK(changed.count() == 0);  // nothing runs on the caller's thread
  QCoreApplication::processEvents();
  CHECK(model.now().revision == kChanges);
  CHECK(changed.count() == 1);
}

TEST_CASE("a till that speaks after its model has gone finds nobody") {
  ThreadedTill till;
  { const models::TillModel model(till); }
  till.change(1);
  QCoreApplication::processEvents();
  CHECK(till.snapshot()->revision == 1);
}

TEST_CASE("the line to headquarters in one quiet chip, red only when somebody must act") {
  using models::Presenters;
  const auto online = Presenters::headquarters({.unsent = 2});
  CHECK(online.good);
  CHECK(online.spoken.contains(QStringLiteral("2 unsent")));
  const auto offline = Presenters::headquarters({.offline = true, .unsent = 12, .oldest_min = 135});
  CHECK_FALSE(offline.good);
  CHECK_FALSE(offline.bad);
  CHECK(offline.text == QStringLiteral("Offline, 12 unsent, 2 h"));
  CHECK(Presenters::headquarters({.offline = true}).text == QStringLiteral("Offline"));
  CHECK(Presenters::headquarters({.alarm = true}).bad);
}
