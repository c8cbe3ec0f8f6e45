// What the store knows of stored value, count cards and payments by code. Part of ports::Store; its errors and its
// thread rule hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.hpp"
#include "core/base/numbers.hpp"
#include "core/base/result.hpp"
#include "core/member/member.hpp"

namespace kahui::ports {

struct ConfirmedValue {
  base::Money confirmed{};    // principal and bonus, as headquarters said last
  base::Money unsettled{};    // what this till did since, that was not in it
  std::int64_t as_of_ms = 0;  // when it said so, UTC
};

struct StoredAccount {
  base::Money principal{}, bonus{};
  base::Money spent_on_day{};          // of the business day asked for, refunds not deducted (O2)
  std::optional<ConfirmedValue> hq{};  // none: headquarters has never spoken of it
};

struct OwnedCount {
  std::string card;
  std::string sku, name;
  int sold = 0;  // uses that it was sold with
  int left = 0;
  std::optional<base::BusinessDate> expires{};  // last good day
};

struct ValueRow {    // of the running history of stored value or of one count card
  std::string card;  // empty: stored value
  std::string name;  // of the count card
  std::string why;   // as journal::StoredMoved and CountMoved have it
  base::BusinessDate day;
  base::Money principal{}, bonus{};  // what changed
  int count = 0;
  base::Money balance_after{};
  int left_after = 0;
};

// A payment or refund of which it is not settled what became of it, or that stands in no bill yet.
struct OpenPayment {
  std::string payment;
  bool refund = false;
  std::string provider;
  base::Money amount{};
  std::string code;  // masked
  std::string operator_code;
  std::string of;
  std::string bill;
  std::string content;
  std::int64_t begun_ms = 0;  // UTC
  bool paid = false;          // known to be; else nobody knows
};

class TenderStore {
 public:
  virtual ~TenderStore() = default;

  // nullopt: the member has never had stored value.
  virtual base::Result<std::optional<StoredAccount>> storedAccount(member::MemberNo no, base::BusinessDate day) = 0;
  // Count cards with uses left, the one that ends first before the others.
  virtual base::Result<std::vector<OwnedCount>> countCards(member::MemberNo no) = 0;
  virtual base::Result<std::optional<OwnedCount>> countCard(std::string_view card) = 0;
  // Newest first.
  virtual base::Result<std::vector<ValueRow>> valueHistory(member::MemberNo no, int limit) = 0;

  // Oldest first.
  virtual base::Result<std::vector<OpenPayment>> openPayments() = 0;
  // One of them; nullopt: it is settled, or there is none.
  virtual base::Result<std::optional<OpenPayment>> openPayment(std::string_view payment) = 0;
};

}  // namespace kahui::ports
