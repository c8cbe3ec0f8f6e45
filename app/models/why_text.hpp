// Why a line costs what it costs: each rule that was tried, what came of it, and what is missing to it.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <vector>

#include "app/models/formatter.hpp"
#include "core/till/snapshot.hpp"

namespace kahui::models {

struct WhyVm {
  QString rule;    // 会员等级价, 满300减40
  QString reason;  // 已采用, 还差 ¥12.00
  QString figure;  // the price it would give, or −saving; empty: none
  bool applied = false;
  bool whole_bill = false;
};

class WhyText {
  Q_DECLARE_TR_FUNCTIONS(WhyText)

 public:
  // What applied first, the line before the bill; then what did not.
  static std::vector<WhyVm> rows(const till::ExplainView& explain, const std::vector<till::CouponView>& coupons,
                                 base::BusinessDate today, Formatter formatter);
  static WhyVm row(const till::WhyView& why, const std::vector<till::CouponView>& coupons, base::BusinessDate today,
                   Formatter formatter);

 private:
  static QString layer(till::PriceLayer layer);
  static QString step(pricing::Step step);
  static QString reason(const till::WhyView& why, Formatter formatter);
};

}  // namespace kahui::models
