// kahui-till: the cashier's window.
#include <sodium.h>

#include <QGuiApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/local/core_dumps.hpp"
#include "app/local/error_text.hpp"
#include "app/till/counter.hpp"
#include "app/till/customer_view.hpp"
#include "app/till/engine_gateway.hpp"
#include "app/till/open_till.hpp"
#include "app/till/pinyin_input.hpp"
#include "app/till/practice.hpp"
#include "app/till/report_files.hpp"
#include "app/till/screens.hpp"
#include "app/till/setup.hpp"
#include "app/wedge/xcb_key_tap.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/paint_probe.hpp"
#include "app/widgets/start_error_window.hpp"

namespace {

using namespace kahui;

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kMainWrongUse = 2;
constexpr int kUnusable = 3;
constexpr int kOtherStore = 100;  // of the event loop: training begins or ends
constexpr int kWide_px = 1800;    // from here on everything is drawn a quarter larger
constexpr const char* kLarger = "1.25";
constexpr double kLargerFactor = 1.25;

// Qt reads the factor when the application is made, so a short-lived one asks for the screen first.
bool drawsLarger(const Options& options, int argc, char** argv) {
  if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR")) return false;
  if (options.sized) return options.width_px >= kWide_px;
  const QGuiApplication asking(argc, argv);
  return QGuiApplication::primaryScreen() != nullptr && QGuiApplication::primaryScreen()->size().width() >= kWide_px;
}

// Only X11 lets a till look at keys before the input method does (app/wedge); under Wayland there is XWayland.
void preferX11() {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && qEnvironmentVariableIsSet("DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "xcb");
}

// Nobody could close a window that nobody sees.
bool hasPeople() { return QGuiApplication::platformName() != QStringLiteral("offscreen"); }

int refuse(const base::Error& error, widgets::Look look) {
  std::fprintf(stderr, "kahui-till: %s\n", local::errorText(error).c_str());
  if (error.code == base::ErrorCode::BadInput || error.code == base::ErrorCode::UnknownKey) return kMainWrongUse;
  if (!hasPeople()) return kUnusable;
  widgets::StartErrorWindow window(look, models::Messages::error(error, look.formatter()), models::text(error.detail));
  window.show();
  QApplication::exec();
  return kUnusable;
}

int drawScreen(const Options& options, OpenTill& open, models::TillModel& model, widgets::MainWindow& window) {
  if (!showScreen(options.screen, window, model, *open.demo_reader)) {
    std::fprintf(stderr, "kahui-till: the screen '%s' was not reached; is this a fresh demo store?\n",
                 options.screen.c_str());
    return kFailed;
  }
  QCoreApplication::processEvents();
  if (window.grab().save(QString::fromStdString(options.screenshot))) return kDone;
  std::fprintf(stderr, "kahui-till: %s cannot be written; choose another file\n", options.screenshot.c_str());
  return kFailed;
}

local::CounterSettings counterOf(const Options& options) {
  auto settings = local::readCounter(options.store);
  if (settings) return *std::move(settings);
  std::fprintf(stderr, "kahui-till: %s; set printer and displays up again under More\n",
               settings.error().detail.c_str());
  return {};
}

// As it was asked for, else as it was set at this till.
models::Language firstLanguage(const Options& options) {
  std::string wanted = options.language;
  if (const auto kept = local::readCounter(options.store); wanted.empty() && kept) wanted = kept->language;
  return models::languageByName(QString::fromStdString(wanted)).value_or(models::Language::Chinese);
}

int runTill(const Options& options, widgets::PaintProbe& application, widgets::Look look, double scale) {
  auto open = openTill(options);
  // A demo is made by kahuictl; nobody fills in a window that nobody sees.
  const bool fresh = !options.demo && options.screenshot.empty() && hasPeople() && needsSetup(open);
  if (fresh) {
    open = base::fail(base::ErrorCode::StoreMissing);  // its lock goes to the first run
    if (!runSetup(options.store, look)) return kFailed;
    open = openTill(options);
  }
  if (!open) return refuse(open.error(), look);
  EngineGateway gateway(*open->till);
  models::TillModel model(gateway);
  QObject::connect(&model, &models::TillModel::changed, &application, [&application] { application.mark("snapshot"); });
  models::DevicesModel devices(*open->desk, *open->clock, look.formatter());
  models::ReportModel reports(reportsOf(options.store), writeReport, open->clock, look.formatter());
  Counter counter(options.store, counterOf(options), open->receipt_language);
  models::CounterModel counter_model(model, counter);
  const auto pinyin = PinyinInput::open();
  models::CustomerEntry entry(*open->clock, pinyin.get());
  widgets::MainWindow window(look, model, *open->clock, open->demo_reader.get(), devices, counter_model);
  window.setReports(reports);
  window.setCustomer(entry);
  if (fresh) window.beginFirstDay();
  QObject::connect(&window, &widgets::MainWindow::trainingAsked, &application, [&](bool begin) {
    const base::Status ready = begin ? readyPractice(options.store) : base::Status{};
    if (ready) return QApplication::exit(kOtherStore);
    const models::Message message = models::Messages::error(ready.error(), look.formatter());
    window.say({till::NoticeKind::Error, message.what(), message.next(), false});
  });
  CustomerView customer(look, model, entry, QString::fromStdString(counter.settings().join_link));
  const auto show_customer = [&] { customer.show(options.customer_window || counter_model.view().customer_window); };
  QObject::connect(&counter_model, &models::CounterModel::changed, &window, show_customer);
  const wedge::XcbKeyTap keys(
      [&open](std::string_view frame, std::int64_t elapsed_us) { open->typed_reader->take(frame, elapsed_us); });
  open->till->start();
  if (options.sized || !options.screenshot.empty()) {
    window.resize(static_cast<int>(options.width_px / scale), static_cast<int>(options.height_px / scale));
    window.show();
  } else {
    window.setGeometry(QGuiApplication::primaryScreen()->availableGeometry());
    window.showMaximized();
  }
  if (!options.screenshot.empty()) return drawScreen(options, *open, model, window);
  show_customer();
  if (open->sync) open->sync->start();
  serve(*open, options.store);
  return QApplication::exec();
}

// Training is the same till on another store; the shop's own is closed meanwhile.
int runBoth(const Options& shop, widgets::PaintProbe& application, widgets::Look look, double scale) {
  Options practice = shop;
  practice.store = practiceFolder(shop.store).string();
  bool trains = false;
  int ended = kDone;
  do {
    ended = runTill(trains ? practice : shop, application, look, scale);
    trains = !trains;
  } while (ended == kOtherStore);
  return ended;
}

// A picture must leave no trace in the store, and may be wanted while a till runs on it: it is drawn on a copy.
int runOnCopy(Options options, widgets::PaintProbe& application, widgets::Look look, double scale) {
  const QTemporaryDir folder;
  const std::filesystem::path copy = std::filesystem::path(folder.path().toStdString()) / "store";
  std::error_code failed;
  std::filesystem::create_directory(copy, failed);
  for (std::filesystem::directory_iterator file(options.store, failed), end; !failed && file != end;
       file.increment(failed)) {
    if (file->is_regular_file()) std::filesystem::copy_file(file->path(), copy / file->path().filename(), failed);
  }
  if (failed) return refuse({base::ErrorCode::StoreMissing, options.store}, look);
  options.store = copy.string();
  return runTill(options, application, look, scale);
}

}  // namespace

int main(int argc, char** argv) {
  local::forbidCoreDumps();
  if (sodium_init() < 0) return kUnusable;
  Options options;
  int exit_code = kDone;
  if (!parseOptions(argc, argv, options, exit_code)) return exit_code;
  const bool picture = !options.screenshot.empty();
  if (picture && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (picture) options.sized = true;
  preferX11();
  const bool larger = drawsLarger(options, argc, argv);
  if (larger) qputenv("QT_SCALE_FACTOR", kLarger);

  widgets::PaintProbe application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("kahui-till"));
  if (picture) QApplication::setCursorFlashTime(0);
  if (const QString probe = qEnvironmentVariable("KAHUI_PROBE"); !probe.isEmpty() && !application.start(probe)) {
    std::fprintf(stderr, "kahui-till: KAHUI_PROBE=%s cannot be written; choose another file\n", qPrintable(probe));
    return kMainWrongUse;
  }
  models::UiLanguage language(firstLanguage(options));
  widgets::Theme theme(options.theme == "dark" ? widgets::Scheme::Dark : widgets::Scheme::Light);
  const widgets::Look look{theme, language};
  const double scale = larger ? kLargerFactor : 1.0;
  return picture ? runOnCopy(options, application, look, scale) : runBoth(options, application, look, scale);
}
