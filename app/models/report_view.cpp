// What the screen shows of an answer.
#include <algorithm>

#include "app/models/report_model.hpp"
#include "app/models/task_text.hpp"

namespace kahui::models {

QString ReportModel::subtitle() const { return m_answer ? text(m_answer->document.subtitle) : QString(); }

QString ReportModel::tag() const {
  if (!m_answer || m_ask.tag < 0 || m_ask.tag >= std::ssize(m_answer->tags)) return {};
  return TaskText::say(m_answer->tags[static_cast<std::size_t>(m_ask.tag)].name, m_formatter);
}

QString ReportModel::tier() const {
  if (!m_answer || m_ask.tier < 0 || m_ask.tier >= std::ssize(m_answer->tier_names)) return {};
  return text(m_answer->tier_names[static_cast<std::size_t>(m_ask.tier)]);
}

std::vector<FigureVm> ReportModel::figures() const {
  std::vector<FigureVm> figures;
  if (!m_answer) return figures;
  for (const report::Figure& one : m_answer->document.figures) {
    QString value = text(report::cellText(one.value));
    if (one.value.empty) value = QStringLiteral("–");
    if (one.value.kind == report::Kind::Money && !one.value.empty)
      value = m_formatter.money(base::Money(one.value.number));
    figures.push_back({text(one.key), text(one.title), value, text(one.detail), one.trend, one.alert});
  }
  return figures;
}

std::vector<EntryVm> ReportModel::entries() const {
  std::vector<EntryVm> entries;
  if (!m_answer) return entries;
  if (m_ask.page == ReportPage::Lists) {
    for (std::size_t i = 0; i < report::kLists; ++i)
      entries.push_back({text(report::listTitle(m_ask.language, static_cast<report::ListKind>(i))),
                         static_cast<int>(m_answer->list_sizes.at(i))});
    return entries;
  }
  if (m_ask.page == ReportPage::Log) {
    std::size_t all = 0;
    for (const std::size_t size : m_answer->log_sizes) all += size;
    entries.push_back({tr("All"), static_cast<int>(all)});
    for (std::size_t i = 0; i < report::kActivityKinds; ++i)
      entries.push_back({text(report::activityTitle(m_ask.language, static_cast<report::ActivityKind>(i))),
                         static_cast<int>(m_answer->log_sizes.at(i))});
    return entries;
  }
  for (const report::Section& section : m_answer->document.sections)
    entries.push_back({text(section.title), static_cast<int>(section.rows.size())});
  return entries;
}

int ReportModel::entry() const {
  if (m_ask.page == ReportPage::Lists) return static_cast<int>(m_ask.list);
  if (m_ask.page == ReportPage::Log) return m_ask.kind ? static_cast<int>(*m_ask.kind) + 1 : 0;
  return m_entry;
}

const report::Section* ReportModel::section(int entry) const {
  if (!m_answer || m_answer->document.sections.empty()) return nullptr;
  const auto& sections = m_answer->document.sections;
  if (m_ask.page == ReportPage::Lists || m_ask.page == ReportPage::Log) return &sections.front();
  return &sections[static_cast<std::size_t>(std::clamp(entry, 0, static_cast<int>(sections.size()) - 1))];
}

QString ReportModel::note() const {
  const report::Section* shown = section(entry());
  return shown == nullptr ? QString() : text(shown->note);
}

ChartVm ReportModel::chart() const {
  const report::Section* shown = section(entry());
  return shown == nullptr ? ChartVm() : chartOf(*shown);
}

ChartVm ReportModel::chartOf(const char* section) const {
  if (!m_answer) return {};
  for (const report::Section& one : m_answer->document.sections)
    if (one.key == section) return chartOf(one);
  return {};
}

ChartVm ReportModel::chartOf(const report::Section& section) const {
  constexpr std::size_t kMostBars = 24;
  ChartVm chart;
  chart.title = text(section.title);
  if (section.bar < 0) return chart;
  const auto bar = static_cast<std::size_t>(section.bar);
  chart.upright = section.key == "hours";
  chart.name = chart.upright && m_answer->document.key == "day" ? tr("This day") : text(section.columns[bar].title);
  chart.money = section.columns[bar].kind == report::Kind::Money;
  if (section.beside >= 0) chart.beside_name = text(section.columns[static_cast<std::size_t>(section.beside)].title);
  std::size_t label = 0, code = section.columns.size();
  for (std::size_t c = 0; c < section.columns.size(); ++c) {
    if (section.columns[c].key == "name") label = c;
    if (section.columns[c].key == "code") code = c;
  }
  for (const auto& row : section.rows) {
    if (chart.bars.size() == kMostBars) break;
    BarVm one{text(report::cellText(row[label])),
              text(report::cellText(row[bar])),
              {},
              std::max<std::int64_t>(row[bar].number, 0),
              0,
              -1,
              false};
    if (section.beside >= 0) {
      const report::Cell& beside = row[static_cast<std::size_t>(section.beside)];
      one.beside = std::max<std::int64_t>(beside.number, 0);
      one.beside_text = text(report::cellText(beside));
    }
    if (code < row.size()) {
      const auto rank = std::find(m_answer->tiers.begin(), m_answer->tiers.end(), row[code].text);
      if (rank != m_answer->tiers.end()) one.rank = static_cast<int>(rank - m_answer->tiers.begin());
      chart.ranked = chart.ranked || one.rank >= 0;
    }
    one.now = chart.upright && m_answer->hour >= 0 && row.front().number == m_answer->hour;
    chart.bars.push_back(std::move(one));
  }
  return chart;
}

void ReportModel::setLeastBills(int bills) {
  m_ask.least_bills = bills;
  ask();
}

void ReportModel::showCampaign(const std::string& code) {
  m_ask.campaign = code;
  m_entry = 0;
  ask();
}

void ReportModel::nextCampaign() {
  if (!m_answer || m_answer->campaigns.empty()) return;
  const auto& all = m_answer->campaigns;
  auto at = std::find_if(all.begin(), all.end(), [this](const auto& one) { return one.code == m_answer->campaign; });
  if (at == all.end() || ++at == all.end()) at = all.begin();
  showCampaign(at->code);
}

std::vector<LatestVm> ReportModel::latest() const {
  std::vector<LatestVm> rows;
  if (!m_answer) return rows;
  for (const report::Section& section : m_answer->document.sections) {
    if (section.key != "latest") continue;
    const auto cell = [&](const std::vector<report::Cell>& row, std::string_view key) {
      for (std::size_t c = 0; c < section.columns.size(); ++c)
        if (section.columns[c].key == key) return text(row[c].text);
      return QString();
    };
    for (const auto& row : section.rows) rows.push_back({cell(row, "time"), cell(row, "what"), cell(row, "member")});
  }
  return rows;
}

std::string ReportModel::phoneState(int row) const {
  if (!m_answer || m_answer->ask.page != ReportPage::Lists || row < 0) return {};
  const report::Section& list = m_answer->document.sections.front();
  if (row >= std::ssize(list.rows)) return {};
  for (std::size_t c = 0; c < list.columns.size(); ++c)
    if (list.columns[c].key == "phone_code") return list.rows[static_cast<std::size_t>(row)][c].text;
  return {};
}

const journal::CampaignSet* ReportModel::campaign() const {
  if (!m_answer) return nullptr;
  for (const auto& one : m_answer->campaigns)
    if (one.code == m_answer->campaign) return &one;
  return nullptr;
}

std::string ReportModel::campaignAt(int row) const {
  const report::Section* shown = section(entry());
  const bool there = shown != nullptr && shown->key == "campaigns" && row >= 0 && row < std::ssize(shown->rows);
  return there ? shown->rows[static_cast<std::size_t>(row)].front().text : std::string();
}

QString ReportModel::alert() const {
  if (!m_answer) return {};
  if (!m_answer->warnings.empty()) return text(m_answer->warnings.front());
  for (const report::Figure& figure : m_answer->document.figures)
    if (figure.alert && !figure.detail.empty())
      return text(figure.title) + QStringLiteral(" ") + text(report::cellText(figure.value)) + QStringLiteral(" · ") +
             text(figure.detail);
  return {};
}

std::optional<NoticeVm> ReportModel::trouble() const {
  if (!m_error) return std::nullopt;
  const Message message = Messages::error(*m_error, m_formatter);
  return NoticeVm{till::NoticeKind::Error, message.what(), message.next()};
}

}  // namespace kahui::models
