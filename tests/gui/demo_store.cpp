#include "tests/gui/demo_store.hpp"

#include <QProcess>
#include <stdexcept>

#include "tests/support/catch.hpp"

namespace kahui::test {
namespace {

constexpr int kPatience_ms = 120'000;

}  // namespace

Ran run(const char* program, const QStringList& arguments) {
  QProcess process;
  process.start(QStringLiteral(KAHUI_BIN_DIR "/") + QString::fromLatin1(program), arguments);
  if (!process.waitForFinished(kPatience_ms)) process.kill();
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

DemoStore::DemoStore() {
  qputenv("KAHUI_KEY_DIR", m_folder.filePath(QStringLiteral("keys")).toLocal8Bit());
  const Ran made = run(
      "kahuictl", {QStringLiteral("demo"), QStringLiteral("--store"), QString::fromStdString(folder()),
                   QStringLiteral("--members"), QStringLiteral("20"), QStringLiteral("--days"), QStringLiteral("0")});
  if (made.exit_code != 0) throw std::runtime_error("no demo store: " + made.err.toStdString());
}

std::string shopWithHistory() {
  static const QTemporaryDir kFolder;
  static const std::string kStore = [] {
    qputenv("KAHUI_KEY_DIR", kFolder.filePath(QStringLiteral("keys")).toLocal8Bit());
    const QByteArray now = qgetenv("KAHUI_NOW");
    qputenv("KAHUI_NOW", "2026-03-05T08:00:00");
    const QString store = kFolder.filePath(QStringLiteral("store"));
    const Ran made = run(
        "kahuictl", {QStringLiteral("demo"), QStringLiteral("--store"), store, QStringLiteral("--members"),
                     QStringLiteral("160"), QStringLiteral("--products"), QStringLiteral("120"),
                     QStringLiteral("--days"), QStringLiteral("38"), QStringLiteral("--seed"), QStringLiteral("3")});
    const QString plan = QStringLiteral(KAHUI_SOURCE_DIR "/resources/care/onboarding.json");
    const QStringList manager{QStringLiteral("--store"), store, QStringLiteral("--operator"), QStringLiteral("9001")};
    const Ran planned =
        run("kahuictl",
            QStringList{QStringLiteral("tasks"), QStringLiteral("template"), QStringLiteral("set"), plan} + manager);
    const Ran aimed =
        run("kahuictl", QStringList{QStringLiteral("tasks"), QStringLiteral("target"), QStringLiteral("--month"),
                                    QStringLiteral("2026-03"), QStringLiteral("--figure"),
                                    QStringLiteral("member_share"), QStringLiteral("--value"), QStringLiteral("5500")} +
                            manager);
    const auto campaign = [&](const char* words) {
      return run("kahuictl", QStringList{QStringLiteral("tasks"), QStringLiteral("campaign")} + manager +
                                 QString::fromUtf8(words).split(QLatin1Char(' ')));
    };
    const Ran spring = campaign(
        "--code SPRING --name 春季会员周 --from 2026-02-23 --to 2026-03-01 --cards 120000 --gifts 86050 --online "
        "30000");
    const Ran summer = campaign("--code SUMMER --name 夏季招募 --from 2026-06-01 --to 2026-06-30 --offline 50000");
    for (const Ran* ran : {&planned, &aimed, &spring, &summer})
      if (ran->exit_code != 0) throw std::runtime_error("no shop with its plans: " + ran->err.toStdString());
    if (now.isEmpty()) {
      qunsetenv("KAHUI_NOW");
    } else {
      qputenv("KAHUI_NOW", now);
    }
    if (made.exit_code != 0) throw std::runtime_error("no shop with a history: " + made.err.toStdString());
    return store.toStdString();
  }();
  // Another store of the same test may have named its own folder of keys meanwhile.
  qputenv("KAHUI_KEY_DIR", kFolder.filePath(QStringLiteral("keys")).toLocal8Bit());
  return kStore;
}

void verified(const DemoStore& store) {
  const Ran ran =
      run("kahuictl", {QStringLiteral("verify"), QStringLiteral("--store"), QString::fromStdString(store.folder())});
  INFO(ran.out.toStdString() << ran.err.toStdString());
  CHECK(ran.exit_code == 0);
}

}  // namespace kahui::test
