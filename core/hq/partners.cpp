#include "core/hq/partners.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/base/csv.hpp"
#include "core/base/json_writer.hpp"
#include "core/base/text.hpp"
#include "core/hq/erasure.hpp"
#include "core/hq/feeds.hpp"
#include "core/journal/codec.hpp"
#include "core/loyalty/coupon_serial.hpp"

namespace kahui::hq {

namespace {

using base::ErrorCode;
using base::Money;
using base::Points;
using ports::HqTransaction;

constexpr int kPartnersPage = 1000;
constexpr std::size_t kLongestCode = 16, kLongestName = 120;

bool plain(const std::string& text, std::size_t most) {
  constexpr std::string_view kGood = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return !text.empty() && text.size() <= most && text.find_first_not_of(kGood) == std::string::npos;
}

base::Status known(HqTransaction& tx, const std::string& code) {
  const auto list = tx.partners();
  const bool there = std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.code == code; });
  return there ? base::Status{} : base::fail(ErrorCode::BadInput, "no partner has the code " + code);
}

// What the facts of a span say; sales of before are looked at for the worth of points that came back.
class Settling {
 public:
  Settling(HqTransaction& tx, base::BusinessDate from, base::BusinessDate to) : m_tx(tx), m_from(from), m_to(to) {
    for (const auto& partner : tx.partners()) {
      for (const std::string& store : partner.stores) m_by_store[store] = m_rows.size();
      m_rows.push_back({partner.code, partner.name});
    }
  }

  std::vector<PartnerSettlement> rows() && {
    eachSale([&](const ports::HqSale& sale) { takeSale(sale); });
    eachSale([&](const ports::HqSale& sale) { takeReturn(sale); });
    for (PartnerSettlement& row : m_rows) takeCoupons(row);
    return std::move(m_rows);
  }

 private:
  template <class Take>
  void eachSale(Take&& take) {
    ports::HqEventKey after;
    for (;;) {
      const auto page = m_tx.salesAfter(after, kPartnersPage);
      for (const auto& sale : page) take(sale);
      if (std::ssize(page) < kPartnersPage) return;
      after = page.back().key;
    }
  }

  [[nodiscard]] bool inside(const ports::HqSale& sale) const { return sale.day >= m_from && sale.day <= m_to; }
  PartnerSettlement* rowOf(const ports::HqSale& sale) {
    const auto found = m_by_store.find(sale.store);
    return found == m_by_store.end() ? nullptr : &m_rows[found->second];
  }

  void takeSale(const ports::HqSale& sale) {
    if (sale.type != "sale") return;
    PartnerSettlement* row = rowOf(sale);
    if (row == nullptr || sale.used <= Points{}) return;
    m_worth[sale.event.hex()] = {sale.by_points, sale.used};
    if (!inside(sale)) return;
    ++row->bills;
    row->points += sale.used;
    row->owed += sale.by_points;
  }

  // Points come back at what they had paid.
  void takeReturn(const ports::HqSale& back) {
    PartnerSettlement* row = rowOf(back);
    if (back.type == "sale" || row == nullptr || back.used >= Points{} || !inside(back)) return;
    const auto sold = m_worth.find(back.cause);
    if (sold == m_worth.end()) return;
    const auto [paid, used] = sold->second;
    row->points += back.used;
    row->owed -= Money(base::mulDivFloor(-back.used.value(), paid.value(), used.value()));
    if (back.used == Points{} - used) --row->bills;
  }

  // At what they took off bills; with goods that came back goes their part, and with the last of them the use.
  void takeCoupons(PartnerSettlement& row) {
    std::map<std::string, Money> left;
    for (const auto& saving : m_tx.partnerSavings(row.code, m_from, m_to)) {
      row.coupon_value += saving.amount;
      left[saving.serial] += saving.amount;
    }
    for (const auto& [serial, amount] : left) row.coupons += amount > Money{} ? 1 : 0;
  }

  HqTransaction& m_tx;
  base::BusinessDate m_from, m_to;
  std::vector<PartnerSettlement> m_rows;
  std::map<std::string, std::size_t> m_by_store;
  std::map<std::string, std::pair<Money, Points>> m_worth;  // of a sale that points paid for: money, points
};

}  // namespace

base::Status putPartner(ports::HqStore& store, const ports::HqPartner& partner) {
  if (!plain(partner.code, kLongestCode))
    return base::fail(ErrorCode::BadInput, "CODE: 1 to 16 letters or digits are expected");
  if (partner.name.empty() || partner.name.size() > kLongestName || !base::isCleanUtf8(partner.name))
    return base::fail(ErrorCode::BadInput, "--name: 1 to 120 bytes of UTF-8 are expected");
  for (const std::string& one : partner.stores)
    if (!plain(one, 8)) return base::fail(ErrorCode::BadInput, "--store: 1 to 8 letters or digits are expected");
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    tx.putPartner(partner);
    return {};
  });
}

base::Status setConsent(ports::HqStore& store, const std::string& code, const std::string& member, bool given,
                        std::int64_t now_ms) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    KAHUI_TRY(known(tx, code));
    const auto id = findMember(tx, member);
    if (!id) return tl::unexpected(id.error());
    if (erasedAt(tx, *id)) return base::fail(ErrorCode::BadInput, "this member is erased");
    if (given)
      tx.putConsent({code, *id, now_ms});
    else
      tx.dropConsent(code, *id);
    return {};
  });
}

base::Result<std::vector<std::string>> membersForPartner(ports::HqStore& store, const Identity& identity,
                                                         const std::string& code) {
  std::vector<std::string> lines;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    lines.clear();
    if (auto there = known(tx, code); !there) return there;
    for (const auto& consent : tx.consents(code)) {
      const auto member = tx.member(consent.member);
      if (!member || member->status != "ACTIVE" || !member->merged_into.empty()) continue;
      const std::string named = code + "|" + member->id;
      const auto ref = base::sha256({{identity.card_key.data(), identity.card_key.size()}, base::asBytes(named)});
      lines.push_back(base::jsonObject([&](base::JsonWriter& json) {
        json.field("ref", base::toHex(ref).substr(0, 32));
        json.field("tier", member->tier);
        json.field("joined", member->joined.iso());
      }));
    }
    return {};
  }));
  std::sort(lines.begin(), lines.end());  // not in the order of members
  return lines;
}

base::Result<int> givePartnerCoupons(ports::HqStore& store, const PartnerCoupons& wanted, base::BusinessDate today,
                                     base::RandomSource& random) {
  if (wanted.face <= Money{} || wanted.min < Money{} || wanted.last_day < today)
    return base::fail(ErrorCode::BadInput, "--face-fen above 0, --min-fen and --valid-days not below are expected");
  journal::CouponTerms terms;
  terms.type = "CASH";
  terms.face = wanted.face;
  terms.min = wanted.min;
  terms.partner = wanted.partner;
  terms.tiers = wanted.tiers;
  int given = 0;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    given = 0;
    if (auto there = known(tx, wanted.partner); !there) return there;
    for (const auto& consent : tx.consents(wanted.partner)) {
      const auto member = tx.member(consent.member);
      if (!member || member->status != "ACTIVE" || !member->merged_into.empty()) continue;
      const auto& tiers = wanted.tiers;
      if (!tiers.empty() && std::find(tiers.begin(), tiers.end(), member->tier) == tiers.end()) continue;
      ports::HqCoupon coupon;
      coupon.serial = loyalty::couponSerial(random);
      coupon.member = member->id;
      coupon.status = "ISSUED";
      coupon.terms = journal::encodeTerms(terms);
      coupon.expires = wanted.last_day;
      coupon.origin = "PARTNER";
      coupon.origin_key = wanted.partner;
      tx.putCoupon(coupon);
      tx.putPartnerCoupon(wanted.partner, coupon.serial);
      for (const std::string& one : tx.storesOf(member->id)) tx.mark(couponsFeed(one), coupon.serial);
      ++given;
    }
    return {};
  }));
  return given;
}

base::Result<std::vector<PartnerSettlement>> settlePartners(ports::HqStore& store, base::BusinessDate from,
                                                            base::BusinessDate to) {
  std::vector<PartnerSettlement> rows;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    rows = Settling(tx, from, to).rows();
    return {};
  }));
  return rows;
}

std::string settlementJson(base::BusinessDate from, base::BusinessDate to, const std::vector<PartnerSettlement>& rows) {
  return base::jsonObject([&](base::JsonWriter& json) {
    json.field("from", from.iso());
    json.field("to", to.iso());
    json.beginArray("partners");
    for (const auto& row : rows) {
      json.beginObject();
      json.field("partner", row.code);
      json.field("name", row.name);
      json.field("bills", row.bills);
      json.field("points", row.points.value());
      json.field("owed_fen", row.owed.value());
      json.field("coupons", row.coupons);
      json.field("coupon_value_fen", row.coupon_value.value());
      json.endObject();
    }
    json.endArray();
  });
}

std::string settlementCsv(const std::vector<PartnerSettlement>& rows) {
  std::string text = "partner,name,bills,points,owed_fen,coupons,coupon_value_fen\n";
  for (const auto& row : rows)
    text += fmt::format("{},{},{},{},{},{},{}\n", row.code, base::csvCell(row.name), row.bills, row.points.value(),
                        row.owed.value(), row.coupons, row.coupon_value.value());
  return text;
}

}  // namespace kahui::hq
