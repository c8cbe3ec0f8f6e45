#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QStyleFactory>
#include <algorithm>

namespace kahui::widgets {
namespace {

QColor rgb(const char* hex) { return QColor(QLatin1String(hex)); }

Tokens::Pair pair(const char* back, const char* text) { return {rgb(back), rgb(text)}; }

Tokens makeLight() {
  Tokens t;
  t.background = rgb("#EEF1F5");
  t.surface = rgb("#FFFFFF");
  t.raised = rgb("#F6F8FB");
  t.pressed = rgb("#E2E8F0");
  t.text = rgb("#131C27");
  t.secondary = rgb("#4A586A");
  t.selected = rgb("#E3EDFC");
  t.primary = rgb("#0B57C4");
  t.on_primary = rgb("#FFFFFF");
  t.primary_pressed = rgb("#08459C");
  t.price = rgb("#B3261E");
  t.good = pair("#DFF3E7", "#0B6B3A");
  t.danger = pair("#FCE8E6", "#B3261E");
  t.warning = pair("#FFF1D9", "#8A4B00");
  t.info = pair("#E3EDFC", "#0B4AA6");
  t.festive = pair("#FBE6F2", "#8E1B5E");
  t.quiet = pair("#E9EDF3", "#4A586A");
  t.top_bar = rgb("#10233F");
  t.on_top_bar = rgb("#FFFFFF");
  t.top_bar_secondary = rgb("#C3CEDD");
  t.top_chip = rgb("#22375A");
  t.top_good = rgb("#6FDC9E");
  t.top_bad = rgb("#FF9C8F");
  t.top_warning = rgb("#FFC862");
  t.strong_edge = rgb("#7A8798");
  t.hairline = rgb("#D3DAE3");
  t.focus = rgb("#0B57C4");
  t.paper = rgb("#FFFFFF");
  t.on_paper = rgb("#131C27");
  t.scrim = QColor(15, 23, 36, 120);
  t.tiers = {pair("#E4ECF6", "#2E4A6B"), pair("#DFE3E8", "#333D49"), pair("#F3DFA6", "#5A3E00"),
             pair("#CFE8EA", "#0F4850"), pair("#E6DDF9", "#432080")};
  return t;
}

Tokens makeDark() {
  Tokens t;
  t.background = rgb("#0F141B");
  t.surface = rgb("#18202A");
  t.raised = rgb("#1E2833");
  t.pressed = rgb("#2A3645");
  t.text = rgb("#EDF2F8");
  t.secondary = rgb("#AFBDCD");
  t.selected = rgb("#1C3353");
  t.primary = rgb("#6BA8FF");
  t.on_primary = rgb("#04162E");
  t.primary_pressed = rgb("#8DBCFF");
  t.price = rgb("#FF9C8F");
  t.good = pair("#153726", "#63D297");
  t.danger = pair("#47201E", "#FF8F86");
  t.warning = pair("#40300F", "#F7BC62");
  t.info = pair("#1C3353", "#A9CCFF");
  t.festive = pair("#451C35", "#FFB3DA");
  t.quiet = pair("#2A3645", "#AFBDCD");
  t.top_bar = rgb("#0A0F16");
  t.on_top_bar = rgb("#EDF2F8");
  t.top_bar_secondary = rgb("#AFBDCD");
  t.top_chip = rgb("#1E2833");
  t.top_good = rgb("#63D297");
  t.top_bad = rgb("#FF8F86");
  t.top_warning = rgb("#F7BC62");
  t.strong_edge = rgb("#8494A8");
  t.hairline = rgb("#334051");
  t.focus = rgb("#6BA8FF");
  t.paper = rgb("#F4F1EA");  // paper stays paper
  t.on_paper = rgb("#1B1F24");
  t.scrim = QColor(0, 0, 0, 150);
  t.tiers = {pair("#22344A", "#BBD3EE"), pair("#3A434E", "#E3E9F0"), pair("#57461A", "#FBE3A0"),
             pair("#1C434A", "#BDEBF2"), pair("#3C2A66", "#DCCBFF")};
  return t;
}

QString cssColor(const QColor& color) { return color.name(QColor::HexRgb); }

QString styleSheet(const Tokens& tokens) {
  QFile file(QStringLiteral(":/styles/kahui.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString css = QString::fromUtf8(file.readAll());
  const std::vector<std::pair<QString, QColor>> names{{QStringLiteral("@surface"), tokens.surface},
                                                      {QStringLiteral("@background"), tokens.background},
                                                      {QStringLiteral("@text"), tokens.text},
                                                      {QStringLiteral("@secondary"), tokens.secondary},
                                                      {QStringLiteral("@strongEdge"), tokens.strong_edge},
                                                      {QStringLiteral("@hairline"), tokens.hairline},
                                                      {QStringLiteral("@focus"), tokens.focus},
                                                      {QStringLiteral("@selected"), tokens.selected},
                                                      {QStringLiteral("@raised"), tokens.raised},
                                                      {QStringLiteral("@paper"), tokens.paper},
                                                      {QStringLiteral("@onPaper"), tokens.on_paper}};
  for (const auto& [name, color] : names) css.replace(name + QLatin1Char(';'), cssColor(color) + QLatin1Char(';'));
  return css;
}

}  // namespace

const Tokens& lightTokens() {
  static const Tokens kLight = makeLight();
  return kLight;
}

const Tokens& darkTokens() {
  static const Tokens kDark = makeDark();
  return kDark;
}

std::vector<ContrastPair> contrastPairs(const Tokens& t) {
  std::vector<ContrastPair> pairs{
      {"text on surface", t.text, t.surface, 70},
      {"text on background", t.text, t.background, 70},
      {"text on raised", t.text, t.raised, 70},
      {"text on pressed", t.text, t.pressed, 70},
      {"text on selected row", t.text, t.selected, 70},
      {"secondary on surface", t.secondary, t.surface, 45},
      {"secondary on background", t.secondary, t.background, 45},
      {"secondary on raised", t.secondary, t.raised, 45},
      {"secondary on selected row", t.secondary, t.selected, 45},
      {"primary button", t.on_primary, t.primary, 45},
      {"primary button, pressed", t.on_primary, t.primary_pressed, 45},
      {"price on surface", t.price, t.surface, 45},
      {"price on selected row", t.price, t.selected, 45},
      {"good", t.good.text, t.good.back, 45},
      {"good on surface", t.good.text, t.surface, 45},
      {"danger", t.danger.text, t.danger.back, 45},
      {"danger on surface", t.danger.text, t.surface, 45},
      {"warning", t.warning.text, t.warning.back, 45},
      {"sign of a warning", t.warning.text, t.surface, 30},
      {"sign of a warning, selected row", t.warning.text, t.selected, 30},
      {"sign of good news, selected row", t.good.text, t.selected, 30},
      {"sign of trouble, selected row", t.danger.text, t.selected, 30},
      {"quiet sign", t.quiet.text, t.surface, 30},
      {"quiet sign, selected row", t.quiet.text, t.selected, 30},
      {"info", t.info.text, t.info.back, 45},
      {"text on info", t.text, t.info.back, 70},
      {"festive", t.festive.text, t.festive.back, 45},
      {"key cap", t.quiet.text, t.quiet.back, 45},
      {"top bar", t.on_top_bar, t.top_bar, 70},
      {"top bar, secondary", t.top_bar_secondary, t.top_bar, 45},
      {"top bar, warning", t.top_warning, t.top_bar, 45},
      {"top chip", t.on_top_bar, t.top_chip, 70},
      {"top chip, warning", t.top_warning, t.top_chip, 45},
      {"paper", t.on_paper, t.paper, 70},
      {"strong edge", t.strong_edge, t.surface, 30},
      {"focus ring", t.focus, t.background, 30},
      {"focus ring on surface", t.focus, t.surface, 30},
  };
  for (const Tokens::Pair& tier : t.tiers) pairs.push_back({"tier badge", tier.text, tier.back, 70});
  return pairs;
}

// Named first, because a general family may show Han characters in their Japanese form; its digits are all of one
// width.
QFont typeface(int size_px, bool bold) {
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
  font.setPixelSize(size_px);
  font.setWeight(bold ? QFont::Bold : QFont::Normal);
  return font;
}

QFont monospace(int size_px) {
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("monospace")});
  font.setPixelSize(size_px);
  return font;
}

Theme::Theme(Scheme scheme, QObject* parent) : QObject(parent), m_scheme(scheme) {
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(typeface(15));
  apply();
}

const Tokens::Pair& Theme::tier(int rank) const {
  const auto last = static_cast<int>(tokens().tiers.size()) - 1;
  return tokens().tiers[static_cast<std::size_t>(std::clamp(rank, 0, last))];
}

void Theme::set(Scheme scheme) {
  if (scheme == m_scheme) return;
  m_scheme = scheme;
  apply();
  emit changed();
}

void Theme::apply() const {
  const Tokens& t = tokens();
  QPalette palette;
  palette.setColor(QPalette::Window, t.background);
  palette.setColor(QPalette::WindowText, t.text);
  palette.setColor(QPalette::Base, t.surface);
  palette.setColor(QPalette::AlternateBase, t.raised);
  palette.setColor(QPalette::Text, t.text);
  palette.setColor(QPalette::Button, t.surface);
  palette.setColor(QPalette::ButtonText, t.text);
  palette.setColor(QPalette::PlaceholderText, t.secondary);
  palette.setColor(QPalette::Highlight, t.primary);
  palette.setColor(QPalette::HighlightedText, t.on_primary);
  palette.setColor(QPalette::ToolTipBase, t.surface);
  palette.setColor(QPalette::ToolTipText, t.text);
  QApplication::setPalette(palette);
  qApp->setStyleSheet(styleSheet(t));
}

}  // namespace kahui::widgets
