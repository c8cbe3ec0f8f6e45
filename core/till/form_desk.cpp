// Numbers of blank application forms (S003-99): a row of the till's own, kept before the paper is printed.
#include <fmt/format.h>

#include <charconv>

#include "core/journal/draft.hpp"
#include "core/till/member_desk.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {

constexpr std::string_view kFormSetting = "application_form";  // the last number that was given

}  // namespace

// A till whose store came back from a copy begins an incarnation, which stands in the number: none comes twice.
base::Result<std::vector<report::JoinForm>> MemberDesk::printForms(int count, const Signers& signers) {
  if (!signers.may(Right::JoinMember)) return base::fail(ErrorCode::NoRight, "join_member");
  if (count < 1 || count > kMostForms) return base::fail(ErrorCode::OutOfRange, "count");
  const auto kept = m_store.setting(kFormSetting);
  if (!kept) return tl::unexpected(kept.error());
  std::int64_t last = 0;
  const auto [end, wrong] = std::from_chars(kept->data(), kept->data() + kept->size(), last);
  if (!kept->empty() && (wrong != std::errc{} || end != kept->data() + kept->size() || last < 0))
    return base::fail(ErrorCode::StoreCorrupt, "setting of application forms");
  const ports::StoreInfo info = m_store.info();
  const auto& desk = m_sales.rules().desk;
  std::vector<report::JoinForm> forms;
  for (int i = 0; i < count; ++i) {
    report::JoinForm form;
    form.store_name = info.store_name;
    form.number = report::formNumber(info.store_no, info.position, info.incarnation, ++last);
    form.at = m_at.local();
    form.consent = desk.consent;
    form.terms_zh = desk.terms_zh;
    form.terms_en = desk.terms_en;
    form.demo = info.demo;
    form.training = info.training;
    if (info.training) form.number.front() = 'T';  // no form's number: nothing that is practised comes back as one
    forms.push_back(std::move(form));
  }
  const auto note = journal::makeDraft(
      m_at, m_sales.businessDate(), m_sales.rules().version, m_random,
      journal::LogNote{signers.by.code,
                       fmt::format("application forms: {} to {}", forms.front().number, forms.back().number)});
  KAHUI_TRY(m_store.putSetting(kFormSetting, std::to_string(last), note));
  return forms;
}

}  // namespace kahui::till
