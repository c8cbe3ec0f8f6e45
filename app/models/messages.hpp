// Words for people: every error and notice says what happened and, unless it is good news, what to do next.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <span>

#include "app/models/formatter.hpp"
#include "core/base/result.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

// A message that asks for something cannot be made without saying what to do next.
class Message {
 public:
  static Message news(QString what) { return Message(std::move(what), {}); }
  static Message trouble(QString what, QString next) {
    KAHUI_ASSERT(!what.isEmpty() && !next.isEmpty());
    return Message(std::move(what), std::move(next));
  }
  [[nodiscard]] const QString& what() const { return m_what; }
  [[nodiscard]] const QString& next() const { return m_next; }

 private:
  Message(QString what, QString next) : m_what(std::move(what)), m_next(std::move(next)) {}

  QString m_what;
  QString m_next;
};

struct NoticeVm {
  till::NoticeKind kind = till::NoticeKind::Info;
  QString what;
  QString next;
  bool can_undo = false;
};

struct Refusal;

class Messages {
  Q_DECLARE_TR_FUNCTIONS(Messages)

 public:
  static Message error(const base::Error& error, Formatter formatter);
  static Message notice(const till::Notice& notice, Formatter formatter);
  static NoticeVm vm(const till::Notice& notice, Formatter formatter);
  static QString advice(ports::ReaderAdvice advice);  // empty for None

  // Raised by the screens themselves.
  static NoticeVm scanRefused();  // an item was scanned while money is counted
  static NoticeVm amountUnreadable();
  static NoticeVm quantityUnreadable();
  static NoticeVm nothingSelected();
  static NoticeVm noPoints();
  static NoticeVm tooManyPoints(base::Points most, Formatter formatter);
  static NoticeVm needsSignature();  // of who may give such a discount
  static NoticeVm pointsUnreadable();
  static NoticeVm fieldUnreadable();  // of a form
  static NoticeVm discountUnreadable();
  static NoticeVm returnNeedsEmptyBill();
  static NoticeVm trainingNeedsEmptyBill();
  static NoticeVm notASaleReceipt();
  static NoticeVm nothingToReturn();
  static NoticeVm managersOnly();                     // a place that only a manager may enter
  static NoticeVm pressAgain(const QString& amount);  // a refund waits for its second Enter

 private:
  static Message quantityChanged(const QString& product, const QString& quantity, Formatter formatter);
  static Message cardIgnored();
  static Message benefit(const till::Notice& notice, Formatter formatter);   // points, coupons, discounts, offers
  static Message tendered(const till::Notice& notice, Formatter formatter);  // messages_tender.cpp
  // The member desk (member_messages.cpp).
  static std::optional<Message> refusalWords(std::span<const Refusal> refusals, const std::string& reason);
  static std::optional<Message> deskRefusal(const std::string& reason, Formatter formatter);
  static Message deskDone(const QString& act, const QString& points, Formatter formatter);
  static Message memberJoined(const QString& who, const QString& points, const QString& coupons, Formatter formatter);
  // The manager's work (task_messages.cpp).
  static std::optional<Message> taskRefusal(const std::string& reason);
  static Message tasksDone(const till::Notice& notice);
  // The club (club_messages.cpp).
  static std::optional<Message> clubRefusal(const std::string& reason);
  static Message clubDone(const till::Notice& notice);
  static Message cardDone(const QString& status, const QString& reward, Formatter formatter);
  // Beside goods (extras_messages.cpp).
  static std::optional<Message> extrasRefusal(const std::string& reason);
  static Message worded(const till::Notice& notice, const QString& first, Formatter formatter);
  static Message extras(const till::Notice& notice, Formatter formatter);
  static bool isGiftReason(const std::string& reason);  // why goods for points left the bill
  static Message giftsDropped();
  static Message couponOfTiers(const std::string& names, Formatter formatter);
  // The staff page (messages_staff.cpp).
  static std::optional<Message> staffRefusal(const std::string& reason);
  static Message staffDone(const QString& what, const QString& who);
  static Message purseRefused(const std::string& reason);
  static Message cardLoad(const till::Notice& notice, Formatter formatter);  // messages_card_load.cpp
  static Message memberAttached(const till::Notice& notice, Formatter formatter);
  static Message cardSuspect(const QString& why);
  static Message cardNotWritten(const QString& why, const QString& what);
  static Message refused(const QString& reason);
  static Message readerLost(const QString& reader, const QString& advice_name);
};

}  // namespace kahui::models
