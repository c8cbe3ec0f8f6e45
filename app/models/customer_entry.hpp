// What the customer types on the second display (S001-89): step by step for joining, or a PIN. The till's form takes it
// over as it is typed, the cashier saves. Nothing of it is kept once it is over. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

#include "app/models/han_input.hpp"
#include "core/base/clock.hpp"

namespace kahui::models {

inline constexpr int kMostNameSigns = 60;  // UTF-16 units, as the till's form takes
inline constexpr int kMostPinDigits = 12;

class CustomerEntry : public QObject {
  Q_OBJECT

 public:
  enum class Step { Off, Phone, Name, Birthday, Terms, Messages, Check, Pin };
  enum class End { Done, ByCustomer, ByCashier, NotAgreed, Idle, WindowGone };
  enum class Wrong { None, Phone, Letters, Birthday, Pin, PinDiffers };
  enum class PinFor { Confirm, Old, New };

  // What the customer touched; the rest stays as it stands in the till's form.
  struct Typed {
    std::optional<QString> phone, name, birthday;  // digits; YYYYMMDD
    std::optional<bool> agreed, marketing;
  };

  static constexpr std::chrono::seconds kAsks{40};  // without a touch: "still there?"
  static constexpr std::chrono::seconds kEnds{60};  // and closed

  // `han` may be null: names in Latin letters alone. Both outlive it.
  CustomerEntry(const base::Clock& clock, HanInput* han, QObject* parent = nullptr);

  void setAllowed(bool allowed);  // the setting of the till
  void setShown(bool shown);      // the customer's window
  [[nodiscard]] bool available() const { return m_allowed && m_shown; }
  [[nodiscard]] bool hasHan() const { return m_han != nullptr; }

  // The cashier. Nothing happens unless available().
  void begin(bool has_phone, const QString& terms);  // has_phone: the till's form has it, it need not be typed again
  void beginPin(PinFor what);
  void stop();

  // The customer.
  void touch();  // somebody is there
  void type(QChar sign);
  void erase();
  void choose(int place);  // of the candidates
  void setHan(bool han);   // pinyin, else letters as they are
  void answer(bool yes);
  void next();
  void back();
  void cancel();

  void look();  // at the clock; a timer does it while somebody types

  [[nodiscard]] Step step() const { return m_step; }
  [[nodiscard]] bool running() const { return m_step != Step::Off; }
  [[nodiscard]] Wrong wrong() const { return m_wrong; }
  [[nodiscard]] PinFor pinFor() const { return m_pin_for; }
  [[nodiscard]] const QString& terms() const { return m_terms; }  // version
  [[nodiscard]] const Typed& typed() const { return m_typed; }
  [[nodiscard]] const QString& pin() const { return m_pin; }             // for the till's masked field alone
  [[nodiscard]] bool repeats() const { return !m_first_pin.isEmpty(); }  // a new PIN is typed twice
  [[nodiscard]] const QString& letters() const { return m_letters; }     // of pinyin, not chosen yet
  [[nodiscard]] const std::vector<HanCandidate>& candidates() const { return m_candidates; }
  [[nodiscard]] bool isHan() const { return m_writes_han; }
  [[nodiscard]] int secondsLeft() const;  // once it asks; else 0

 signals:
  void availabilityChanged();
  void changed();
  void ended(models::CustomerEntry::End why);

 private:
  void start(Step first);
  void go(Step step);
  void finish(End why);
  void nextPin();
  void search();
  void wipe();
  QString& line();  // what the present step types into
  [[nodiscard]] std::chrono::seconds idle() const;

  const base::Clock& m_clock;
  HanInput* m_han;
  QTimer m_timer;
  bool m_allowed = false;
  bool m_shown = false;
  bool m_has_phone = false;
  bool m_writes_han = false;
  Step m_step = Step::Off;
  Wrong m_wrong = Wrong::None;
  PinFor m_pin_for = PinFor::Confirm;
  QString m_terms, m_pin, m_first_pin, m_letters;
  Typed m_typed;
  std::vector<HanCandidate> m_candidates;
  std::chrono::steady_clock::time_point m_touched;
};

}  // namespace kahui::models
