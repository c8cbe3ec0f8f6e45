// Words of the club: events, guests, draws, what is known of a member, what a person types for a time or a day.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "app/models/formatter.hpp"
#include "core/till/club_view.hpp"

namespace kahui::models {

class ClubText {
  Q_DECLARE_TR_FUNCTIONS(ClubText)

 public:
  static QString state(journal::GuestState state);
  static QString when(const ports::StoredEvent& event, Formatter formatter);
  static QString eventDetail(const ports::StoredEvent& event);  // where, and how many are invited, coming, there
  static QString seats(const ports::StoredEvent& event);        // 3 of 20 free
  static QString drawDetail(const till::DrawView& draw, Formatter formatter);
  static QString drawFigure(const till::DrawView& draw);
  static QString date(member::DateKind kind);
  static QString benefitDetail(const till::BenefitView& benefit, Formatter formatter);
  static QString joined(const std::vector<programme::CareText>& words, Formatter formatter);  // a, b, c
  // S001-18: the brand bought most in 12 months, with amount and bills.
  static QString topBrand(const ports::BoughtBrand& brand, Formatter formatter);

  // 0512 of the sun, L0815 or 农0815 of the moon. nullopt: none of them.
  static std::optional<member::Birthday> parseDay(const QString& typed);
};

}  // namespace kahui::models
