// The command line of kahui-till (contracts.md, "The till under test").
#pragma once

#include <string>
#include <vector>

namespace kahui {

struct Options {
  std::string store;                 // folder
  bool demo = false;                 // only a demo store is opened
  std::string language;              // zh_CN, en; empty: as it was set at this till, else zh_CN
  std::string theme = "light";       // light, dark
  std::vector<std::string> devices;  // SPECs of drivers/host
  std::string keys;                  // file of what the shop knows of its cards (local::readKeyFile); empty: none
  std::string screenshot;            // file; empty: run
  std::string screen = "checkout";   // a name of screens()
  int width_px = 1366;               // of the window
  int height_px = 768;
  bool customer_window = false;  // --customer-display window
  bool sized = false;            // --size was given; else the window fills the screen
};

// Answers false when the program has to end with `exit_code`: help was asked for (0), or the use is wrong (2).
bool parseOptions(int argc, char** argv, Options& options, int& exit_code);

}  // namespace kahui
