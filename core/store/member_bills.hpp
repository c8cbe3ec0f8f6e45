// Bills of a member without reading everybody's: table member_bill (schema version 24). It is folded between sales, a
// few hundred at a time, since each row lies on a page of its member; those that came since are the last ones of table
// sale. What was fetched back is put in at once, because its numbers are not the last. Internal to the store; throws
// SQLite::Exception.
#pragma once

#include "core/store/connection.hpp"

namespace kahui::store {

// Receipts (sale.no) of the member ?1.
#define KAHUI_BILLS_OF_MEMBER                                                                   \
  "(SELECT no FROM member_bill WHERE member=?1 UNION ALL SELECT no FROM sale WHERE no>(SELECT " \
  "CAST(value AS INTEGER) FROM meta WHERE key='bills_upto') AND member=?1)"

// Inside the caller's transaction. True: there is more to fold.
bool foldMemberBills(Connection& connection);

}  // namespace kahui::store
