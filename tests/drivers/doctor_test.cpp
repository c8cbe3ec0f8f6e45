// The reader doctor: each trouble over made probes, what the kernel tells of real processes, and `kahuictl readers
// --doctor` from outside.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <winscard.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/ctl/doctor_lines.hpp"
#include "core/base/fd.hpp"
#include "drivers/host/doctor.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/private_pcscd.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_card.hpp"

namespace {

using namespace kahui;
using namespace std::chrono_literals;
using host::DoctorProbes;
using host::Holder;
using host::ServiceLook;
using ports::Finding;
using ports::FindingCode;
using ports::ReaderChanged;
using ports::ReaderKind;
using ports::ReaderState;

constexpr int kOwnPid = 4242;
const std::string kSerial = "serial:/dev/ttyUSB0,9600";
const std::string kNfc = "nfc:pn532_uart:/dev/ttyUSB1:115200";
const std::string kWedge = "evdev:/dev/input/event3";

// A machine on which everything is well.
DoctorProbes healthy() {
  DoctorProbes probes;
  probes.service_installed = [] { return true; };
  probes.service = [] {
    return ServiceLook{ServiceLook::State::Answers, {ReaderChanged{"ACS 00", ReaderKind::Pcsc, ReaderState::Ready}}};
  };
  probes.service_users = [] { return std::vector<Holder>{}; };
  probes.access = [](const std::string&, int) { return 0; };
  probes.holders = [](const std::string&) { return std::vector<Holder>{}; };
  probes.group = [](const std::string&) { return std::string("dialout"); };
  probes.modules = [] { return std::vector<std::string>{"usbserial", "xhci_hcd"}; };
  probes.open = [](const host::ReaderSpec& spec) { return ReaderChanged{"x", spec.kind, ReaderState::Ready}; };
  probes.helper = "/opt/bin/kahui-nfc";
  probes.own_pid = kOwnPid;
  return probes;
}

std::vector<Finding> found(const std::string& spec, const DoctorProbes& probes) {
  return host::examine({spec}, probes);
}

DoctorProbes withService(ServiceLook look) {
  DoctorProbes probes = healthy();
  probes.service = [look = std::move(look)] { return look; };
  return probes;
}

TEST_CASE("doctor: what works is said to work, once for each reader") {
  CHECK(host::examine({"pcsc", kSerial, kNfc, kWedge, "sim:x"}, healthy()) ==
        std::vector<Finding>{{"pcsc", FindingCode::Well, "ACS 00"},
                             {kSerial, FindingCode::Well, ""},
                             {kNfc, FindingCode::Well, ""},
                             {kWedge, FindingCode::Well, ""},
                             {"sim:x", FindingCode::Well, ""}});
}

TEST_CASE("doctor: the service in each of its troubles") {
  DoctorProbes probes = withService({ServiceLook::State::Absent});
  CHECK(found("pcsc", probes) == std::vector<Finding>{{"pcsc", FindingCode::ServiceNotRunning, ""}});
  probes.service_installed = [] { return false; };
  CHECK(found("pcsc", probes) == std::vector<Finding>{{"pcsc", FindingCode::ServiceNotInstalled, ""}});
  CHECK(found("pcsc", withService({ServiceLook::State::Refused})) ==
        std::vector<Finding>{{"pcsc", FindingCode::ServiceRefused, ""}});
  CHECK(found("pcsc", withService({ServiceLook::State::Silent})) ==
        std::vector<Finding>{{"pcsc", FindingCode::ServiceSilent, ""}});
}

TEST_CASE("doctor: a service is asked once for all its specs") {
  int asked = 0;
  DoctorProbes probes = healthy();
  probes.service = [&asked] {
    ++asked;
    return ServiceLook{ServiceLook::State::Silent};
  };
  CHECK(host::examine({"pcsc:A", "pcsc:B"}, probes).size() == 2);
  CHECK(asked == 1);
}

TEST_CASE("doctor: no reader, the wrong reader, and a kernel module that has it") {
  CHECK(found("pcsc", withService({ServiceLook::State::Answers})) ==
        std::vector<Finding>{{"pcsc", FindingCode::NoReader, ""}});
  CHECK(found("pcsc:Omnikey", healthy()) == std::vector<Finding>{{"pcsc:Omnikey", FindingCode::NoReader, "Omnikey"}});
  DoctorProbes probes = withService({ServiceLook::State::Answers});
  probes.modules = [] { return std::vector<std::string>{"nfc", "usbserial", "pn533", "pn533_usb"}; };
  CHECK(found("pcsc", probes) == std::vector<Finding>{{"pcsc", FindingCode::NoReader, ""},
                                                      {"pcsc", FindingCode::KernelModule, "pn533_usb, pn533, nfc"}});
}

TEST_CASE("doctor: a reader that another program holds names the programs, never this one") {
  DoctorProbes probes =
      withService({ServiceLook::State::Answers,
                   {{"A", ReaderKind::Pcsc, ReaderState::Busy}, {"B", ReaderKind::Pcsc, ReaderState::Error}}});
  probes.service_users = [] { return std::vector<Holder>{{"scdaemon", 77, 1}, {"kahui-till", kOwnPid, 1}}; };
  CHECK(found("pcsc", probes) == std::vector<Finding>{{"pcsc", FindingCode::HeldByProgram, "scdaemon (77)"},
                                                      {"pcsc", FindingCode::ReaderFault, "B"}});
}

TEST_CASE("doctor: a device file that is missing, forbidden, held or none") {
  for (const std::string& spec : {kSerial, kNfc, kWedge}) {
    const std::string path = host::parseSpec(spec)->kind == ReaderKind::Nfc
                                 ? "/dev/ttyUSB1"
                                 : spec.substr(spec.find(':') + 1, spec.find(',') - spec.find(':') - 1);
    DoctorProbes probes = healthy();
    const auto fileFails = [&](int error) {
      probes.access = [=](const std::string& file, int) { return file == path ? error : 0; };
    };
    fileFails(ENOENT);
    CHECK(found(spec, probes) == std::vector<Finding>{{spec, FindingCode::DeviceMissing, path}});
    fileFails(EACCES);
    CHECK(found(spec, probes) == std::vector<Finding>{{spec, FindingCode::NoPermission, "dialout"}});
    fileFails(0);
    probes.holders = [](const std::string&) {
      return std::vector<Holder>{{"minicom", 9, 1}, {"kahui-nfc", 8, kOwnPid}};
    };
    CHECK(found(spec, probes) == std::vector<Finding>{{spec, FindingCode::HeldByProgram, "minicom (9)"}});
    probes.holders = [](const std::string&) { return std::vector<Holder>{{"kahui-nfc", 8, kOwnPid}}; };
    CHECK(found(spec, probes) == std::vector<Finding>{{spec, FindingCode::Well, ""}});
    probes.holders = [](const std::string&) { return std::vector<Holder>{}; };
    probes.open = [](const host::ReaderSpec& one) { return ReaderChanged{"x", one.kind, ReaderState::Busy}; };
    CHECK(found(spec, probes) == std::vector<Finding>{{spec, FindingCode::HeldByProgram, ""}});
    probes.open = [](const host::ReaderSpec& one) { return ReaderChanged{"x", one.kind, ReaderState::Error}; };
    CHECK(found(spec, probes) == std::vector<Finding>{{spec, FindingCode::NotADevice, path}});
  }
}

TEST_CASE("doctor: libnfc needs its program and no kernel driver beside it") {
  DoctorProbes probes = healthy();
  probes.access = [](const std::string& file, int) { return file == "/opt/bin/kahui-nfc" ? ENOENT : 0; };
  probes.modules = [] { return std::vector<std::string>{"pn533"}; };
  CHECK(found(kNfc, probes) == std::vector<Finding>{{kNfc, FindingCode::HelperMissing, "/opt/bin/kahui-nfc"},
                                                    {kNfc, FindingCode::KernelModule, "pn533"},
                                                    {kNfc, FindingCode::Well, ""}});
}

TEST_CASE("doctor: every finding says what it means and, unless all is well, what to do") {
  for (int i = 0; i <= static_cast<int>(FindingCode::HelperMissing); ++i) {
    const Finding finding{"pcsc", static_cast<FindingCode>(i), "it"};
    const auto line = nlohmann::json::parse(ctl::findingAsJson(finding));
    CHECK(line["code"] == name(finding.code));
    CHECK_FALSE(line["meaning"].get<std::string>().empty());
    CHECK(line.contains("todo") == (finding.code != FindingCode::Well));
    CHECK(ctl::findingAsText(finding).starts_with("pcsc: "));
    const Finding unknown{"pcsc", finding.code, ""};
    CHECK(nlohmann::json::parse(ctl::findingAsJson(unknown)).contains("what") == false);
  }
}

TEST_CASE("doctor: the kernel names who has a file open, who locked it and who loaded a library") {
  const test::TempFolder folder;
  const auto file = folder.path() / "line";
  std::ofstream(file) << "x";
  const host::Processes processes;
  CHECK(processes.holdersOf(file).empty());
  test::ChildProcess holder({"/usr/bin/flock", "--no-fork", file.string(), "sh", "-c", "echo held; exec sleep 30"});
  REQUIRE(holder.line());
  const auto link = folder.path() / "link";
  std::filesystem::create_symlink(file, link);
  const auto holders = processes.holdersOf(link);
  REQUIRE(holders.size() == 1);
  CHECK(holders.front().pid == holder.pid());
  CHECK(holders.front().parent == ::getpid());
  CHECK_FALSE(holders.front().program.empty());
  CHECK(processes.holdersOf(folder.path() / "missing").empty());
  const auto users = processes.usersOf("libpcsclite");
  CHECK(std::any_of(users.begin(), users.end(), [](const Holder& one) { return one.pid == ::getpid(); }));
  CHECK(processes.usersOf("libnobodyhasthis").empty());
}

TEST_CASE("doctor: a lock shows although the holder's open files are hidden") {
  const test::TempFolder folder;
  const auto file = folder.path() / "line";
  std::ofstream(file) << "x";
  struct stat info {};
  REQUIRE(::stat(file.c_str(), &info) == 0);
  // Another user's process: its name may be read, its descriptors may not.
  const auto proc = folder.path() / "proc";
  std::filesystem::create_directories(proc / "708");
  std::ofstream(proc / "708" / "status") << "Name:\tkahui-till\nUmask:\t0022\nPPid:\t12\n";
  const base::Fd own(::open(file.c_str(), O_RDONLY));
  REQUIRE(::flock(own.get(), LOCK_EX | LOCK_NB) == 0);
  std::ifstream real("/proc/locks");
  std::string where;
  for (std::string line; std::getline(real, line);)
    if (const auto at = line.find(":" + std::to_string(info.st_ino) + " "); at != std::string::npos) {
      const auto begin = line.rfind(' ', at) + 1;
      where = line.substr(begin, line.find(' ', begin) - begin);
    }
  REQUIRE_FALSE(where.empty());
  std::ofstream(proc / "locks") << "1: POSIX  ADVISORY  WRITE 5 00:01:1 0 EOF\n2: FLOCK  ADVISORY  WRITE 708 " << where
                                << " 0 EOF\n";
  std::ofstream(proc / "modules") << "pn533_usb 20480 0 - Live 0x0\nnfc 1 2 pn533, Live 0x0\n";
  const host::Processes processes(proc);
  CHECK(processes.holdersOf(file) == std::vector<Holder>{{"kahui-till", 708, 12}});
  CHECK(processes.modules() == std::vector<std::string>{"pn533_usb", "nfc"});
}

nlohmann::json firstFinding(const std::string& device, int status) {
  test::ChildProcess program({KAHUI_BIN_DIR "/kahuictl", "readers", "--doctor", "--json", "--device", device});
  const auto line = program.line();
  CHECK(program.wait() == status);
  REQUIRE(line);
  return nlohmann::json::parse(*line);
}

TEST_CASE("readers --doctor: the real stack without a service, with one, paused, and with an exclusive holder") {
  test::PrivatePcscd daemon;
  CHECK(firstFinding("pcsc", 1)["code"] == "service_not_running");
  daemon.start();
  CHECK(firstFinding("pcsc", 0)["what"] == daemon.reader(0));
  CHECK(firstFinding("pcsc:Nobody", 1)["code"] == "no_reader");
  test::VirtualCard card(daemon.port(0), test::VirtualCard::withUid({4, 1, 2, 3}));
  REQUIRE(card.insert());
  SCARDCONTEXT context = 0;
  REQUIRE(SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context) == SCARD_S_SUCCESS);
  SCARDHANDLE handle = 0;
  DWORD protocol = 0;
  const auto connected = [&] {
    return SCardConnect(context, daemon.reader(0).c_str(), SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1,
                        &handle, &protocol) == SCARD_S_SUCCESS;
  };
  for (int tries = 0; tries < 100 && !connected(); ++tries) std::this_thread::sleep_for(20ms);
  REQUIRE(handle != 0);
  const auto finding = firstFinding("pcsc:" + daemon.reader(0), 1);
  CHECK(finding["code"] == "held_by_program");
  CHECK(finding["what"].get<std::string>().find("(" + std::to_string(::getpid()) + ")") != std::string::npos);
  SCardDisconnect(handle, SCARD_LEAVE_CARD);
  SCardReleaseContext(context);
  daemon.pause();
  CHECK(firstFinding("pcsc", 1)["code"] == "service_silent");
  daemon.resume();
}

TEST_CASE("readers --doctor: a serial line that is free, held and gone, in words and as JSON") {
  const test::TempFolder folder;
  test::PseudoTerminal line(folder.path() / "line");
  const std::string device = "serial:" + line.path();
  CHECK(firstFinding(device, 0)["code"] == "well");
  {
    test::ChildProcess holder({KAHUI_BIN_DIR "/kahuictl", "readers", "--watch", "--device", device});
    REQUIRE(holder.line());
    const auto held = firstFinding(device, 1);
    CHECK(held["code"] == "held_by_program");
    CHECK(held["what"] == "kahuictl (" + std::to_string(holder.pid()) + ")");
  }
  line.unplug();
  test::ChildProcess program({KAHUI_BIN_DIR "/kahuictl", "readers", "--doctor", "--device", device});
  CHECK(*program.line() ==
        device + ": there is no " + line.path() + "; plug the reader in, or correct the device's name in the settings");
  CHECK(program.wait() == 1);
  const auto file = folder.path() / "file";
  std::ofstream(file) << "x";
  CHECK(firstFinding("serial:" + file.string(), 1)["code"] == "not_a_device");
}

TEST_CASE("readers --doctor: a store names its till's devices and brings their history") {
  const test::TempFolder folder;
  std::ofstream(folder.path() / "devices.json") << R"({"version":1,"devices":["serial:/dev/nonesuch"]})";
  std::ofstream(folder.path() / "reader-health.json")
      << R"({"version":1,"entries":[{"reader":"A","state":"gone","advice":"plug_reader_in","first_ms":1000,"last_ms":61000,"count":7}]})";
  const auto run = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {KAHUI_BIN_DIR "/kahuictl", "readers", "--doctor", "--store", folder.path().string()});
    return std::make_unique<test::ChildProcess>(more);
  };
  const auto json = run({"--json"});
  CHECK(nlohmann::json::parse(*json->line())["code"] == "device_missing");
  CHECK(*json->line() == R"({"event":"health","reader":"A","state":"gone","advice":"plug_reader_in",)"
                         R"("first_utc":"1970-01-01T00:00:01Z","last_utc":"1970-01-01T00:01:01Z","count":7})");
  CHECK(json->wait() == 1);
  const auto words = run({});
  CHECK(words->line());
  CHECK(*words->line() == "1970-01-01T00:01:01Z  A: gone, 7 times since 1970-01-01T00:00:01Z");
  std::ofstream(folder.path() / "devices.json") << "{";
  CHECK(run({})->wait() == 2);
}

TEST_CASE("readers --doctor: wrong use is refused with what to do") {
  test::ChildProcess bad({KAHUI_BIN_DIR "/kahuictl", "readers", "--doctor", "--device", "usb"});
  CHECK(bad.wait() == 2);
  test::ChildProcess both({KAHUI_BIN_DIR "/kahuictl", "readers", "--doctor", "--watch"});
  CHECK(both.wait() == 2);
}

}  // namespace
