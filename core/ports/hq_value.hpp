// Stored value and count cards at headquarters, a part of HqTransaction. Money in fen. Thread rule and errors as
// hq_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/ports/hq_records.hpp"

namespace kahui::ports {

struct HqValueMove {  // of stored value, or of one count card
  std::string member;
  HqEventKey key;
  std::string card;  // empty: stored value
  std::string why;   // as journal::StoredMoved and CountMoved have it
  base::Money principal{}, bonus{};
  int uses = 0;
  base::BusinessDate day;
};

struct HqStoredAccount {
  base::Money principal{}, bonus{};  // below 0: a debt
};

struct HqCountCard {
  std::string card, member, sku, name;
  int sold = 0;
  int uses = 0;                                 // that are left; below 0: used more often than it was sold for
  std::optional<base::BusinessDate> expires{};  // last good day
};

class HqValue {
 public:
  virtual ~HqValue() = default;

  virtual void putValueMove(const HqValueMove& move) = 0;
  virtual std::vector<HqValueMove> valueMoves(std::string_view member) = 0;  // by terminal, incarnation, sequence
  // Of each terminal that moved this member's stored value or count cards, the last event that did.
  virtual std::vector<HqEventKey> lastValueMoves(std::string_view member) = 0;
  virtual void addToStored(std::string_view member, base::Money principal, base::Money bonus) = 0;
  virtual std::optional<HqStoredAccount> stored(std::string_view member) = 0;
  virtual void putCountCard(const HqCountCard& card) = 0;
  virtual std::optional<HqCountCard> countCard(std::string_view card) = 0;
  virtual std::vector<HqCountCard> countCards(std::string_view member) = 0;  // by id
  virtual void forgetValue() = 0;                                            // before a fold anew
};

}  // namespace kahui::ports
