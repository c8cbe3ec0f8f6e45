// A real demo store in a folder of its own, made by kahuictl; its key lies beside it and not in the user's home.
#pragma once

#include <QTemporaryDir>
#include <string>

namespace kahui::test {

class DemoStore {
 public:
  DemoStore();  // throws if it cannot be made
  [[nodiscard]] std::string folder() const { return m_folder.filePath(QStringLiteral("store")).toStdString(); }

 private:
  QTemporaryDir m_folder;
};

// A shop with five weeks of sales up to 4 March 2026, made once; throws if it cannot be made.
std::string shopWithHistory();

struct Ran {
  int exit_code = -1;
  QString out;
  QString err;
};

// A program of the build, without a display.
Ran run(const char* program, const QStringList& arguments);

void verified(const DemoStore& store);  // CHECKs that 'kahuictl verify' finds nothing

}  // namespace kahui::test
