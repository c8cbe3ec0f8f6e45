#include "app/models/staff_text.hpp"

#include "app/models/presenters.hpp"

namespace kahui::models {

QString StaffText::role(ports::StaffRole role) {
  switch (role) {
    case ports::StaffRole::Cashier: return tr("Cashier");
    case ports::StaffRole::Leader: return tr("Shift leader");
    case ports::StaffRole::Manager: return tr("Store manager");
  }
  return {};
}

QString StaffText::right(till::Right right) {
  using till::Right;
  switch (right) {
    case Right::ReturnGoods: return tr("Return by receipt");
    case Right::ReturnWithoutReceipt: return tr("Return without a receipt");
    case Right::ReopenBill: return tr("Open a paid bill again");
    case Right::OverridePrice: return tr("Price by hand");
    case Right::OpenDrawer: return tr("Open the drawer");
    case Right::MoveCash: return tr("Cash in, out, drop");
    case Right::ReadShift: return tr("X report");
    case Right::CloseShift: return tr("Close the shift");
    case Right::JoinMember: return tr("Join a member");
    case Right::CorrectMember: return tr("Correct members and cards");
    case Right::RevealMember: return tr("See names and numbers");
    case Right::AdjustPoints: return tr("Freeze, void, transfer points");
    case Right::CashOutPoints: return tr("Pay points out");
    case Right::TopUp: return tr("Top up stored value");
    case Right::CloseCard: return tr("Close stored value");
    case Right::EraseMember: return tr("Delete a member's data");
    case Right::ReadReports: return tr("Manager's view");
    case Right::ManageWork: return tr("Tasks and coupon batches");
    case Right::JudgeMember: return tr("Approve new members");
    case Right::ManageStaff: return tr("Manage staff");
    case Right::ManageSettings: return tr("Change settings");
  }
  return {};
}

QString StaffText::detail(const till::StaffRow& row) {
  QStringList parts{role(row.role)};
  for (const std::string& name : row.granted)
    if (const auto right = till::rightByName(name)) parts << QStringLiteral("+") + StaffText::right(*right);
  for (const std::string& name : row.denied)
    if (const auto right = till::rightByName(name)) parts << QStringLiteral("−") + StaffText::right(*right);
  if (row.has_badge) parts << tr("badge");
  if (!row.has_pin) parts << tr("no PIN");
  if (row.locked) parts << tr("locked for a while");
  return parts.join(QStringLiteral(" · "));
}

}  // namespace kahui::models
