#include "core/journal/event.hpp"

namespace kahui::journal {

std::string_view typeName(const Payload& payload) {
  struct Name {
    std::string_view operator()(const SaleCompleted&) const { return "sale.completed"; }
    std::string_view operator()(const MemberRegistered&) const { return "member.registered"; }
    std::string_view operator()(const CardStatusChanged&) const { return "card.blocked"; }
    std::string_view operator()(const ShiftOpened&) const { return "shift.opened"; }
    std::string_view operator()(const ShiftClosed&) const { return "shift.closed"; }
    std::string_view operator()(const TillIncarnated&) const { return "till.incarnated"; }
    std::string_view operator()(const LogNote&) const { return "log.note"; }
  };
  return std::visit(Name{}, payload);
}

}  // namespace kahui::journal
