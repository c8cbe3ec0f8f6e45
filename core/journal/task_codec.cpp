#include "core/journal/task_codec.hpp"

#include <array>

#include "core/journal/json_reader.hpp"

namespace kahui::journal {

namespace {

using base::JsonWriter;
using nlohmann::json;

constexpr std::array<std::string_view, 6> kStates{"NEW", "AGREED", "ARRANGED", "DONE", "RATED", "CANCELLED"};

base::LocalTime time(const json& object, const char* key) {
  const auto read = base::LocalTime::parse(text(object, key));
  if (!read) throw Malformed{std::string(key) + " is no time"};
  return *read;
}

TaskState state(const json& object) {
  const auto read = taskStateByName(text(object, "s"));
  if (!read) throw Malformed{"s is no state of a task"};
  return *read;
}

TasksOpened readOpened(const json& p) {
  TasksOpened opened{text(p, "k"), text(p, "pl", ""), text(p, "src", ""), text(p, "op"), {}};
  for (const json& part : array(p, "parts"))
    opened.parts.push_back({identity(part, "id"), number(part, "no", 0), text(part, "st", ""), time(part, "due")});
  return opened;
}

TaskChanged readChanged(const json& p) {
  TaskChanged changed{identity(p, "id"), state(p), {}, static_cast<int>(number(p, "sc", 0)), text(p, "op")};
  if (p.contains("due")) changed.due = time(p, "due");
  return changed;
}

}  // namespace

std::string_view taskStateName(TaskState state) { return kStates.at(static_cast<std::size_t>(state)); }

std::optional<TaskState> taskStateByName(std::string_view name) {
  for (std::size_t i = 0; i < kStates.size(); ++i)
    if (kStates.at(i) == name) return static_cast<TaskState>(i);
  return std::nullopt;
}

void writePayload(JsonWriter& out, const TasksOpened& opened) {
  out.field("k", opened.kind);
  out.fieldIfAny("pl", opened.plan);
  out.fieldIfAny("src", opened.source);
  out.field("op", opened.operator_code);
  out.beginArray("parts");
  for (const auto& part : opened.parts) {
    out.beginObject();
    out.field("id", part.task.hex());
    if (part.member != 0) out.field("no", part.member);
    out.fieldIfAny("st", part.step);
    out.field("due", part.due.iso());
    out.endObject();
  }
  out.endArray();
}

void writePayload(JsonWriter& out, const TaskChanged& changed) {
  out.field("id", changed.task.hex());
  out.field("s", taskStateName(changed.state));
  if (changed.due) out.field("due", changed.due->iso());
  if (changed.score != 0) out.field("sc", std::int64_t{changed.score});
  out.field("op", changed.operator_code);
}

void writePayload(JsonWriter& out, const BenefitUsed& used) {
  out.field("no", used.member);
  out.field("k", used.benefit);
  out.field("q", used.quantity);
  out.field("per", used.period);
  out.field("op", used.operator_code);
}

void writePayload(JsonWriter& out, const CarePlanSet& set) {
  out.field("json", set.json);
  out.field("op", set.operator_code);
}

void writePayload(JsonWriter& out, const TargetSet& set) {
  out.field("m", set.month);
  out.field("k", set.figure);
  out.field("v", set.value);
  out.field("op", set.operator_code);
}

std::optional<Payload> readTaskEvent(std::string_view type, const json& p) {
  if (type == "task.opened") return readOpened(p);
  if (type == "task.changed") return readChanged(p);
  if (type == "benefit.used")
    return BenefitUsed{number(p, "no"), text(p, "k"), number(p, "q"), text(p, "per"), text(p, "op")};
  if (type == "care_plan.set") return CarePlanSet{text(p, "json"), text(p, "op")};
  if (type == "target.set") return TargetSet{text(p, "m"), text(p, "k"), number(p, "v"), text(p, "op")};
  return std::nullopt;
}

}  // namespace kahui::journal
