#include "core/journal/talk_codec.hpp"

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

using nlohmann::json;

void writePayload(base::JsonWriter& out, const CommentMade& comment) {
  out.field("id", comment.comment.hex());
  out.field("ab", comment.about);
  out.field("k", comment.key);
  if (comment.member != 0) out.field("no", comment.member);
  if (comment.answers != base::Id{}) out.field("an", comment.answers.hex());
  out.field("op", comment.operator_code);
}

void writePayload(base::JsonWriter& out, const TalkOpened& opened) {
  out.field("ab", opened.about);
  out.field("k", opened.key);
  if (opened.open) out.field("on", std::int64_t{1});
  out.field("op", opened.operator_code);
}

std::optional<Payload> readTalkEvent(std::string_view type, const json& p) {
  if (type == "comment.made")
    return CommentMade{identity(p, "id"),
                       text(p, "ab"),
                       text(p, "k"),
                       number(p, "no", 0),
                       p.contains("an") ? identity(p, "an") : base::Id{},
                       text(p, "op")};
  if (type == "talk.opened") return TalkOpened{text(p, "ab"), text(p, "k"), flag(p, "on"), text(p, "op")};
  return std::nullopt;
}

}  // namespace kahui::journal
