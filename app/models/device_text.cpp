#include "app/models/device_text.hpp"

#include "core/base/clock.hpp"

namespace kahui::models {
namespace {

using ports::DeviceEvent;
using ports::DeviceLife;
using ports::FindingCode;
using ports::ReaderKind;
using ports::ReaderState;

QString timeOf(std::int64_t utc_ms, int zone_min, Formatter formatter) {
  const base::LocalTime local = base::WallTime{utc_ms, zone_min}.local();
  return formatter.shortDate(local.date()) + QLatin1Char(' ') + formatter.time(local);
}

Tone toneOf(ReaderState state) {
  switch (state) {
    case ReaderState::Ready: return Tone::Good;
    case ReaderState::Busy: return Tone::Warning;
    case ReaderState::Gone:
    case ReaderState::Error: return Tone::Bad;
  }
  return Tone::Quiet;
}

NoteVm trouble(const QString& title, const QString& detail) { return {title, detail, Tone::Bad}; }

}  // namespace

QString DeviceText::kind(ReaderKind kind) {
  switch (kind) {
    case ReaderKind::Pcsc: return tr("Smart card reader (PC/SC)");
    case ReaderKind::Nfc: return tr("NFC reader on a serial line");
    case ReaderKind::Serial: return tr("Serial stripe reader or scanner");
    case ReaderKind::Wedge: return tr("Keyboard scanner of its own");
    case ReaderKind::Sim: return tr("Simulated reader");
  }
  return {};
}

QString DeviceText::name(const ports::DeviceView& view) {
  const QString spec = text(view.spec);
  const QString rest = spec.section(QLatin1Char(':'), 1);
  switch (view.kind) {
    case ReaderKind::Pcsc: return rest.isEmpty() ? tr("Every smart card reader") : rest;
    case ReaderKind::Nfc: return rest.section(QLatin1Char(':'), 1);
    case ReaderKind::Serial:
    case ReaderKind::Wedge: return rest;
    case ReaderKind::Sim: return rest.isEmpty() ? tr("Demo reader") : rest;  // a script, or the demo panel's
  }
  return spec;
}

QString DeviceText::state(ReaderState state) {
  switch (state) {
    case ReaderState::Ready: return tr("Ready");
    case ReaderState::Gone: return tr("Not connected");
    case ReaderState::Busy: return tr("Held by another program");
    case ReaderState::Error: return tr("Does not answer");
  }
  return {};
}

QString DeviceText::cardClass(ports::CardClass card_class) {
  switch (card_class) {
    case ports::CardClass::Magstripe: return tr("magnetic stripe");
    case ports::CardClass::Uid: return tr("card number only");
    case ports::CardClass::Ntag21x: return tr("NTAG21x");
    case ports::CardClass::UltralightEv1: return tr("Ultralight EV1");
    case ports::CardClass::Ntag424: return tr("NTAG 424 DNA");
    case ports::CardClass::Desfire: return tr("DESFire");
    case ports::CardClass::Code: return tr("member code");
  }
  return {};
}

QString DeviceText::trust(ports::Trust trust) {
  switch (trust) {
    case ports::Trust::Claim: return tr("can be copied");
    case ports::Trust::Genuine: return tr("genuine chip");
    case ports::Trust::Authenticated: return tr("proven");
  }
  return {};
}

QString DeviceText::seen(const DeviceEvent& event, Formatter formatter) {
  if (event.kind == DeviceEvent::Kind::Refused) {
    const till::Notice refused{
        till::NoticeKind::Error, till::NoticeCode::CardRefused, {std::string(ports::name(event.reason))}};
    return Messages::notice(refused, formatter).what();
  }
  return tr("%1, %2, number ends in %3").arg(cardClass(event.card_class), trust(event.trust), text(event.last));
}

void DeviceText::fillTest(DeviceVm& vm, const ports::DeviceView& view, Formatter formatter) {
  if (vm.testing) {
    vm.test = tr("Lay down one card or scan one code now. It will not go to the bill.");
    vm.test_tone = Tone::Warning;
  } else if (view.tested) {
    const bool refused = view.tested->kind == DeviceEvent::Kind::Refused;
    vm.test = refused ? tr("The reader works. %1").arg(seen(*view.tested, formatter))
                      : tr("The reader works. Seen: %1").arg(seen(*view.tested, formatter));
    vm.test_tone = Tone::Good;
  }
}

DeviceVm DeviceText::device(const ports::DeviceView& view, int zone_min, Formatter formatter) {
  DeviceVm vm;
  vm.name = name(view);
  vm.kind = kind(view.kind);
  vm.claimed = view.life != DeviceLife::Released;
  vm.testing = view.life == DeviceLife::Testing;
  vm.removable = view.removable;
  switch (view.life) {
    case DeviceLife::Released:
      vm.life = tr("Left to other programs");
      vm.posture = QStringLiteral("Open");
      break;
    case DeviceLife::Enabled:
      vm.life = tr("Used by this till");
      vm.posture = QStringLiteral("Open · Claimed · DeviceEnabled");
      break;
    case DeviceLife::Testing:
      vm.life = tr("Being tested");
      vm.posture = QStringLiteral("Open · Claimed · CheckHealth");
      break;
  }
  if (!vm.claimed) {
    vm.state = tr("Released");
  } else if (view.state) {
    vm.state = state(*view.state);
    vm.advice = Messages::advice(view.advice);
    vm.tone = toneOf(*view.state);
  } else {
    vm.state = tr("Starting");
  }
  if (view.last)
    vm.last = timeOf(view.last->at_utc_ms, zone_min, formatter) + QStringLiteral(" · ") + seen(*view.last, formatter);
  fillTest(vm, view, formatter);
  return vm;
}

NoteVm DeviceText::ofService(FindingCode code) {
  if (code == FindingCode::ServiceNotInstalled)
    return trouble(tr("The smart card service is not installed."), tr("Support: install the package pcscd."));
  if (code == FindingCode::ServiceNotRunning)
    return trouble(tr("The smart card service does not run."), tr("Support: start pcscd, or restart this machine."));
  if (code == FindingCode::ServiceRefused)
    return trouble(tr("This user may not use the smart card service."),
                   tr("Support: allow it in the rules of polkit, or run the till in the desktop session."));
  return trouble(tr("The smart card service does not answer."),
                 tr("Unplug the card reader, wait a moment, plug it in again. Otherwise restart this machine."));
}

NoteVm DeviceText::finding(const ports::Finding& finding) {
  const QString what = text(finding.what);
  switch (finding.code) {
    case FindingCode::Well:
      return {what.isEmpty() ? tr("Works: %1").arg(text(finding.device)) : tr("Works: %1").arg(what), {}, Tone::Good};
    case FindingCode::ServiceNotInstalled:
    case FindingCode::ServiceNotRunning:
    case FindingCode::ServiceRefused:
    case FindingCode::ServiceSilent: return ofService(finding.code);
    case FindingCode::NoReader:
      return trouble(what.isEmpty() ? tr("No smart card reader is connected.") : tr("No reader named %1.").arg(what),
                     tr("Plug it in. If it is, try another port or another cable."));
    case FindingCode::ReaderFault:
      return trouble(tr("%1 does not answer.").arg(what), tr("Unplug it, wait a moment and plug it in again."));
    case FindingCode::HeldByProgram:
      if (what.isEmpty())
        return trouble(tr("Another user's program holds %1.").arg(text(finding.device)),
                       tr("Close other programs that read cards, or restart this machine."));
      return trouble(tr("Held by %1.").arg(what), tr("Close this program, or let it use another reader."));
    case FindingCode::KernelModule:
      return trouble(tr("The system's own NFC driver takes readers away (%1).").arg(what),
                     tr("Support: list pn533_usb, pn533 and nfc in a file of /etc/modprobe.d, each after the word "
                        "blacklist, and restart this machine."));
    case FindingCode::DeviceMissing:
      return trouble(tr("There is no %1.").arg(what), tr("Plug it in, or remove it here and add it under its name."));
    case FindingCode::NoPermission:
      return trouble(tr("This user may not use %1.").arg(text(finding.device)),
                     tr("Support: put the user into the group %1, then sign in to the desktop again.").arg(what));
    case FindingCode::NotADevice:
      return trouble(tr("%1 is no device of this kind.").arg(what), tr("Remove it here and add the right one."));
    case FindingCode::HelperMissing:
      return trouble(tr("A part of Kahui is missing: %1").arg(what), tr("Support: install Kahui again."));
  }
  return {};
}

NoteVm DeviceText::health(const ports::HealthEntry& entry, int zone_min, Formatter formatter) {
  NoteVm note;
  const bool let_go = entry.state == ReaderState::Gone && entry.advice == ports::ReaderAdvice::None;
  note.title = tr("%1: %2").arg(text(entry.reader), let_go ? tr("Released") : state(entry.state));
  note.tone = let_go ? Tone::Quiet : toneOf(entry.state);
  const QString last = timeOf(entry.last_utc_ms, zone_min, formatter);
  note.detail = entry.count == 1 ? last
                                 : tr("%1, %n time(s) since %2", nullptr, static_cast<int>(entry.count))
                                       .arg(last, timeOf(entry.first_utc_ms, zone_min, formatter));
  return note;
}

NoticeVm DeviceText::answer(ports::DeskAnswer answer, const QString& done) {
  const auto refused = [](const QString& what, const QString& next) {
    return NoticeVm{till::NoticeKind::Error, what, next};
  };
  switch (answer) {
    case ports::DeskAnswer::Done: return {till::NoticeKind::Good, done, {}};
    case ports::DeskAnswer::BadSpec:
      return refused(tr("This is no device that the till can use."), tr("Check kind, name and speed, then add it."));
    case ports::DeskAnswer::AlreadyThere:
      return refused(tr("This device is in the list already."), tr("Choose it on the left to test it."));
    case ports::DeskAnswer::TooMany:
      return refused(tr("The list is full."), tr("Remove a device that is not used, then add this one."));
    case ports::DeskAnswer::NotSaved:
      return refused(tr("Done, but it could not be saved for the next start."),
                     tr("Call support: the disk is full or the store's folder cannot be written."));
    case ports::DeskAnswer::UnknownDevice:
      return refused(tr("This device is not in the list any more."), tr("Choose another on the left."));
  }
  return {};
}

}  // namespace kahui::models
