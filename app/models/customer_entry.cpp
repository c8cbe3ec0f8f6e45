#include "app/models/customer_entry.hpp"

#include <algorithm>

#include "app/models/typed_birthday.hpp"
#include "core/member/phone.hpp"

namespace kahui::models {
namespace {

constexpr int kLook_ms = 1000;
constexpr int kPhoneDigits = 11;
constexpr int kBirthdayDigits = 8;
constexpr int kLeastPinDigits = 4;
// The commonest: a name begins with one of them, whatever else is spelt so.
constexpr QStringView kSurnames =
    u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    u"陆范汪廖石"
    u"金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文";

void wipeText(QString& text) {
  text.fill(QChar());
  text.clear();
}

}  // namespace

CustomerEntry::CustomerEntry(const base::Clock& clock, HanInput* han, QObject* parent)
    : QObject(parent), m_clock(clock), m_han(han) {
  m_timer.setInterval(kLook_ms);
  connect(&m_timer, &QTimer::timeout, this, &CustomerEntry::look);
}

void CustomerEntry::setAllowed(bool allowed) {
  if (std::exchange(m_allowed, allowed) == allowed) return;
  if (!allowed) finish(End::WindowGone);
  emit availabilityChanged();
}

void CustomerEntry::setShown(bool shown) {
  if (std::exchange(m_shown, shown) == shown) return;
  if (!shown) finish(End::WindowGone);
  emit availabilityChanged();
}

void CustomerEntry::begin(bool has_phone, const QString& terms) {
  if (!available()) return;
  finish(End::ByCashier);
  m_has_phone = has_phone;
  m_terms = terms;
  start(has_phone ? Step::Name : Step::Phone);
}

void CustomerEntry::beginPin(PinFor what) {
  if (!available()) return;
  finish(End::ByCashier);
  m_pin_for = what;
  start(Step::Pin);
}

void CustomerEntry::start(Step first) {
  m_writes_han = m_han != nullptr;
  m_touched = m_clock.steadyNow();
  m_timer.start();
  go(first);
}

void CustomerEntry::stop() { finish(End::ByCashier); }
void CustomerEntry::cancel() { finish(End::ByCustomer); }

void CustomerEntry::touch() {
  const bool asked = secondsLeft() > 0;
  m_touched = m_clock.steadyNow();
  if (asked) emit changed();
}

std::chrono::seconds CustomerEntry::idle() const {
  return std::chrono::duration_cast<std::chrono::seconds>(m_clock.steadyNow() - m_touched);
}

int CustomerEntry::secondsLeft() const {
  return running() && idle() >= kAsks ? std::max(1, static_cast<int>((kEnds - idle()).count())) : 0;
}

void CustomerEntry::look() {
  if (!running()) return;
  if (idle() >= kEnds) return finish(End::Idle);
  if (idle() >= kAsks) emit changed();
}

QString& CustomerEntry::line() {
  switch (m_step) {
    case Step::Phone:
      if (!m_typed.phone) m_typed.phone.emplace();
      return *m_typed.phone;
    case Step::Name:
      if (m_writes_han) return m_letters;
      if (!m_typed.name) m_typed.name.emplace();
      return *m_typed.name;
    case Step::Birthday:
      if (!m_typed.birthday) m_typed.birthday.emplace();
      return *m_typed.birthday;
    case Step::Off:
    case Step::Terms:
    case Step::Messages:
    case Step::Check:
    case Step::Pin: break;
  }
  return m_pin;
}

void CustomerEntry::type(QChar sign) {
  touch();
  int most = 0;
  bool fits = sign >= QLatin1Char('0') && sign <= QLatin1Char('9');
  switch (m_step) {
    case Step::Phone: most = kPhoneDigits; break;
    case Step::Birthday: most = kBirthdayDigits; break;
    case Step::Pin: most = kMostPinDigits; break;
    case Step::Name:
      most = m_writes_han ? kMostPinyin : kMostNameSigns;
      fits = m_writes_han ? sign >= QLatin1Char('a') && sign <= QLatin1Char('z') : sign.isPrint();
      break;
    case Step::Off:
    case Step::Terms:
    case Step::Messages:
    case Step::Check: return;
  }
  QString& text = line();
  if (!fits || text.size() >= most) return;
  text += sign;
  m_wrong = Wrong::None;
  if (m_step == Step::Phone && text.size() == kPhoneDigits && !member::normalizePhone(text.toStdString()))
    m_wrong = Wrong::Phone;
  if (m_step == Step::Birthday && text.size() == kBirthdayDigits && !readBirthday(text, false))
    m_wrong = Wrong::Birthday;
  search();
  emit changed();
}

void CustomerEntry::erase() {
  touch();
  if (m_step == Step::Name && m_typed.name && m_letters.isEmpty()) {
    QString& name = *m_typed.name;
    const bool pair = name.size() > 1 && name.at(name.size() - 1).isLowSurrogate();
    name.chop(pair ? 2 : 1);
  } else {
    line().chop(1);
  }
  m_wrong = Wrong::None;
  search();
  emit changed();
}

void CustomerEntry::search() {
  m_candidates.clear();
  if (m_han == nullptr || m_letters.isEmpty()) return;
  m_candidates = m_han->candidates(m_letters);
  if (m_typed.name && !m_typed.name->isEmpty()) return;
  std::stable_partition(m_candidates.begin(), m_candidates.end(), [](const HanCandidate& one) {
    return one.text.size() == 1 && kSurnames.contains(one.text.front());
  });
}

void CustomerEntry::choose(int place) {
  touch();
  if (m_step != Step::Name || place < 0 || std::cmp_greater_equal(place, m_candidates.size())) return;
  const HanCandidate chosen = m_candidates[static_cast<std::size_t>(place)];
  if (!m_typed.name) m_typed.name.emplace();
  if (m_typed.name->size() + chosen.text.size() > kMostNameSigns) return;
  *m_typed.name += chosen.text;
  m_letters.remove(0, chosen.letters);
  m_wrong = Wrong::None;
  search();
  emit changed();
}

void CustomerEntry::setHan(bool han) {
  touch();
  m_writes_han = han && m_han != nullptr;
  m_letters.clear();
  search();
  emit changed();
}

void CustomerEntry::answer(bool yes) {
  touch();
  if (m_step == Step::Terms) {
    m_typed.agreed = yes;
    emit changed();
    return yes ? go(Step::Messages) : finish(End::NotAgreed);
  }
  if (m_step != Step::Messages) return;
  m_typed.marketing = yes;
  go(Step::Check);
}

void CustomerEntry::go(Step step) {
  m_step = step;
  m_wrong = Wrong::None;
  m_letters.clear();
  search();
  emit changed();
}

void CustomerEntry::next() {
  touch();
  const auto refuse = [this](Wrong wrong) {
    m_wrong = wrong;
    emit changed();
  };
  switch (m_step) {
    case Step::Phone: {
      const QString phone = m_typed.phone.value_or(QString());
      if (phone.isEmpty() && m_has_phone) return go(Step::Name);
      return member::normalizePhone(phone.toStdString()) ? go(Step::Name) : refuse(Wrong::Phone);
    }
    case Step::Name: return m_letters.isEmpty() ? go(Step::Birthday) : refuse(Wrong::Letters);
    case Step::Birthday: {
      const QString day = m_typed.birthday.value_or(QString());
      const bool whole = day.isEmpty() || (day.size() == kBirthdayDigits && readBirthday(day, false));
      return whole ? go(Step::Terms) : refuse(Wrong::Birthday);
    }
    case Step::Check: return finish(End::Done);
    case Step::Pin: return m_pin.size() >= kLeastPinDigits ? nextPin() : refuse(Wrong::Pin);
    case Step::Off:
    case Step::Terms:
    case Step::Messages: break;
  }
}

// Nobody sees a new PIN, so it is typed twice; two that differ begin again.
void CustomerEntry::nextPin() {
  if (m_pin_for != PinFor::New || (repeats() && m_pin == m_first_pin)) return finish(End::Done);
  const bool differs = repeats();
  wipeText(m_first_pin);
  if (!differs) m_first_pin = m_pin;
  m_pin.clear();
  m_wrong = differs ? Wrong::PinDiffers : Wrong::None;
  emit changed();
}

void CustomerEntry::back() {
  touch();
  switch (m_step) {
    case Step::Name: return go(Step::Phone);
    case Step::Birthday: return go(Step::Name);
    case Step::Terms: return go(Step::Birthday);
    case Step::Messages: return go(Step::Terms);
    case Step::Check: return go(Step::Messages);
    case Step::Off:
    case Step::Phone:
    case Step::Pin: break;
  }
}

// Whoever shows it takes the last of it over before it is gone.
void CustomerEntry::finish(End why) {
  if (!running()) return;
  m_timer.stop();
  if (why == End::Done) emit changed();
  m_step = Step::Off;
  wipe();
  emit changed();
  emit ended(why);
}

void CustomerEntry::wipe() {
  for (QString* text : {&m_pin, &m_first_pin, &m_letters, &m_terms}) wipeText(*text);
  for (auto* text : {&m_typed.phone, &m_typed.name, &m_typed.birthday})
    if (*text) wipeText(**text);
  m_typed = {};
  m_candidates.clear();
  m_wrong = Wrong::None;
  m_has_phone = false;
}

}  // namespace kahui::models
