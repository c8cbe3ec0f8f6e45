// Colours and measures of the interface: one set of tokens a scheme, every pair of text and ground with a measured
// contrast.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <array>
#include <vector>

namespace kahui::widgets {

enum class Scheme { Light, Dark };

struct Tokens {
  struct Pair {
    QColor back;
    QColor text;
  };
  QColor background, surface, raised, pressed, text, secondary, selected;
  QColor primary, on_primary, primary_pressed, price;
  Pair good, danger, warning, info, festive, quiet;  // quiet: key caps, muted badges
  QColor top_bar, on_top_bar, top_bar_secondary, top_chip;
  QColor top_good, top_bad, top_warning;  // dots on the top bar
  QColor strong_edge, hairline, focus;
  QColor paper, on_paper;
  QColor scrim;
  std::array<Pair, 5> tiers;  // by rank; a higher rank takes the last
};

const Tokens& lightTokens();
const Tokens& darkTokens();

// Text on ground with the least contrast that WCAG 2.2 and ui.md section 8 ask of it.
struct ContrastPair {
  const char* name;
  QColor text;
  QColor back;
  int least_tenths;  // 45 = 4.5 : 1
};
std::vector<ContrastPair> contrastPairs(const Tokens& tokens);

inline constexpr int kTouch_px = 44;
inline constexpr int kRadius_px = 10;
inline constexpr int kGap_px = 8;
inline constexpr int kMargin_px = 12;

QFont typeface(int size_px, bool bold = false);
QFont monospace(int size_px);

class Theme : public QObject {
  Q_OBJECT

 public:
  explicit Theme(Scheme scheme, QObject* parent = nullptr);

  [[nodiscard]] Scheme scheme() const { return m_scheme; }
  [[nodiscard]] const Tokens& tokens() const { return m_scheme == Scheme::Light ? lightTokens() : darkTokens(); }
  [[nodiscard]] const Tokens::Pair& tier(int rank) const;
  void set(Scheme scheme);

 signals:
  void changed();

 private:
  void apply() const;

  Scheme m_scheme;
};

}  // namespace kahui::widgets
