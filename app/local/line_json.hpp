// What all requests and answers as lines of JSON have in common; inside this folder only.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/pricing/sale_input.hpp"

namespace kahui::local {

// Thrown by what reads a request, turned into an Error by parseLine().
struct Refused {
  base::ErrorCode code;
  std::string detail;
};

void onlyKeys(const nlohmann::json& object, const std::string& where, std::initializer_list<std::string_view> known);
// Empty, nothing or no elements where there is no such key.
std::string text(const nlohmann::json& object, const char* key, const std::string& where);
std::optional<std::int64_t> number(const nlohmann::json& object, const char* key, const std::string& where);
const nlohmann::json& list(const nlohmann::json& object, const char* key);
pricing::Tender readTender(const nlohmann::json& tender, const std::string& where);

// `read` turns a line's object into a request.
template <class Read>
auto parseLine(std::string_view line, Read read) -> base::Result<decltype(read(nlohmann::json()))> {
  const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
  if (object.is_discarded()) return base::fail(base::ErrorCode::BadInput, "not a line of JSON");
  try {
    return read(object);
  } catch (const Refused& refused) {
    return base::fail(refused.code, refused.detail);
  }
}

// The caller's ref even of a line that cannot be used otherwise; empty if there is none.
std::string refOf(std::string_view line);

nlohmann::ordered_json answerHead(const std::string& ref, bool ok);
std::string refusalJson(const std::string& ref, const base::Error& error);

// One line of an operator's work: `answer` gets the object and gives the answer; what it refuses is one as well.
template <class Answer>
std::string answerOperator(const std::string& line, Answer answer) {
  const auto done = parseLine(line, [&](const nlohmann::json& object) -> std::string {
    if (!object.is_object()) throw Refused{base::ErrorCode::BadInput, "an object is expected"};
    if (text(object, "operator", "request").empty()) throw Refused{base::ErrorCode::BadInput, "operator: missing"};
    return answer(object);
  });
  return done ? *done : refusalJson(refOf(line), done.error());
}

}  // namespace kahui::local
