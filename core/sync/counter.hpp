// What a till and headquarters say to each other about points that are spent, members who are looked for and
// announcements (protocol.md, "Batch and endpoints"; reliability.md, "Offline redemption").
//   GET /v1/grants?epoch=E&after=N   -> 200 GrantsPage; of another epoch: from its first grant on
//   POST /v1/auth/redeem  AuthRequest -> 200 AuthAnswer. The same id again gives the same answer: a lost one is asked
//   for
//                                        again, and a refused id stays refused
//   POST /v1/auth/confirm|cancel  AuthRequest (id alone) -> 200 AuthAnswer
//   GET /v1/members?card=HASH | phone=HASH | no=NUMBER  -> 200 ChangeItem of the scope `members` · 404 nobody
// A reservation ends when its event is posted, when it is cancelled, or after 72 hours if it was not confirmed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/numbers.hpp"
#include "core/base/result.hpp"

namespace kahui::sync {

struct GrantRecord {
  std::int64_t no = 0;    // "no": 1, 2 … in its epoch, of this till
  std::string member;     // "id", hex
  base::Points points{};  // "p"; below 0: wanted back
  bool operator==(const GrantRecord&) const = default;
};

struct GrantsPage {
  std::int64_t epoch = 1;
  std::vector<GrantRecord> items;  // at most kGrantsLimit, in order
  bool more = false;
  bool operator==(const GrantsPage&) const = default;
};
inline constexpr int kGrantsLimit = 1000;

struct AuthRequest {
  std::string id;         // "id": of the attempt, hex; the event names it
  std::string member;     // "m", hex
  base::Points points{};  // "p", > 0
  bool operator==(const AuthRequest&) const = default;
};

// GRANTED, REFUSED, CANCELLED, CONFIRMED, POSTED (its event is in the ledger), EXPIRED, UNKNOWN.
struct AuthAnswer {
  std::string id;
  std::string state;         // "st"
  base::Points available{};  // "a": of the member, for a refusal's words
  bool operator==(const AuthAnswer&) const = default;
  [[nodiscard]] bool granted() const { return state == "GRANTED" || state == "CONFIRMED" || state == "POSTED"; }
};

//   POST /v1/auth/coupon|coupon-free  CouponAuth -> 200 AuthAnswer. GRANTED: nobody else may use it until its event
//        comes, it is freed, or 72 hours are over; REFUSED; UNKNOWN: headquarters has not heard of it. The same id
//        again gives the same answer.
struct CouponAuth {
  std::string id;      // "id": of the attempt, hex
  std::string serial;  // "c"
  bool operator==(const CouponAuth&) const = default;
};
std::string encode(const CouponAuth& request);
base::Result<CouponAuth> parseCouponAuth(std::string_view text);

// Scope `news`; key = name of the announcement.
struct AnnouncementRecord {
  std::string title, text;  // "t", "x"
  std::string from;         // "from": ISO date
  std::string until;        // "until", optional: last day
  std::int64_t at_ms = 0;   // "at"
  bool members = false;     // "mb", optional: members may see it (S000-87)
  bool operator==(const AnnouncementRecord&) const = default;
};

std::string encode(const GrantsPage& page);
std::string encode(const AuthRequest& request);
std::string encode(const AuthAnswer& answer);
std::string encode(const AnnouncementRecord& record);
base::Result<GrantsPage> parseGrants(std::string_view text);
base::Result<AuthRequest> parseAuthRequest(std::string_view text);
base::Result<AuthAnswer> parseAuthAnswer(std::string_view text);
base::Result<AnnouncementRecord> parseAnnouncement(std::string_view data);

}  // namespace kahui::sync
