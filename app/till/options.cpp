#include "app/till/options.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "app/till/screens.hpp"

namespace kahui {
namespace {

constexpr int kOptionsWrongUse = 2;
constexpr int kLeastWidth_px = 1024;
constexpr int kLeastHeight_px = 720;
constexpr int kMost_px = 8192;

// "1366x768"
std::string readSize(const std::string& text, Options& options) {
  int read = 0;
  if (std::sscanf(text.c_str(), "%dx%d%n", &options.width_px, &options.height_px, &read) != 2 ||
      static_cast<std::size_t>(read) != text.size()) {
    return "a size is WIDTHxHEIGHT, for example 1366x768";
  }
  if (options.width_px < kLeastWidth_px || options.height_px < kLeastHeight_px || options.width_px > kMost_px ||
      options.height_px > kMost_px) {
    return "the till needs at least 1024x720";
  }
  options.sized = true;
  return {};
}

}  // namespace

bool parseOptions(int argc, char** argv, Options& options, int& exit_code) {
  CLI::App app{"The till: sign in, scan, tap a card, take cash."};
  app.add_option("--store", options.store, "Folder of the store")->required();
  app.add_flag("--demo", options.demo, "Open the store only if it is a demo");
  app.add_option("--lang", options.language, "Language to start with")->check(CLI::IsMember({"zh_CN", "en"}));
  app.add_option("--theme", options.theme, "Colours to start with")->check(CLI::IsMember({"light", "dark"}));
  app.add_option("--device", options.devices,
                 "Card reader: pcsc[:name], nfc:pn532_uart:PATH[:BAUD], serial:PATH[,BAUD], evdev:PATH or sim:FILE; "
                 "may be given again")
      ->allow_extra_args(false);
  app.add_option("--keys", options.keys, "What the shop knows of its cards: numbers and keys, as JSON");
  app.add_option_function<std::string>(
      "--size",
      [&](const std::string& text) {
        if (const std::string wrong = readSize(text, options); !wrong.empty())
          throw CLI::ValidationError("--size", wrong);
      },
      "Size of the window, for example 1366x768");
  app.add_option_function<std::string>(
         "--customer-display", [&](const std::string&) { options.customer_window = true; },
         "window: what the customer sees, on the second screen where there is one")
      ->check(CLI::IsMember({"window"}));
  auto* screen = app.add_option("--screen", options.screen, "Screen to draw")->check(CLI::IsMember(screenNames()));
  app.add_option("--screenshot", options.screenshot, "Draw one screen of a demo store into this PNG file and end");
  try {
    app.parse(argc, argv);
    if (screen->count() > 0 && options.screenshot.empty()) throw CLI::RequiresError("--screen", "--screenshot");
    return true;
  } catch (const CLI::Success& wish) {
    exit_code = app.exit(wish);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "kahui-till: %s; see 'kahui-till --help'\n", error.what());
    exit_code = kOptionsWrongUse;
  }
  return false;
}

}  // namespace kahui
