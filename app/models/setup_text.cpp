// Why a row of a file was not taken, in the person's language. The store says it in English, "column: what is wrong".
#include <QRegularExpression>
#include <map>

#include "app/models/setup_model.hpp"

namespace kahui::models {

namespace {

// What the store says behind the column, and its words.
QString fault(const QString& text) {
  static const QRegularExpression range(QStringLiteral("^a whole number from (\\d+) to (\\d+) is expected$"));
  if (const auto found = range.match(text); found.hasMatch())
    return SetupModel::tr("a whole number from %1 to %2 is expected").arg(found.captured(1), found.captured(2));
  static const QRegularExpression flag(QStringLiteral("^unknown flag (.*)$"));
  if (const auto found = flag.match(text); found.hasMatch())
    return SetupModel::tr("“%1” is no mark of goods").arg(found.captured(1));
  const std::map<QString, QString> words{
      {QStringLiteral("missing"), SetupModel::tr("is empty")},
      {QStringLiteral("at most 200 bytes of UTF-8"), SetupModel::tr("is too long or not in UTF-8")},
      {QStringLiteral("at most 100 bytes of UTF-8"), SetupModel::tr("is too long or not in UTF-8")},
      {QStringLiteral("at most 64 characters"), SetupModel::tr("is too long or not in UTF-8")},
      {QStringLiteral("not of goods that are weighed"), SetupModel::tr("goods by weight cannot be used by count")},
      {QStringLiteral("not an EAN-8 or EAN-13 with its check digit"), SetupModel::tr("the check digit is wrong")},
      {QStringLiteral("already in use by another product"), SetupModel::tr("another product has it")},
      {QStringLiteral("not a tier of the rule pack"), SetupModel::tr("no such tier")},
      {QStringLiteral("11 digits beginning with 13 to 19 are expected"), SetupModel::tr("is no mobile number")},
      {QStringLiteral("uid, track2 or code is expected"), SetupModel::tr("uid, track2 or code is expected")},
      {QStringLiteral("one of them is needed"), SetupModel::tr("one of them is needed")},
      {QStringLiteral("MM-DD or, lunar, LMM-DD is expected"), SetupModel::tr("MM-DD, or LMM-DD if lunar, is expected")},
      {QStringLiteral("whole numbers from 0 are expected"), SetupModel::tr("whole numbers from 0 are expected")},
      {QStringLiteral("a date YYYY-MM-DD, not in the future, is expected"),
       SetupModel::tr("a date YYYY-MM-DD, not in the future, is expected")},
      {QStringLiteral("6 to 18 digits with a Luhn check digit are expected"),
       SetupModel::tr("the check digit is wrong")},
      {QStringLiteral("twice in this file"), SetupModel::tr("stands twice in this file")},
  };
  const auto known = words.find(text);
  return known == words.end() ? QString() : known->second;
}

QString columns(const QString& names) {
  const std::map<QString, QString> words{
      {QStringLiteral("sku"), SetupModel::tr("item number")},
      {QStringLiteral("barcode"), SetupModel::tr("barcode")},
      {QStringLiteral("name"), SetupModel::tr("name")},
      {QStringLiteral("category"), SetupModel::tr("category")},
      {QStringLiteral("price_fen"), SetupModel::tr("price")},
      {QStringLiteral("phone"), SetupModel::tr("telephone")},
      {QStringLiteral("card"), SetupModel::tr("card")},
      {QStringLiteral("tier"), SetupModel::tr("tier")},
      {QStringLiteral("birthday"), SetupModel::tr("birthday")},
      {QStringLiteral("points"), SetupModel::tr("points")},
      {QStringLiteral("member_no"), SetupModel::tr("member number")},
  };
  const auto known = words.find(names);
  return known == words.end() || known->second == names ? names : SetupModel::tr("%1 (%2)").arg(known->second, names);
}

}  // namespace

QString SetupModel::reason(const std::string& text) {
  const QString all = QString::fromStdString(text);
  const qsizetype colon = all.indexOf(QStringLiteral(": "));
  const QString words = colon < 0 ? QString() : fault(all.mid(colon + 2));
  if (words.isEmpty()) return tr("the store does not take it: %1").arg(all);
  return tr("%1: %2", "column and what is wrong with it").arg(columns(all.left(colon)), words);
}

}  // namespace kahui::models
