#include "core/sale/receipt_frame.hpp"

#include "core/base/paper.hpp"

namespace kahui::sale {

namespace {

std::string framed(std::string_view lines, int columns) {
  base::Paper paper(columns);
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.empty()) continue;
    if (base::paperWidth(line) > columns)
      paper.line(line);
    else
      paper.centre(line);
  }
  return paper.take();
}

}  // namespace

std::string renderFramed(Receipt receipt, const ReceiptFrame& frame, ReceiptLanguage language, int columns) {
  if (!frame.claim_code) {
    receipt.claim_code.clear();
    receipt.claim_until.reset();
  }
  return framed(frame.header, columns) + renderText(receipt, language, columns) + framed(frame.footer, columns);
}

}  // namespace kahui::sale
