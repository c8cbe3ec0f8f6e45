// What is typed of a campaign, and the request that it becomes.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/till/task_request.hpp"

namespace kahui::models {

class CampaignEdit {
  Q_DECLARE_TR_FUNCTIONS(CampaignEdit)

 public:
  enum Field { Code, Name, From, To, Batches, Promotions, Cards, Gifts, Online, Offline };
  static constexpr int kFields = 10;

  static QString label(Field field);
  static QStringList typed(const journal::CampaignSet& set);  // as it stands, one text a field
  // nullopt: `wrong` is the field that cannot be read.
  static std::optional<till::TaskRequest> read(const QStringList& typed, Field& wrong);
};

}  // namespace kahui::models
