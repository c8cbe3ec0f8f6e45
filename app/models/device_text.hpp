// Readers and scanners in words: what they are, how they are, what was seen, what is wrong and what to do.
#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/models/formatter.hpp"
#include "app/models/messages.hpp"
#include "core/ports/device_desk.hpp"

namespace kahui::models {

// How good the news is; widgets give it a colour and an icon.
enum class Tone { Good, Warning, Bad, Quiet };

struct DeviceVm {
  QString name;     // what the settings name, without the kind
  QString kind;     // "Smart card reader (PC/SC)"
  QString state;    // "Ready"
  QString advice;   // empty: nothing is to be done
  QString life;     // what this till does with it
  QString posture;  // the same in the terms of UnifiedPOS
  QString last;     // the last card or scan
  QString test;     // what the test waits for or saw; empty: none was made
  Tone tone = Tone::Quiet;
  Tone test_tone = Tone::Quiet;
  bool claimed = false;
  bool testing = false;
  bool removable = true;
};

struct NoteVm {
  QString title;
  QString detail;
  Tone tone = Tone::Quiet;
};

class DeviceText {
  Q_DECLARE_TR_FUNCTIONS(DeviceText)

 public:
  // `zone_min`: minutes east of UTC, for the times shown.
  static DeviceVm device(const ports::DeviceView& view, int zone_min, Formatter formatter);
  static NoteVm finding(const ports::Finding& finding);
  static NoteVm health(const ports::HealthEntry& entry, int zone_min, Formatter formatter);
  static NoticeVm answer(ports::DeskAnswer answer, const QString& done);

 private:
  static QString kind(ports::ReaderKind kind);
  static QString name(const ports::DeviceView& view);
  static QString state(ports::ReaderState state);
  static QString seen(const ports::DeviceEvent& event, Formatter formatter);
  static QString cardClass(ports::CardClass card_class);
  static QString trust(ports::Trust trust);
  static NoteVm ofService(ports::FindingCode code);
  static void fillTest(DeviceVm& vm, const ports::DeviceView& view, Formatter formatter);
};

}  // namespace kahui::models
