// Appends one JSON object to a string, in the order of the calls. The journal's lines are made with it: their bytes are
// hashed and sent as they are, so the order is fixed by the code and no library may re-arrange or re-format them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kahui::base {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : m_out(out) {}

  void beginObject() { open('{'); }
  void beginObject(std::string_view key) {
    name(key);
    openValue('{');
  }
  void endObject() { close('}'); }
  void beginArray(std::string_view key) {
    name(key);
    openValue('[');
  }
  void endArray() { close(']'); }

  void field(std::string_view key, std::int64_t value) {
    name(key);
    number(value);
  }
  void field(std::string_view key, std::string_view value) {
    name(key);
    text(value);
  }
  void field(std::string_view key, const char* value) { field(key, std::string_view(value)); }
  void fieldIfAny(std::string_view key, std::string_view value) {  // an empty text leaves its key out
    if (!value.empty()) field(key, value);
  }
  void flag(std::string_view key, bool value) {
    name(key);
    m_out += value ? "true" : "false";
    m_first = false;
  }
  void null(std::string_view key) {
    name(key);
    m_out += "null";
    m_first = false;
  }
  void element(std::int64_t value) {
    comma();
    number(value);
  }
  void element(std::string_view value) {
    comma();
    text(value);
  }

 private:
  void comma() {
    if (!m_first) m_out.push_back(',');
    m_first = false;
  }
  void open(char bracket) {
    comma();
    m_out.push_back(bracket);
    m_first = true;
  }
  void openValue(char bracket) {
    m_out.push_back(bracket);
    m_first = true;
  }
  void close(char bracket) {
    m_out.push_back(bracket);
    m_first = false;
  }
  void name(std::string_view key);
  void number(std::int64_t value);
  void text(std::string_view value);

  std::string& m_out;
  bool m_first = true;
};

// An object with what `write(JsonWriter&)` puts into it.
template <class Write>
std::string jsonObject(Write&& write) {
  std::string text;
  JsonWriter json(text);
  json.beginObject();
  write(json);
  json.endObject();
  return text;
}

}  // namespace kahui::base
