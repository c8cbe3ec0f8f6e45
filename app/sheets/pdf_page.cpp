#include "app/sheets/pdf_page.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <string_view>

namespace kahui::sheets {

namespace {

constexpr const char* kType = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";
constexpr float kAscent = 0.86F;

void remember(HPDF_STATUS error, HPDF_STATUS, void* where) {
  auto* kept = static_cast<HPDF_STATUS*>(where);
  if (*kept == 0) *kept = error;
}

float part(std::uint32_t rgb, unsigned shift) { return static_cast<float>((rgb >> shift) & 0xFFU) / 255.0F; }

void fill(HPDF_Page page, Color color) {
  HPDF_Page_SetRGBFill(page, part(color.rgb, 16), part(color.rgb, 8), part(color.rgb, 0));
}

// The type has no minus sign of its own and would draw a box.
std::string printable(std::string_view words) {
  constexpr std::string_view kMinus = "\u2212";
  std::string out;
  while (!words.empty()) {
    const bool minus = words.starts_with(kMinus);
    out.push_back(minus ? '-' : words.front());
    words.remove_prefix(minus ? kMinus.size() : 1);
  }
  return out;
}

}  // namespace

PdfPage::PdfPage() : m_document(HPDF_New(remember, &m_error)) {}

PdfPage::~PdfPage() {
  if (m_document != nullptr) HPDF_Free(m_document);
}

base::Status PdfPage::begin(const std::string& title) {
  if (m_document == nullptr) return base::fail(base::ErrorCode::BadInput, "PDF: no memory");
  if (!std::filesystem::exists(kType))
    return base::fail(base::ErrorCode::BadInput, "PDF: install the package fonts-wqy-zenhei");
  HPDF_UseUTFEncodings(m_document);
  HPDF_SetCompressionMode(m_document, HPDF_COMP_ALL);
  const char* name = HPDF_LoadTTFontFromFile2(m_document, kType, 0, HPDF_TRUE);
  if (name != nullptr) m_font = HPDF_GetFont(m_document, name, "UTF-8");
  if (m_font == nullptr) return base::fail(base::ErrorCode::BadInput, fmt::format("PDF: type, error {:x}", m_error));
  HPDF_SetInfoAttr(m_document, HPDF_INFO_CREATOR, "Kahui");
  // The library writes the title byte by byte, so that only plain letters survive.
  HPDF_SetInfoAttr(m_document, HPDF_INFO_TITLE, title.c_str());
  newPage();
  return {};
}

void PdfPage::newPage() {
  m_page = HPDF_AddPage(m_document);
  HPDF_Page_SetSize(m_page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
  ++m_pages;
}

float PdfPage::widthOf(const std::string& words, float size) const {
  const HPDF_TextWidth width = HPDF_Font_TextWidth(m_font, reinterpret_cast<const HPDF_BYTE*>(words.data()),
                                                   static_cast<HPDF_UINT>(words.size()));
  return static_cast<float>(width.width) * size / 1000.0F;
}

std::string PdfPage::elided(const std::string& words, float size, float width) const {
  if (width <= 0 || widthOf(words, size) <= width) return words;
  std::string cut = words;
  while (!cut.empty() && widthOf(cut + "…", size) > width) {
    do cut.pop_back();
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U);
    // A lead byte without its rest goes too.
    if (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0x80U) != 0) {
      std::size_t lead = cut.size() - 1;
      while (lead > 0 && (static_cast<unsigned char>(cut[lead]) & 0xC0U) == 0x80U) --lead;
      const auto first = static_cast<unsigned char>(cut[lead]);
      const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
      if (cut.size() - lead < length) cut.resize(lead);
    }
  }
  return cut + "…";
}

void PdfPage::text(float x, float y, float size, Color color, const std::string& words, Align align, float width) {
  const std::string shown = elided(printable(words), size, width);
  if (shown.empty()) return;
  const float taken = align == Align::Left ? 0 : widthOf(shown, size);
  const float at = align == Align::Right ? x + width - taken : align == Align::Middle ? x + (width - taken) / 2 : x;
  fill(m_page, color);
  HPDF_Page_BeginText(m_page);
  HPDF_Page_SetFontAndSize(m_page, m_font, size);
  HPDF_Page_TextOut(m_page, at, kHeight - y - size * kAscent, shown.c_str());
  HPDF_Page_EndText(m_page);
}

void PdfPage::box(float x, float y, float w, float h, Color color) {
  if (w <= 0 || h <= 0) return;
  fill(m_page, color);
  HPDF_Page_Rectangle(m_page, x, kHeight - y - h, w, h);
  HPDF_Page_Fill(m_page);
}

void PdfPage::frame(float x, float y, float w, float h, Color edge) {
  HPDF_Page_SetRGBStroke(m_page, part(edge.rgb, 16), part(edge.rgb, 8), part(edge.rgb, 0));
  HPDF_Page_SetLineWidth(m_page, 0.7F);
  HPDF_Page_Rectangle(m_page, x, kHeight - y - h, w, h);
  HPDF_Page_Stroke(m_page);
}

void PdfPage::rule(float x, float y, float w, Color color) {
  HPDF_Page_SetRGBStroke(m_page, part(color.rgb, 16), part(color.rgb, 8), part(color.rgb, 0));
  HPDF_Page_SetLineWidth(m_page, 0.5F);
  HPDF_Page_MoveTo(m_page, x, kHeight - y);
  HPDF_Page_LineTo(m_page, x + w, kHeight - y);
  HPDF_Page_Stroke(m_page);
}

base::Status PdfPage::save(const std::string& file) {
  if (m_error == 0) HPDF_SaveToFile(m_document, file.c_str());
  if (m_error == 0) return {};
  std::remove(file.c_str());
  return base::fail(base::ErrorCode::BadInput, fmt::format("{}: PDF error {:x}", file, m_error));
}

}  // namespace kahui::sheets
