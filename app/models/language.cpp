#include "app/models/language.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace kahui::models {

std::optional<Language> languageByName(QStringView name) {
  if (name == u"zh_CN") return Language::Chinese;
  if (name == u"en") return Language::English;
  return std::nullopt;
}

QString nameOf(Language language) {
  switch (language) {
    case Language::Chinese: return QStringLiteral("zh_CN");
    case Language::English: return QStringLiteral("en");
  }
  return {};
}

UiLanguage::UiLanguage(Language first, QObject* parent) : QObject(parent), m_language(first) { load(); }

UiLanguage::~UiLanguage() {
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
}

void UiLanguage::set(Language language) {
  if (language == m_language) return;
  m_language = language;
  load();
  emit changed();
}

void UiLanguage::load() {
  const QString name = nameOf(m_language);
  QLocale::setDefault(QLocale(name));
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
  if (m_own.load(QStringLiteral(":/i18n/kahui_") + name)) QCoreApplication::installTranslator(&m_own);
  if (m_qt.load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&m_qt);
}

}  // namespace kahui::models
