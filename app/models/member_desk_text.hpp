// The member desk in words: the rows of its lists, the head of a member's page, the paper of an act.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "app/models/device_text.hpp"
#include "core/till/member_desk_view.hpp"

namespace kahui::models {

// What a form of the desk is for.
enum class DeskTask {
  Join,
  Correct,
  Messages,
  Pin,
  Reveal,
  Freeze,
  Unfreeze,
  Void,
  CashOut,
  Transfer,
  Exchange,
  CancelExchange,
  Quarter,
  Claim,
  Erase,
  CardGive,
  CardReplace,
  CardLost,
  CardFound,
  CardWrite,
  CardRewrite,
  CardLoad,
  Terms,
  Grant,
  Rise,
  Approve,
  Refuse,
  Group,
  HandTier,
};

class MemberDeskText {
  Q_DECLARE_TR_FUNCTIONS(MemberDeskText)

 public:
  static bool isForm(const QString& number);  // of a paper form (S003-99)
  static QString task(DeskTask task);         // on its button
  static QString what(DeskTask task);         // what it does, above the fields
  static QString confirm(DeskTask task);      // on the button that does it
  static QString reason(const QString& code);
  static QString via(const QString& code);

  static QString status(member::MemberStatus status);
  static QString cardStatus(member::CardStatus status);
  static QString who(const till::MemberHit& hit);  // 王** 138****5678
  static QString detail(const till::MemberHit& hit,
                        Formatter formatter);  // number · tier, and its state where it is not active
  static QString sums(const till::MemberPageView& page, Formatter formatter);
  static QString groups(const till::MemberPageView& page, Formatter formatter);  // whose days are on, a line each
  static QString facts(const till::MemberPageView& page, Formatter formatter);

  static QString writing(const till::CardWritingView& writing);
  static QString load(const till::CardLoadView& load, base::Points available, Formatter formatter);

  static std::vector<NoteVm> points(const till::MemberPageView& page, Formatter formatter);
  static std::vector<NoteVm> purchases(const till::MemberPageView& page, Formatter formatter);
  static std::vector<NoteVm> coupons(const till::MemberPageView& page, Formatter formatter);
  static std::vector<NoteVm> cards(const till::MemberPageView& page);
  static std::vector<NoteVm> changes(const till::MemberPageView& page, Formatter formatter);
  static std::vector<NoteVm> catalogue(const till::MemberPageView& page, Formatter formatter);
  static std::vector<NoteVm> voucher(const till::MemberVoucher& voucher, Formatter formatter);
  // The same for the receipt printer, with a line to sign on.
  static std::vector<std::string> voucherSlip(const till::MemberVoucher& voucher, Formatter formatter, int columns);

 private:
  static QString groupName(const till::MemberGroupView& group, Formatter formatter);
  static QString group(const till::MemberGroupView& group, Formatter formatter);
  static QString giftDetail(const till::CatalogueView& one, Formatter formatter);
  static QString moment(base::LocalTime at, Formatter formatter);
  static QString move(const std::string& type, const std::string& why, bool credit);
  static QString change(const till::ChangeView& change);
  static QString field(const std::string& field);
  static QString value(const std::string& field, const std::string& value);
};

}  // namespace kahui::models
