#include "tests/gui/demo_store.hpp"

#include <QProcess>
#include <stdexcept>

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

}  // namespace kahui::test
