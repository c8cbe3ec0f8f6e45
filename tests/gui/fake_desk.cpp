#include "tests/gui/fake_desk.hpp"

namespace kahui::test {

using ports::DeskAnswer;
using ports::DeviceLife;
using ports::DeviceView;
using ports::FindingCode;
using ports::ReaderAdvice;
using ports::ReaderKind;
using ports::ReaderState;

namespace {

constexpr std::int64_t kNow_utc_ms = 1'772'692'320'000;  // 2026-03-05T14:32 in Shanghai

}  // namespace

FakeDesk::FakeDesk() {
  const ports::DeviceEvent card{.kind = ports::DeviceEvent::Kind::Card,
                                .at_utc_ms = kNow_utc_ms - 600'000,
                                .card_class = ports::CardClass::Ntag424,
                                .trust = ports::Trust::Authenticated,
                                .last = "6A80"};
  views = {{.spec = "pcsc", .kind = ReaderKind::Pcsc, .state = ReaderState::Ready, .last = card},
           {.spec = "serial:/dev/serial/by-id/usb-MagTek_Stripe_Reader_0001-if00-port0,9600",
            .kind = ReaderKind::Serial,
            .state = ReaderState::Gone,
            .advice = ReaderAdvice::PlugReaderIn},
           {.spec = "nfc:pn532_uart:/dev/ttyUSB1:115200",
            .kind = ReaderKind::Nfc,
            .state = ReaderState::Busy,
            .advice = ReaderAdvice::CloseOtherProgram},
           {.spec = "evdev:/dev/input/by-id/usb-Honeywell_Scanner-event-kbd",
            .kind = ReaderKind::Wedge,
            .life = DeviceLife::Released},
           {.spec = "Demo reader", .kind = ReaderKind::Sim, .removable = false, .state = ReaderState::Ready}};
  findings = {{"pcsc", FindingCode::Well, "ACS ACR1252 Dual Reader 00 00"},
              {"nfc:pn532_uart:/dev/ttyUSB1", FindingCode::KernelModule, "pn533_usb, pn533, nfc"},
              {"nfc:pn532_uart:/dev/ttyUSB1", FindingCode::HeldByProgram, "nfc-poll (4711)"},
              {"serial:/dev/ttyUSB0", FindingCode::NoPermission, "dialout"},
              {"serial:/dev/ttyUSB2", FindingCode::DeviceMissing, "/dev/ttyUSB2"}};
  entries = {{"ACS ACR1252 Dual Reader 00 00", ReaderState::Ready, ReaderAdvice::None, kNow_utc_ms, kNow_utc_ms, 1},
             {"serial:/dev/ttyUSB0", ReaderState::Gone, ReaderAdvice::PlugReaderIn, kNow_utc_ms - 3'000'000,
              kNow_utc_ms - 60'000, 14}};
}

DeviceView* FakeDesk::find(const std::string& spec) {
  const auto found = std::find_if(views.begin(), views.end(), [&](const DeviceView& one) { return one.spec == spec; });
  return found == views.end() ? nullptr : &*found;
}

DeskAnswer FakeDesk::add(const std::string& spec) {
  added = spec;
  if (next_answer == DeskAnswer::Done) views.push_back({.spec = spec, .kind = ReaderKind::Serial});
  tell();
  return next_answer;
}

DeskAnswer FakeDesk::remove(const std::string& spec) {
  std::erase_if(views, [&](const DeviceView& one) { return one.spec == spec; });
  tell();
  return DeskAnswer::Done;
}

DeskAnswer FakeDesk::set(const std::string& spec, DeviceLife life) {
  DeviceView* view = find(spec);
  if (view == nullptr) return DeskAnswer::UnknownDevice;
  view->life = life;
  if (life == DeviceLife::Testing) view->tested.reset();
  tell();
  return DeskAnswer::Done;
}

void FakeDesk::show(const std::string& spec, const ports::DeviceEvent& event) {
  DeviceView* view = find(spec);
  view->last = event;
  view->tested = event;
  view->life = DeviceLife::Enabled;
  tell();
}

}  // namespace kahui::test
