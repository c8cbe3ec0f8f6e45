#include "core/hq/announcements.hpp"

#include <algorithm>
#include <set>

#include "core/base/json_writer.hpp"
#include "core/base/text.hpp"
#include "core/hq/feeds.hpp"

namespace kahui::hq {

namespace {

using ports::HqTransaction;

constexpr std::ptrdiff_t kLongestTitle = 80, kLongestText = 4000;  // characters

// Characters of UTF-8.
std::ptrdiff_t lengthOf(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

base::Status check(const ports::HqAnnouncement& wanted) {
  if (!base::isCleanUtf8(wanted.title) || !base::isCleanUtf8(wanted.text))
    return base::fail(base::ErrorCode::BadInput, "title, text: UTF-8 is expected");
  if (wanted.title.empty() || lengthOf(wanted.title) > kLongestTitle)
    return base::fail(base::ErrorCode::BadInput, "--title: 1 to 80 characters are expected");
  if (lengthOf(wanted.text) > kLongestText)
    return base::fail(base::ErrorCode::BadInput, "--text: at most 4000 characters are expected");
  if (wanted.until && *wanted.until < wanted.from)
    return base::fail(base::ErrorCode::BadInput, "--until: it lies before the beginning");
  return {};
}

std::set<std::string> storesFor(HqTransaction& tx, const std::string& store) {
  std::set<std::string> stores;
  for (const auto& terminal : tx.terminals())
    if (store.empty() || terminal.store == store) stores.insert(terminal.store);
  return stores;
}

}  // namespace

base::Result<std::string> announce(ports::HqStore& store, ports::HqAnnouncement wanted, std::int64_t now_ms) {
  KAHUI_TRY(check(wanted));
  wanted.at_ms = now_ms;
  if (wanted.key.empty()) wanted.key = "n" + std::to_string(now_ms);
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    const auto stores = storesFor(tx, wanted.store);
    if (!wanted.store.empty() && stores.empty())
      return base::fail(base::ErrorCode::BadInput, "--store: no till of it is enrolled");
    tx.putAnnouncement(wanted);
    for (const std::string& one : stores) tx.mark(newsFeed(one), wanted.key);
    return {};
  }));
  return wanted.key;
}

base::Status withdraw(ports::HqStore& store, const std::string& key) {
  return store.transaction([&](HqTransaction& tx) -> base::Status {
    for (auto one : tx.announcements()) {
      if (one.key != key) continue;
      one.withdrawn = true;
      tx.putAnnouncement(one);
      for (const std::string& name : storesFor(tx, one.store)) tx.mark(newsFeed(name), key);
      return {};
    }
    return base::fail(base::ErrorCode::BadInput, "no announcement is called " + key);
  });
}

void welcomeNews(HqTransaction& tx, const std::string& store) {
  for (const auto& one : tx.announcements())
    if (!one.withdrawn && (one.store.empty() || one.store == store)) tx.mark(newsFeed(store), one.key);
}

base::Result<std::vector<AnnouncementReads>> announcementReads(ports::HqStore& store) {
  std::vector<AnnouncementReads> list;
  KAHUI_TRY(store.transaction([&](HqTransaction& tx) -> base::Status {
    list.clear();
    const auto marks = tx.readMarks();
    for (auto& one : tx.announcements()) {
      list.push_back({std::move(one), {}});
      for (const auto& mark : marks)
        if (mark.key == list.back().announcement.key) list.back().reads.push_back(mark);
    }
    return {};
  }));
  return list;
}

std::string announcementsJson(const std::vector<AnnouncementReads>& list) {
  std::string text;
  base::JsonWriter json(text);
  json.beginObject();
  json.beginArray("announcements");
  for (const auto& [one, reads] : list) {
    json.beginObject();
    json.field("key", one.key);
    json.field("title", one.title);
    json.field("text", one.text);
    json.field("store", one.store);
    json.field("from", one.from.iso());
    if (one.until) json.field("until", one.until->iso());
    json.flag("withdrawn", one.withdrawn);
    json.flag("members", one.members);
    json.beginArray("read");
    for (const auto& mark : reads) {
      json.beginObject();
      json.field("terminal", mark.terminal);
      json.field("operator", mark.operator_code);
      json.field("at_ms", mark.at_ms);
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
  json.endArray();
  json.endObject();
  return text;
}

}  // namespace kahui::hq
