// The language of the interface, switched while the program runs: widgets get QEvent::LanguageChange, others the
// signal.
#pragma once

#include <QObject>
#include <QStringView>
#include <QTranslator>
#include <optional>

#include "app/models/formatter.hpp"

namespace kahui::models {

std::optional<Language> languageByName(QStringView name);  // zh_CN, en
QString nameOf(Language language);

class UiLanguage : public QObject {
  Q_OBJECT

 public:
  explicit UiLanguage(Language first, QObject* parent = nullptr);
  ~UiLanguage() override;

  [[nodiscard]] Language language() const { return m_language; }
  [[nodiscard]] Formatter formatter() const { return Formatter(m_language); }
  void set(Language language);

 signals:
  void changed();

 private:
  void load();

  Language m_language;
  QTranslator m_own;
  QTranslator m_qt;  // Qt's own words: context menus, standard keys
};

}  // namespace kahui::models
