// Merchants who take part in the programme (S001-20, S001-76): points are paid in their stores, and the chain owes them
// what the points were worth; coupons that name a partner are paid by it. A partner learns of members who consented,
// and of them neither name nor number nor telephone.
#pragma once

#include <string>
#include <vector>

#include "core/hq/terminals.hpp"

namespace kahui::hq {

// Again replaces name and stores. BadInput: code, name or store.
base::Status putPartner(ports::HqStore& store, const ports::HqPartner& partner);
// BadInput: no such partner or member.
base::Status setConsent(ports::HqStore& store, const std::string& code, const std::string& member, bool given,
                        std::int64_t now_ms);
// JSON objects {"ref","tier","joined"}; `ref` names the member to this partner alone. BadInput: no such partner.
base::Result<std::vector<std::string>> membersForPartner(ports::HqStore& store, const Identity& identity,
                                                         const std::string& code);

struct PartnerCoupons {
  std::string partner;
  base::Money face{}, min{};  // > 0, >= 0
  base::BusinessDate last_day;
  std::vector<std::string> tiers{};  // S000-34: only for members of these; empty: all
};
// One to each member who consented and is active; how many. BadInput: no such partner, or the amounts.
base::Result<int> givePartnerCoupons(ports::HqStore& store, const PartnerCoupons& wanted, base::BusinessDate today,
                                     base::RandomSource& random);

struct PartnerSettlement {
  std::string code, name;
  std::int64_t bills = 0;      // with points, less those that came back
  base::Points points{};       // paid in the partner's stores, returns deducted
  base::Money owed{};          // to the partner: what these points paid
  std::int64_t coupons = 0;    // of the partner's, used anywhere in the chain and not come back whole
  base::Money coupon_value{};  // what they took off bills, less what came back: the partner owes it
  bool operator==(const PartnerSettlement&) const = default;
};
// Business days from..to, both included; every partner, by code.
base::Result<std::vector<PartnerSettlement>> settlePartners(ports::HqStore& store, base::BusinessDate from,
                                                            base::BusinessDate to);
std::string settlementJson(base::BusinessDate from, base::BusinessDate to, const std::vector<PartnerSettlement>& rows);
std::string settlementCsv(const std::vector<PartnerSettlement>& rows);

}  // namespace kahui::hq
