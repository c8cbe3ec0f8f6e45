// A report as a document: figures and tables with keys for machines and words for people, in Chinese or English. The
// screen, the paper, PDF, XLSX, CSV and JSON all show this one; none of them reckons. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/report/desk.hpp"

namespace kahui::report {

enum class Language { Chinese, English };

enum class Kind {
  Text,
  Count,
  Money,  // fen
  Points,
  Rate,      // basis points, shown as a percentage
  Change,    // basis points, with its sign
  Quantity,  // thousandths
  Hundredths,
  Date,  // days since 1970-01-01
};

struct Cell {
  Kind kind = Kind::Text;
  std::int64_t number = 0;
  std::string text;  // Kind::Text alone
  bool empty = false;

  static Cell of(std::string text) { return {Kind::Text, 0, std::move(text), false}; }
  static Cell of(Kind kind, std::int64_t number) { return {kind, number, {}, false}; }
  static Cell of(base::Money money) { return of(Kind::Money, money.value()); }
  static Cell of(base::Points points) { return of(Kind::Points, points.value()); }
  static Cell of(base::Quantity quantity) { return of(Kind::Quantity, quantity.value()); }
  static Cell of(base::BusinessDate date) { return of(Kind::Date, date.days()); }
  static Cell count(std::int64_t n) { return of(Kind::Count, n); }
  static Cell none(Kind kind = Kind::Text) { return {kind, 0, {}, true}; }
};

// As people read it: 1,234.50 · 61.25% · +12.4% · 1.337 · 2026-03-05.
std::string cellText(const Cell& cell);

struct Figure {
  std::string key, title;
  Cell value;
  std::string detail;  // what it is compared with; may be empty
  int trend = 0;       // of the detail: 1 up, -1 down
  bool alert = false;
};

struct Column {
  std::string key, title;
  Kind kind = Kind::Text;
  bool machine = false;  // for JSON and CSV; people are not shown it
};

struct Section {
  std::string key, title;
  std::string note;  // how it is reckoned, where that is not plain
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  int bar = -1;                         // column that a chart draws, -1: none
  int beside = -1;                      // column drawn in grey beside it
  std::vector<std::int64_t> members;    // a member number for each row, where a row is a member's; else empty
  std::vector<std::string> receipts{};  // likewise, the receipt that a row speaks of
};

struct Document {
  std::string key;  // day, month …
  std::string store, title, subtitle;
  std::vector<Figure> figures;
  std::vector<Section> sections;
};

struct Head {  // what every document says of itself
  const ports::StoreInfo& info;
  const programme::RulePack& pack;
  Language language = Language::Chinese;
};

// Without the columns for machines.
Section forPeople(Section section);

// `until_hour`: the day is not over; what it is compared with is counted up to this hour, itself included. 23: all of
// it.
Document dayDocument(const Head& head, const Today& today, int until_hour);
// `targets` may be empty.
Document monthDocument(const Head& head, const PeriodFigures& figures, const ports::DaySpan& span,
                       const std::vector<TargetRow>& targets = {});
Document shiftDocument(const Head& head, const PeriodFigures& figures, std::int64_t shift);
Document goodsDocument(const Head& head, const Goods& goods);
Document membersDocument(const Head& head, const Members& members);
Document listDocument(const Head& head, ListKind kind, base::BusinessDate day, const std::vector<MemberLine>& lines,
                      std::size_t all);
Document exceptionsDocument(const Head& head, const ports::DaySpan& span, const std::vector<Exception>& found,
                            const Today& today);

// `kind` nullopt: all of them.
Document logDocument(const Head& head, const ports::DaySpan& span, const std::vector<Activity>& rows,
                     std::optional<ActivityKind> kind);

// S001-62: one campaign; all of them, as a table of one document or alone.
Document campaignDocument(const Head& head, const CampaignFigures& campaign);
Document campaignsDocument(const Head& head, const std::vector<journal::CampaignSet>& campaigns);
Section campaignsSection(const Head& head, const std::vector<journal::CampaignSet>& campaigns);
// S001-107: the parameters in force, for members to read.
Document rulesDocument(const Head& head);
// S003-120: the care plan's schedule, to be ticked off.
Document checkListDocument(const Head& head, const programme::CarePlan& plan);
// S000-82: the newest acts about members.
// What of the rules' campaigns somebody has to see to (S001-38), a line each.
std::vector<std::string> campaignWarnings(Language language, const programme::RulePack& pack, base::BusinessDate day);
Section latestSection(const Head& head, const std::vector<Desk::Latest>& rows);

// Words for what the store keeps as keys.
std::string activityTitle(Language language, ActivityKind kind);
std::string targetTitle(Language language, std::string_view figure);
std::string tierText(const Head& head, const std::string& code);  // empty: guests
std::string tenderText(Language language, const std::string& type);
std::string sourceText(Language language, const std::string& source);
std::string segmentText(Language language, Segment segment);
std::string segmentAdvice(Language language, Segment segment);
std::string listTitle(Language language, ListKind kind);
std::string listAdvice(Language language, ListKind kind);  // what to do about it
std::string exceptionTitle(Language language, ExceptionKind kind);
std::string exceptionAdvice(Language language, ExceptionKind kind);
std::string weekdayText(Language language, base::BusinessDate day);

// {"report","title","store","figures":{…},"sections":{key:[{column:value}]}}: amounts in fen and so on, dates ISO.
std::string documentJson(const Document& document);
// section,row,column,value lines (section "figure" for the figures), formula-safe.
std::string documentCsv(const Document& document);
std::string documentText(const Document& document);  // for a terminal
// Figures alone, for the receipt printer: lines of at most `columns` cells, a Han character counts two.
std::vector<std::string> documentSlip(const Document& document, int columns);
// The tables too, a row after the other: what is read on paper (rules, check list).
std::vector<std::string> documentLongSlip(const Document& document, int columns);

}  // namespace kahui::report
