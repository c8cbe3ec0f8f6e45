// Blank application forms of a recruiting desk (S003-99), and their numbers when they come back.
#include "core/till/engine.hpp"
#include "core/till/member_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

void Till::Engine::handle(const PrintForms& command) {
  if (!readyForBasket()) return;
  const auto signers = signersOf({});
  if (!signers) return failed(signers.error());
  auto forms = memberDesk().printForms(command.count, *signers);
  if (!forms) return failed(forms.error());
  m_notice.reset();
  m_form_print = FormPrint{*std::move(forms), ++m_print_serial};  // the printer's own word follows
}

// The desk's page is on top, and its form of joining takes the number.
bool Till::Engine::takeForm(const std::string& scanned) {
  if (!m_member_desk || !m_member_desk->open || !report::isFormNumber(scanned)) return false;
  MemberDeskView& view = deskView();
  view.hits.clear();
  view.page.reset();
  view.revealed.reset();
  view.voucher.reset();
  view.form = scanned;
  view.form_serial = ++m_print_serial;
  m_notice.reset();
  return true;
}

}  // namespace kahui::till
