// All that a screen knows: an immutable picture of the till after a command. Made by the engine thread, shared, never
// changed. Texts in it come from data (product and member names); every other word is made by app/models from the
// codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/numbers.hpp"
#include "core/ports/card_reader.hpp"
#include "core/sale/receipt.hpp"

namespace kahui::till {

enum class Phase { SignedOut, Selling, Tendering, Receipt };

struct StoreView {
  std::string store_no;
  std::string store_name;
  std::string position;  // register number within the store
  bool demo = false;
};

enum class Role { Cashier, Leader, Manager };

struct OperatorView {
  std::string code;
  std::string name;
  Role role{};
};

// Which rule gave the line its price (rulebook P2, P4).
enum class PriceLayer { Retail, Promo, MemberPrice, MemberDay, Tier, RateCoupon, Override, Stack };

struct LineView {
  std::int64_t line_id = 0;  // stays with the line while the basket lives
  std::string sku;
  std::string barcode;
  std::string name;
  std::string spec;  // pack size, may be empty
  std::string unit;  // 盒, kg …
  base::Money unit_price{};
  base::Quantity quantity{};
  base::Money gross{};
  base::Money saving{};  // gross - final, >= 0
  base::Money final{};   // what the customer pays for the line
  PriceLayer layer = PriceLayer::Retail;
  bool weighed = false;
  bool no_member_discount = false;
};

struct NextTier {
  std::string code;
  std::string name;
  std::optional<base::Money> missing_purchase{};  // by one purchase at once, this bill counted; > 0
  std::optional<base::Points> missing_points{};   // lifetime points, this bill counted; > 0
};

struct MemberPanel {
  std::string member_no;
  std::string masked_name;   // 王** (M2); may be empty
  std::string masked_phone;  // 138****5678 (M1)
  std::string tier_code;
  std::string tier_name;
  int tier_rank = 0;  // 0 = lowest
  base::Rate tier_rate = base::kFullRate;
  base::Points points{};  // balance before this bill
  base::Points earns{};   // by this bill
  bool birthday = false;  // today
  ports::Trust trust = ports::Trust::Claim;
  std::optional<NextTier> next_tier{};
};

struct Totals {
  base::Money gross{};
  base::Money saving{};  // gross - due before rounding
  base::Money due{};
  int lines = 0;
  int pieces = 0;  // weighed lines count as one
};

struct TenderView {
  base::Money due{};                       // cash, after rounding down (P10)
  base::Money rounding{};                  // dropped, >= 0
  std::vector<base::Money> quick_amounts;  // ascending, the exact amount first
};

struct ProductView {
  std::string sku;
  std::string barcode;
  std::string name;
  std::string spec;
  std::string unit;
  std::string category;
  base::Money price{};
  std::optional<base::Money> promo_price{};
  std::optional<base::Money> member_price{};
};

struct SearchView {
  std::string query;
  std::vector<ProductView> hits;  // at most 50, best first
  bool more = false;
};

struct ReaderView {
  std::string name;
  ports::ReaderKind kind{};
  ports::ReaderState state{};
  ports::ReaderAdvice advice = ports::ReaderAdvice::None;
};

enum class NoticeKind { Good, Info, Warning, Error };

enum class NoticeCode {
  SignedIn,         // args: operator name
  ItemAdded,        // args: product name
  QuantityChanged,  // args: product name, quantity
  LineVoided,       // args: product name; can be undone
  SaleCancelled,    // can be undone
  UndoDone,
  MemberAttached,  // args: masked name
  MemberDetached,
  SaleDone,     // args: receipt no
  ReaderReady,  // args: reader
  ReaderLost,   // args: reader, advice name
  CardRefused,  // args: reason name
  CardIgnored,  // a card was shown while it cannot be used (signed out, tendering, receipt)
  Failed,       // Snapshot::Notice::error says what
};

struct Notice {
  NoticeKind kind{};
  NoticeCode code{};
  std::vector<std::string> args{};
  std::optional<base::Error> error{};
  bool can_undo = false;
  std::uint64_t serial = 0;  // rises with each notice, so that the same one twice is seen as new
};

struct Snapshot {
  std::uint64_t revision = 0;
  Phase phase = Phase::SignedOut;
  StoreView store;
  base::BusinessDate business_date;
  std::optional<OperatorView> op;
  std::vector<LineView> lines;
  int selected_line = -1;  // -1: none
  std::optional<MemberPanel> member;
  Totals totals;
  std::optional<TenderView> tender;
  std::optional<sale::Receipt> receipt;  // Phase::Receipt, or the last one on request
  base::Money change{};                  // Phase::Receipt
  std::optional<SearchView> search;
  std::vector<ReaderView> readers;
  std::optional<Notice> notice;
  bool can_undo = false;
};

}  // namespace kahui::till
