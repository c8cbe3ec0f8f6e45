// How a document stands on paper: cards of figures, bars for what has a chart, then the tables in two columns where
// they fit.
#include <algorithm>

#include "app/sheets/pdf_page.hpp"
#include "app/sheets/sheets.hpp"

namespace kahui::sheets {

using report::Cell;
using report::Document;
using report::Kind;
using report::Section;

namespace {

constexpr float kGap = 10;
constexpr float kInner = PdfPage::kWidth - 2 * PdfPage::kMargin;
constexpr float kBottom = PdfPage::kHeight - 40;
constexpr float kRow = 13.5F;
constexpr float kHead = 18;
constexpr std::size_t kRowsOfDay = 6;  // of a table, so that the day stays on its page

class Layout {
 public:
  Layout(PdfPage& page, const Document& document, report::Language language)
      : m_page(page), m_document(document), m_chinese(language == report::Language::Chinese) {}

  void draw() {
    head();
    cards();
    charts();
    tables();
    foot();
  }

 private:
  void head() {
    m_page.box(0, 0, PdfPage::kWidth, 50, kBar);
    m_page.text(PdfPage::kMargin, 15, 18, kWhite, m_document.store + "  " + m_document.title);
    m_page.text(PdfPage::kMargin, 19, 11, kWhite, m_document.subtitle, Align::Right, kInner);
    m_y = 64;
  }

  void foot() {
    m_page.text(PdfPage::kMargin, PdfPage::kHeight - 26, 8, kQuiet,
                m_chinese ? "卡惠 · 金额单位：元" : "Kahui · amounts in yuan", Align::Left);
    m_page.text(PdfPage::kMargin, PdfPage::kHeight - 26, 8, kQuiet, std::to_string(m_page.pages()), Align::Right,
                kInner);
  }

  void room(float height) {
    if (m_y + height <= kBottom) return;
    foot();
    m_page.newPage();
    m_y = 40;
  }

  // Four large ones with what they are compared with, then the rest small.
  void cards() {
    constexpr std::size_t kLarge = 4, kSmall = 5;
    const auto& figures = m_document.figures;
    for (std::size_t at = 0; at < figures.size();) {
      const bool large = at == 0 && figures.size() >= kLarge;
      const std::size_t across = large ? kLarge : kSmall;
      const float height = large ? 58 : 32;
      room(height);
      const float width = (kInner - static_cast<float>(across - 1) * 6) / static_cast<float>(across);
      for (std::size_t i = 0; i < across && at < figures.size(); ++i, ++at)
        card(figures[at], PdfPage::kMargin + static_cast<float>(i) * (width + 6), width, height, large);
      m_y += height + 6;
    }
    m_y += 4;
  }

  void card(const report::Figure& figure, float x, float width, float height, bool large) {
    m_page.frame(x, m_y, width, height, figure.alert ? kDanger : kLine);
    m_page.text(x + 7, m_y + (large ? 5 : 3), 8, kQuiet, figure.title, Align::Left, width - 14);
    const bool money = figure.value.kind == Kind::Money && !figure.value.empty;
    const std::string value = figure.value.empty ? "–" : (money ? "¥" : "") + report::cellText(figure.value);
    m_page.text(x + 7, m_y + (large ? 18 : 15), large ? 17 : 12, figure.alert ? kDanger : kInk, value, Align::Left,
                width - 14);
    if (!large) return;
    const Color tone = figure.alert ? kDanger : figure.trend > 0 ? kGood : figure.trend < 0 ? kWarn : kQuiet;
    m_page.text(x + 7, m_y + 43, 8, tone, figure.detail, Align::Left, width - 14);
  }

  static bool vertical(const Section& section) { return section.key == "hours"; }

  void charts() {
    const Section* hours = nullptr;
    const Section* bars = nullptr;
    for (const Section& section : m_document.sections) {
      if (section.bar < 0 || section.rows.empty()) continue;
      if (vertical(section) && hours == nullptr) hours = &section;
      if (!vertical(section) && bars == nullptr) bars = &section;
    }
    if (hours == nullptr && bars == nullptr) return;
    constexpr float kHeight = 150;
    room(kHeight);
    const float left = bars == nullptr ? kInner : hours == nullptr ? 0 : kInner * 0.6F;
    if (hours != nullptr) columns(*hours, PdfPage::kMargin, left - (bars != nullptr ? kGap : 0), kHeight);
    if (bars != nullptr) rows(*bars, PdfPage::kMargin + left, kInner - left, kHeight);
    m_y += kHeight + kGap;
  }

  static std::int64_t number(const std::vector<Cell>& row, int column) {
    return column < 0 ? 0 : row[static_cast<std::size_t>(column)].number;
  }

  void columns(const Section& section, float x, float width, float height) {
    m_page.frame(x, m_y, width, height, kLine);
    m_page.text(x + 10, m_y + 7, 10.5F, kInk, section.title);
    if (section.beside >= 0) {
      m_page.box(x + width - 120, m_y + 10, 8, 8, kBlue);
      m_page.text(x + width - 109, m_y + 9, 8, kQuiet, m_chinese ? "当日" : "The day");
      m_page.box(x + width - 68, m_y + 10, 8, 8, kGrey);
      m_page.text(x + width - 57, m_y + 9, 8, kQuiet, section.columns[static_cast<std::size_t>(section.beside)].title);
    }
    std::int64_t most = 1;
    for (const auto& row : section.rows) most = std::max({most, number(row, section.bar), number(row, section.beside)});
    const float top = m_y + 28, bottom = m_y + height - 18, tall = bottom - top;
    for (int line = 0; line <= 2; ++line) {
      const float y = bottom - tall * static_cast<float>(line) / 2;
      m_page.rule(x + 46, y, width - 56, kLine);
      const Cell label = Cell::of(
          section.columns[static_cast<std::size_t>(section.bar)].kind == Kind::Money ? Kind::Count : Kind::Quantity,
          most * line / 2 / (section.columns[static_cast<std::size_t>(section.bar)].kind == Kind::Money ? 100 : 1));
      m_page.text(x + 4, y - 4, 7, kQuiet, report::cellText(label), Align::Right, 38);
    }
    const float step = (width - 56) / static_cast<float>(section.rows.size());
    const float bar = std::min(step * 0.36F, 14.0F);
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
      const auto& row = section.rows[i];
      const float middle = x + 46 + step * (static_cast<float>(i) + 0.5F);
      const auto high = [&](int column) {
        return tall * static_cast<float>(std::max<std::int64_t>(number(row, column), 0)) / static_cast<float>(most);
      };
      if (section.beside >= 0)
        m_page.box(middle - bar, bottom - high(section.beside), bar, high(section.beside), kGrey);
      m_page.box(section.beside >= 0 ? middle : middle - bar / 2, bottom - high(section.bar), bar, high(section.bar),
                 kBlue);
      m_page.text(middle - step / 2, bottom + 4, 7.5F, kQuiet, report::cellText(row.front()), Align::Middle, step);
    }
  }

  void rows(const Section& section, float x, float width, float height) {
    m_page.frame(x, m_y, width, height, kLine);
    m_page.text(x + 10, m_y + 7, 10.5F, kInk, section.title, Align::Left, width - 20);
    std::int64_t most = 1;
    for (const auto& row : section.rows) most = std::max(most, number(row, section.bar));
    const std::size_t count = std::min<std::size_t>(section.rows.size(), 6);
    const float step = (height - 32) / static_cast<float>(std::max<std::size_t>(count, 4));
    for (std::size_t i = 0; i < count; ++i) {
      const auto& row = section.rows[i];
      const float y = m_y + 26 + step * static_cast<float>(i);
      const Cell& value = row[static_cast<std::size_t>(section.bar)];
      const float wide =
          (width - 20) * static_cast<float>(std::max<std::int64_t>(value.number, 0)) / static_cast<float>(most);
      m_page.text(x + 10, y, 8, kInk, label(section, row), Align::Left, width * 0.55F);
      m_page.text(x + 10, y, 8, kQuiet, report::cellText(value), Align::Right, width - 20);
      m_page.box(x + 10, y + 11, width - 20, 3, kField);
      m_page.box(x + 10, y + 11, wide, 3, kBlue);
    }
  }

  // The first text that names a row: an article has its number before its name.
  static std::string label(const Section& section, const std::vector<Cell>& row) {
    for (std::size_t c = 0; c < row.size(); ++c)
      if (section.columns[c].key == "name") return row[c].text;
    return report::cellText(row.front());
  }

  [[nodiscard]] std::vector<float> widths(const Section& section, std::size_t count) const {
    std::vector<float> wide;
    for (std::size_t c = 0; c < section.columns.size(); ++c) {
      float most = m_page.widthOf(section.columns[c].title, 8);
      for (std::size_t r = 0; r < count; ++r)
        most = std::max(most, m_page.widthOf(report::cellText(section.rows[r][c]), 8.5F));
      wide.push_back(most + 12);
    }
    return wide;
  }

  // How many rows of a table are shown: the day keeps to one page.
  [[nodiscard]] std::size_t shown(const Section& section) const {
    return m_document.key == "day" ? std::min(section.rows.size(), kRowsOfDay) : section.rows.size();
  }

  void tables() {
    float left_end = m_y;  // of the left column, while the right one is filled
    bool left_open = false;
    for (const Section& section : m_document.sections) {
      if (section.rows.empty() || (m_document.key == "day" && (section.key == "hours" || section.key == "tiers")))
        continue;
      const std::size_t count = shown(section);
      const std::vector<float> wide = widths(section, count);
      float sum = 0;
      for (const float one : wide) sum += one;
      const float half = (kInner - kGap) / 2;
      const float height = kHead + kRow * static_cast<float>(count + 1) + 8;
      const bool narrow = sum <= half;
      if (!narrow || (left_open && m_y + height > kBottom)) {
        if (left_open) m_y = std::max(m_y, left_end);
        left_open = false;
      }
      if (!left_open) {
        room(std::min(height, kHead + kRow * 4));
        const float start = m_y;
        table(section, wide, PdfPage::kMargin, narrow ? half : kInner, count);
        left_open = narrow && m_y > start;
        left_end = m_y;
        if (left_open) m_y = start;
      } else {
        table(section, wide, PdfPage::kMargin + half + kGap, half, count);
        m_y = std::max(m_y, left_end);
        left_open = false;
      }
    }
    if (left_open) m_y = std::max(m_y, left_end);
  }

  void table(const Section& section, const std::vector<float>& wide, float x, float width, std::size_t count) {
    m_page.text(x, m_y, 10.5F, kInk, section.title);
    const float taken = m_page.widthOf(section.title, 10.5F) + 10;
    if (!section.note.empty())
      m_page.text(x + taken, m_y + 2, 7.5F, kQuiet, section.note, Align::Left, std::max(width - taken, 1.0F));
    m_y += kHead;
    float sum = 0;
    for (const float one : wide) sum += one;
    const float stretch = width / sum;
    titles(section, wide, x, width, stretch);
    for (std::size_t r = 0; r < count; ++r) {
      if (m_y + kRow > kBottom) {
        room(kRow * 2);
        titles(section, wide, x, width, stretch);
      }
      float at = x;
      for (std::size_t c = 0; c < wide.size(); ++c) {
        const Cell& cell = section.rows[r][c];
        cellText(at, wide[c] * stretch, 8.5F, kInk, report::cellText(cell), section.columns[c].kind);
        at += wide[c] * stretch;
      }
      m_y += kRow;
      m_page.rule(x, m_y - 1, width, kField);
    }
    m_y += 8;
  }

  void titles(const Section& section, const std::vector<float>& wide, float x, float width, float stretch) {
    m_page.box(x, m_y - 2, width, kRow, kField);
    float at = x;
    for (std::size_t c = 0; c < wide.size(); ++c) {
      cellText(at, wide[c] * stretch, 8, kQuiet, section.columns[c].title, section.columns[c].kind);
      at += wide[c] * stretch;
    }
    m_y += kRow;
  }

  void cellText(float x, float width, float size, Color color, const std::string& words, Kind kind) {
    m_page.text(x + 4, m_y, size, color, words, kind == Kind::Text ? Align::Left : Align::Right, width - 8);
  }

  PdfPage& m_page;
  const Document& m_document;
  bool m_chinese;
  float m_y = 0;
};

}  // namespace

base::Status writePdf(const Document& document, report::Language language, const std::string& file) {
  PdfPage page;
  KAHUI_TRY(page.begin("Kahui " + document.key));
  Document shown = document;
  for (Section& section : shown.sections) section = report::forPeople(std::move(section));
  Layout(page, shown, language).draw();
  return page.save(file);
}

}  // namespace kahui::sheets
