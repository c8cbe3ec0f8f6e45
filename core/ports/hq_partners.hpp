// Cards that were made and what became of them (S003-103), and partners of the shop (S001-20, S001-76), a part of
// HqTransaction. Thread rule and errors as hq_store.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/ports/hq_records.hpp"

namespace kahui::ports {

struct HqPrintedCard {
  std::string key;    // keyed hash of its number, as HqCard::key
  std::string batch;  // of the printer's
  std::int64_t printed_ms = 0;
  std::int64_t spoiled_ms = 0;  // 0: it is not
  std::string reason;           // why it is spoiled
};

struct HqCardStock {  // printed = stock + issued + spoiled
  std::string batch;
  std::int64_t printed = 0, stock = 0, issued = 0, spoiled = 0;
  bool operator==(const HqCardStock&) const = default;
};

struct HqPartner {
  std::string code, name;
  std::vector<std::string> stores;  // where points are paid at the partner's
};

struct HqPartnerConsent {  // of a member who let the partner know of him
  std::string partner, member;
  std::int64_t since_ms = 0;
};

struct HqPartnerSaving {  // of a partner's coupon: what it took off a bill; below 0: goods came back
  std::string serial;
  std::string sale;  // event id of the bill
  HqEventKey key;    // of the use, or of the return
  base::BusinessDate day;
  base::Money amount{};
};

class HqPartners {
 public:
  virtual ~HqPartners() = default;

  virtual bool addPrintedCard(const HqPrintedCard& card) = 0;                 // false: it was printed before
  virtual std::vector<HqPrintedCard> printedCards(std::string_view key) = 0;  // none, or one
  virtual void spoilCard(std::string_view key, std::int64_t at_ms, std::string_view reason) = 0;
  virtual std::vector<HqCardStock> cardStock() = 0;  // by batch; a card that some member has is issued

  virtual void putPartner(const HqPartner& partner) = 0;  // in place of the one before
  virtual std::vector<HqPartner> partners() = 0;          // by code
  virtual void putConsent(const HqPartnerConsent& consent) = 0;
  virtual void dropConsent(std::string_view partner, std::string_view member) = 0;
  virtual std::vector<HqPartnerConsent> consents(std::string_view partner) = 0;  // by member
  // Serials of coupons that were given out for a partner; their terms name him too.
  virtual void putPartnerCoupon(std::string_view partner, std::string_view serial) = 0;
  virtual std::vector<std::string> partnerCoupons(std::string_view partner) = 0;
  virtual void putPartnerSaving(const HqPartnerSaving& saving) = 0;
  virtual std::vector<HqPartnerSaving> partnerSavingsOf(std::string_view sale) = 0;  // the use first
  virtual std::vector<HqPartnerSaving> partnerSavings(std::string_view partner, base::BusinessDate from,
                                                      base::BusinessDate to) = 0;
};

}  // namespace kahui::ports
