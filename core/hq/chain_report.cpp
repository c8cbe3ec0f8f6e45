#include "core/hq/chain_report.hpp"

#include <fmt/format.h>

#include <map>

#include "core/base/csv.hpp"
#include "core/base/json_writer.hpp"
#include "core/hq/project_rewards.hpp"

namespace kahui::hq {

namespace {

void put(base::JsonWriter& json, const ports::HqStoreDay& sums) {
  json.field("receipts", sums.bills);
  json.field("member_receipts", sums.member_bills);
  json.field("net_fen", sums.total.value());
  json.field("member_net_fen", sums.member_total.value());
}

void add(ports::HqStoreDay& sum, const ports::HqStoreDay& one) {
  sum.bills += one.bills;
  sum.member_bills += one.member_bills;
  sum.total += one.total;
  sum.member_total += one.member_total;
}

}  // namespace

bool ofChannel(std::string_view own, std::string_view wanted) {
  return wanted.empty() || own == (wanted == "store" ? std::string_view() : wanted);
}

base::Result<std::vector<ChainDay>> chainDays(ports::HqStore& store, base::BusinessDate from, base::BusinessDate to,
                                              std::string_view channel) {
  if (to < from || to.days() - from.days() >= kMostChainDays)
    return base::fail(base::ErrorCode::OutOfRange,
                      fmt::format("from and to: 1 to {} days are expected", kMostChainDays));
  std::vector<ChainDay> rows;
  const auto read = store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    rows.clear();
    for (auto day = from; day <= to; day = day.plusDays(1))
      for (auto& sums : tx.storeDays(day))
        if (ofChannel(sums.channel, channel)) rows.push_back({day, std::move(sums)});
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return rows;
}

base::Result<std::vector<ChainPoints>> chainPoints(ports::HqStore& store, base::BusinessDate from,
                                                   base::BusinessDate to) {
  std::map<std::string, ChainPoints> sums;
  KAHUI_TRY(store.transaction([&](ports::HqTransaction& tx) -> base::Status {
    sums.clear();
    for (const auto& one : tx.pointsBetween(from, to)) {
      std::string reason(whyOf(one.kind));
      if (reason.empty()) reason = one.account == "PROGRAMME" ? "PURCHASE" : one.account;
      ChainPoints& sum = sums[reason];
      sum.reason = reason;
      sum.given += one.given;
      sum.taken += one.taken;
    }
    return {};
  }));
  std::vector<ChainPoints> rows;
  for (auto& [reason, sum] : sums) rows.push_back(std::move(sum));
  return rows;
}

std::string chainJson(base::BusinessDate from, base::BusinessDate to, const std::vector<ChainDay>& rows,
                      const std::vector<ChainPoints>& points) {
  ports::HqStoreDay sum;
  for (const ChainDay& row : rows) add(sum, row.sums);
  return base::jsonObject([&](base::JsonWriter& json) {
    json.field("from", from.iso());
    json.field("to", to.iso());
    put(json, sum);
    json.beginArray("days");
    for (const ChainDay& row : rows) {
      json.beginObject();
      json.field("date", row.day.iso());
      json.field("store", row.sums.store);
      json.field("channel", row.sums.channel.empty() ? std::string("store") : row.sums.channel);
      put(json, row.sums);
      json.endObject();
    }
    json.endArray();
    json.beginArray("points");
    for (const ChainPoints& one : points) {
      json.beginObject();
      json.field("reason", one.reason);
      json.field("given", one.given.value());
      json.field("taken", one.taken.value());
      json.endObject();
    }
    json.endArray();
  });
}

std::string chainCsv(const std::vector<ChainDay>& rows) {
  std::string text = "date,store,receipts,member_receipts,net_fen,member_net_fen,channel\n";
  for (const auto& [day, sums] : rows)
    text += fmt::format("{},{},{},{},{},{},{}\n", day.iso(), base::csvCell(sums.store), sums.bills, sums.member_bills,
                        sums.total.value(), sums.member_total.value(),
                        sums.channel.empty() ? std::string("store") : sums.channel);
  return text;
}

}  // namespace kahui::hq
