#include "app/ctl/doctor_lines.hpp"

#include "core/base/clock.hpp"
#include "core/base/json_writer.hpp"

namespace kahui::ctl {
namespace {

using ports::FindingCode;

struct Advice {
  std::string meaning;
  std::string todo;  // empty: nothing is to be done
};

std::string utc(std::int64_t utc_ms) { return base::WallTime{utc_ms, 0}.local().iso() + "Z"; }

std::string named(const std::string& what, const char* otherwise) { return what.empty() ? otherwise : what; }

Advice ofService(FindingCode code) {
  if (code == FindingCode::ServiceNotInstalled)
    return {"the smart card service pcscd is not installed", "install it with: apt-get install pcscd"};
  if (code == FindingCode::ServiceNotRunning)
    return {"the smart card service pcscd does not run", "start it with: systemctl start pcscd.socket"};
  if (code == FindingCode::ServiceRefused)
    return {"this user may not use the smart card service",
            "allow it in the rules of polkit, or run the till as the user of the desktop session"};
  return {"the smart card service pcscd does not answer; a reader's driver hangs in it",
          "pull the reader out, then restart it with: systemctl restart pcscd"};
}

Advice wordsOf(const ports::Finding& finding) {
  const std::string& what = finding.what;
  switch (finding.code) {
    case FindingCode::Well: return {what.empty() ? "it works" : what + " works", {}};
    case FindingCode::ServiceNotInstalled:
    case FindingCode::ServiceNotRunning:
    case FindingCode::ServiceRefused:
    case FindingCode::ServiceSilent: return ofService(finding.code);
    case FindingCode::NoReader:
      return {"the smart card service has no " + (what.empty() ? "reader" : "reader whose name begins with " + what),
              "plug the reader in; if it is, try another port or cable, and see that its driver is installed (apt-get "
              "install libccid)"};
    case FindingCode::ReaderFault: return {what + " does not answer", "pull it out and plug it in again"};
    case FindingCode::HeldByProgram:
      return {"it is held by " + named(what, "another program, of a user whose programs only root can see"),
              what.empty() ? "run this again as root to see which one, and close that program"
                           : "close that program, or tell it to use another reader"};
    case FindingCode::KernelModule:
      return {"the kernel's own NFC driver is loaded and takes readers away (" + what + ")",
              "write the lines 'blacklist pn533_usb', 'blacklist pn533' and 'blacklist nfc' into "
              "/etc/modprobe.d/kahui-readers.conf, then run: modprobe -r pn533_usb pn533 nfc, and plug the reader in "
              "again"};
    case FindingCode::DeviceMissing:
      return {"there is no " + what, "plug the reader in, or correct the device's name in the settings"};
    case FindingCode::NoPermission:
      return {"this user may not use it; the group " + named(what, "of the device") + " may",
              "run: usermod -aG " + named(what, "GROUP") + " USER, and sign in to the desktop again"};
    case FindingCode::NotADevice:
      return {what + " is no device of this kind", "correct the device's name in the settings"};
    case FindingCode::HelperMissing:
      return {"the program " + what + " is missing", "install Kahui again; it comes with it"};
  }
  return {};
}

}  // namespace

std::string findingAsJson(const ports::Finding& finding) {
  const Advice words = wordsOf(finding);
  std::string line;
  base::JsonWriter out(line);
  out.beginObject();
  out.field("event", "finding");
  out.field("device", finding.device);
  out.field("code", name(finding.code));
  out.fieldIfAny("what", finding.what);
  out.field("meaning", words.meaning);
  out.fieldIfAny("todo", words.todo);
  out.endObject();
  return line;
}

std::string findingAsText(const ports::Finding& finding) {
  const Advice words = wordsOf(finding);
  return finding.device + ": " + words.meaning + (words.todo.empty() ? "" : "; " + words.todo);
}

std::string healthAsJson(const ports::HealthEntry& entry) {
  std::string line;
  base::JsonWriter out(line);
  out.beginObject();
  out.field("event", "health");
  out.field("reader", entry.reader);
  out.field("state", name(entry.state));
  if (entry.advice != ports::ReaderAdvice::None) out.field("advice", name(entry.advice));
  out.field("first_utc", utc(entry.first_utc_ms));
  out.field("last_utc", utc(entry.last_utc_ms));
  out.field("count", entry.count);
  out.endObject();
  return line;
}

std::string healthAsText(const ports::HealthEntry& entry) {
  std::string line = utc(entry.last_utc_ms) + "  " + entry.reader + ": " + std::string(name(entry.state));
  if (entry.count > 1) line += ", " + std::to_string(entry.count) + " times since " + utc(entry.first_utc_ms);
  return line;
}

}  // namespace kahui::ctl
