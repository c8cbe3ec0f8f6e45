// A stored sale as the rules see it: what it was priced from, taken out of its document again. With the rule pack of
// the sale's day it is priced, explained and returned months later exactly as it was.
#pragma once

#include "core/base/result.hpp"
#include "core/journal/event.hpp"
#include "core/sale/evaluate_return.hpp"
#include "core/sale/evaluate_sale.hpp"

namespace kahui::sale {

// Between the rules' view of a line or coupon and the journal's.
journal::LineTerms termsOf(const pricing::LineInput& line);
base::Points giftPointsOf(const journal::SoldLine& line);  // S003-94: that the line took
journal::CouponTerms termsOf(const pricing::Coupon& coupon);
pricing::Coupon couponOf(const std::string& serial, const journal::CouponTerms& terms,
                         std::optional<base::BusinessDate> expires);
pricing::PointsLot lotOf(const journal::LotPart& part);
journal::LotPart lotPartOf(const pricing::LotSpend& spend);

// The input of the bill. A member's points are those that were spent; a birthday is the day of the sale or none.
pricing::SaleInput inputOf(const journal::Event& sale);

struct SaleRecord {
  pricing::SaleInput input;
  SaleResult sold;
};

// Priced again with the rule pack whose version the event names. StoreCorrupt if that does not give the stored total:
// the document was altered, or the pack is another one.
base::Result<SaleRecord> recordOf(const journal::Event& sale, const programme::RulePack& pack);

// What a stored return asked for.
ReturnRequest requestOf(const journal::Event& returned);

}  // namespace kahui::sale
