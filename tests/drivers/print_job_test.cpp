// Whole sheets on a strict virtual printer, the ways to it, and the worker that keeps the sale free of it.
#include <arpa/inet.h>
#include <sys/socket.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "core/report/join_form.hpp"
#include "core/sale/receipt.hpp"
#include "drivers/printer/counter_worker.hpp"
#include "drivers/printer/escpos_printer.hpp"
#include "drivers/printer/print_job.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/support/virtual_printer.hpp"

namespace {

using namespace kahui;
using printer::Paper;

class Blocks final : public printer::GlyphSource {
 public:
  [[nodiscard]] std::optional<printer::Bitmap> glyph(char32_t character, int width) const override {
    if (character == 0x1F600) return std::nullopt;
    printer::Bitmap box(width, 24);
    for (int x = 0; x < width; ++x) box.set(x, x);
    return box;
  }
};

sale::Receipt receipt() {
  sale::Receipt one;
  one.store_name = "人民路店";
  one.receipt_no = "0001-03-1-000417";
  one.operator_name = "李娜";
  one.at = *base::LocalTime::parse("2026-03-05T14:32:00");
  sale::ReceiptLine milk;
  milk.name = "𠮷田牧场纯牛奶 250ml×16 盒 整箱";
  milk.unit = "箱";
  milk.quantity = base::Quantity(2000);
  milk.unit_price = base::Money(5990);
  milk.gross = base::Money(11980);
  milk.final = base::Money(11381);
  one.lines = {milk};
  one.gross = base::Money(11980);
  one.savings.price = base::Money(599);
  one.total = base::Money(11380);
  one.rounding = base::Money(1);
  one.tenders = {{"WECHAT", base::Money(5000), {}, {}}, {"CASH", base::Money(6380), base::Money(10000), {}}};
  one.change = base::Money(3620);
  return one;
}

TEST_CASE("printer: a receipt on both papers fits, is cut once, and is read by nobody but a printer") {
  for (const Paper paper : {Paper::Mm58, Paper::Mm80}) {
    const Blocks glyphs;
    printer::PrintJob job;
    job.paper = paper;
    job.text = sale::renderText(receipt(), sale::ReceiptLanguage::Chinese, printer::columnsOf(paper));
    job.logo = printer::Bitmap(printer::dotsOf(paper) / 2, 64);
    for (int x = 0; x < job.logo->width; ++x) job.logo->set(x, x % 64);
    job.code = "https://shop.example/i?b=0001-03-1-000417&a=11380";
    const auto sheet = printer::encodeJob(job, &glyphs);
    test::VirtualPrinter paper_out(paper);
    paper_out.feed(sheet.bytes);
    CHECK(paper_out.faults == std::vector<std::string>{});
    CHECK(paper_out.cuts == 1);
    CHECK(paper_out.pulses == 0);
    CHECK(paper_out.pictures == 1);
    CHECK(paper_out.codes == std::vector<std::string>{job.code});
    CHECK(paper_out.drawn == 1);  // 𠮷
    CHECK(sheet.drawn == 1);
    CHECK(sheet.replaced == 0);
    const auto has = [&](const char* text) {
      return std::any_of(paper_out.lines.begin(), paper_out.lines.end(),
                         [&](const std::string& line) { return line.find(text) != std::string::npos; });
    };
    CHECK(has("■田牧场"));
    CHECK(has("微信支付"));
    CHECK(has("¥113.80"));
    for (const int width : paper_out.widths) CHECK(width <= printer::dotsOf(paper));
  }
}

TEST_CASE("printer: what nobody can draw is marked and counted") {
  const Blocks glyphs;
  printer::PrintJob job;
  job.text = "a\U0001F600b𠮷\n";
  job.cut = false;
  const auto with = printer::encodeJob(job, &glyphs);
  CHECK(with.replaced == 1);
  CHECK(with.drawn == 1);
  const auto without = printer::encodeJob(job, nullptr);
  CHECK(without.replaced == 2);
  test::VirtualPrinter out(Paper::Mm80);
  out.feed(without.bytes);
  CHECK(out.faults.empty());
  CHECK(out.cuts == 0);
  CHECK(out.lines.front() == "a〓b〓");
}

TEST_CASE("printer: the drawer's pulse, and a printer that is strict") {
  test::VirtualPrinter out(Paper::Mm58);
  out.feed(printer::drawerKick());
  CHECK(out.pulses == 1);
  const std::uint8_t wrong[] = {0x1B, 'Z', 1};
  out.feed(wrong);
  CHECK(out.faults.size() == 1);
}

TEST_CASE("printer: ways are read strictly") {
  using printer::parseWay;
  using printer::WayKind;
  CHECK(parseWay("tcp:192.168.1.9") == printer::Way{WayKind::Tcp, "192.168.1.9", 9100});
  CHECK(parseWay("tcp:printer:9101") == printer::Way{WayKind::Tcp, "printer", 9101});
  CHECK(parseWay("serial:/dev/ttyS1") == printer::Way{WayKind::Serial, "/dev/ttyS1", 9600});
  CHECK(parseWay("serial:/dev/ttyS1,2400") == printer::Way{WayKind::Serial, "/dev/ttyS1", 2400});
  CHECK(parseWay("usb:/dev/usb/lp0") == printer::Way{WayKind::Usb, "/dev/usb/lp0", 0});
  CHECK(parseWay("cups:receipts") == printer::Way{WayKind::Cups, "receipts", 0});
  for (const char* bad : {"", "tcp:", "tcp:h:0", "serial:/dev/x,9601", "lpt:1", "cups:-d evil", "file"})
    CHECK(parseWay(bad).error().code == base::ErrorCode::BadInput);
}

TEST_CASE("printer: what the sensors say") {
  using ports::PrinterState;
  using printer::printerState;
  CHECK(printerState(std::nullopt, std::nullopt) == PrinterState::Ready);
  CHECK(printerState(0x12, 0x12) == PrinterState::Ready);
  CHECK(printerState(0x16, 0x12) == PrinterState::CoverOpen);
  CHECK(printerState(0x32, 0x12) == PrinterState::PaperEnd);
  CHECK(printerState(0x12, 0x72) == PrinterState::PaperEnd);
  CHECK(printerState(0x12, 0x1E) == PrinterState::PaperNearEnd);
  CHECK(printerState(0xFF, 0xFF) == PrinterState::Ready);  // no answer of a printer
}

TEST_CASE("printer: over TCP the sheet arrives whole and the sensors are asked") {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  socklen_t size = sizeof address;
  ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  REQUIRE(::listen(listener, 1) == 0);
  base::Bytes got;
  std::thread server([&] {
    const int peer = ::accept(listener, nullptr, nullptr);
    std::uint8_t buffer[512];
    for (;;) {
      const auto read = ::recv(peer, buffer, sizeof buffer, 0);
      if (read <= 0) break;
      for (ssize_t i = 0; i < read; ++i) {
        got.push_back(buffer[i]);
        const auto n = got.size();
        if (n >= 3 && got[n - 3] == 0x10 && got[n - 2] == 0x04) {
          const std::uint8_t answer = got[n - 1] == 4 ? 0x1E : 0x12;
          ::send(peer, &answer, 1, 0);
          got.resize(n - 3);
        }
      }
    }
    ::close(peer);
  });
  {
    printer::EscPosPrinter device(*printer::parseWay("tcp:127.0.0.1:" + std::to_string(ntohs(address.sin_port))), {});
    CHECK(device.claim());
    CHECK(device.state() == ports::PrinterState::PaperNearEnd);
    const auto sheet = printer::receiptBytes("合计\n");
    CHECK(device.print(sheet.bytes));
    CHECK(device.openDrawer());
    device.release();
    server.join();
    ::close(listener);
    base::Bytes expected = sheet.bytes;
    for (const auto byte : printer::drawerKick()) expected.push_back(byte);
    CHECK(got == expected);
    CHECK(device.claim().error().code == base::ErrorCode::DeviceGone);
    CHECK(device.state() == ports::PrinterState::Offline);
  }
}

class PlayedPrinter final : public ports::PosPrinter, public ports::CashDrawer {
 public:
  base::Status claim() override { return {}; }
  void release() override {}
  ports::PrinterState state() override { return m_state; }
  base::Status print(base::ByteView bytes) override {
    printed += static_cast<int>(bytes.size());
    ++sheets;
    return {};
  }
  base::Status openDrawer() override {
    ++kicks;
    return {};
  }
  std::atomic<ports::PrinterState> m_state = ports::PrinterState::Ready;
  std::atomic<int> printed = 0, sheets = 0, kicks = 0;
};

bool waitUntil(const std::function<bool()>& so) {
  for (int i = 0; i < 500; ++i) {
    if (so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

TEST_CASE("printer: without paper the sheet waits and the sale goes on, and the drawer opens all the same") {
  std::atomic<int> told = 0;
  printer::CounterWorker worker([&](const printer::CounterState&) { ++told; }, std::chrono::milliseconds(20));
  CHECK_FALSE(worker.print({1}));  // there is none
  const auto device = std::make_shared<PlayedPrinter>();
  device->m_state = ports::PrinterState::PaperEnd;
  worker.setPrinter(device);
  worker.setDrawer(device);
  CHECK(worker.print({1, 2, 3}));
  CHECK(worker.print({4, 5}));
  worker.openDrawer();
  CHECK(waitUntil([&] { return worker.state().printer == ports::PrinterState::PaperEnd && device->kicks == 1; }));
  CHECK(worker.state().waiting == 2);
  CHECK(device->sheets == 0);
  device->m_state = ports::PrinterState::PaperNearEnd;
  CHECK(waitUntil([&] { return device->sheets == 2; }));
  CHECK(waitUntil([&] { return worker.state().printed == 2 && worker.state().waiting == 0; }));
  CHECK(device->printed == 5);
  CHECK(told > 0);

  device->m_state = ports::PrinterState::CoverOpen;
  worker.print({6});
  CHECK(waitUntil([&] { return worker.state().printer == ports::PrinterState::CoverOpen; }));
  worker.throwAway();
  device->m_state = ports::PrinterState::Ready;
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  CHECK(device->sheets == 2);
  CHECK(worker.state().waiting == 0);
}

TEST_CASE("printer: a file takes the sheet, a CUPS queue that there is not says so") {
  const test::TempFolder folder;
  const std::string path = (folder.path() / "out.bin").string();
  printer::EscPosPrinter device(*printer::parseWay("file:" + path), {});
  CHECK(device.state() == ports::PrinterState::Ready);
  const auto sheet = printer::receiptBytes("合计\n");
  CHECK(device.print(sheet.bytes));
  device.release();
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  CHECK(text.size() == sheet.bytes.size());
  printer::EscPosPrinter queue(*printer::parseWay("cups:there-is-none"), {});
  CHECK_FALSE(queue.print(sheet.bytes));
}

}  // namespace

TEST_CASE("printer: a blank application form fits both papers in both languages, with its number as a code (S003-99)") {
  report::JoinForm form;
  form.store_name = "人民路店";
  form.number = "F0001-03-1-00017";
  form.at = *base::LocalTime::parse("2026-03-05T14:32:00");
  form.consent = "2026-01";
  for (const Paper paper : {Paper::Mm58, Paper::Mm80})
    for (const auto language : {report::SlipLanguage::Chinese, report::SlipLanguage::English}) {
      printer::PrintJob job;
      job.paper = paper;
      job.text = report::renderJoinForm(form, language, printer::columnsOf(paper));
      job.code = form.number;
      const auto sheet = printer::encodeJob(job, nullptr);
      CHECK(sheet.replaced == 0);  // all of it is in the printer's own font
      test::VirtualPrinter out(paper);
      out.feed(sheet.bytes);
      CHECK(out.faults == std::vector<std::string>{});
      CHECK(out.cuts == 1);
      CHECK(out.codes == std::vector<std::string>{form.number});
      for (std::size_t i = 0; i < out.widths.size(); ++i) {
        INFO(out.lines[i]);
        CHECK(out.widths[i] <= printer::dotsOf(paper));
      }
      const auto lines = [&](const char* text) {
        return std::count_if(out.lines.begin(), out.lines.end(),
                             [&](const std::string& line) { return line.find(text) != std::string::npos; });
      };
      CHECK(lines(form.number.c_str()) == 1);
      CHECK(lines("[ ]") == 3);       // the calendar, the terms, messages
      CHECK(lines("________") >= 9);  // room for a pen
      CHECK(lines(language == report::SlipLanguage::Chinese ? "入会须知" : "Terms in short") == 1);
    }
  form.terms_zh = "本店会员须知：积分两年有效。";
  form.demo = true;
  const std::string own = report::renderJoinForm(form, report::SlipLanguage::Chinese, 48);
  CHECK(own.find(form.terms_zh) != std::string::npos);
  CHECK(own.find("演示数据") != std::string::npos);
}
