#include "app/hqdb/held_rows.hpp"

namespace kahui::hqdb {

namespace {

constexpr std::string_view kInsert = "INSERT INTO ";
constexpr std::string_view kValues = " VALUES(";

bool inName(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

void addNumber(std::string& bytes, std::uint32_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFFU);
}

// A length and the bytes; -1 alone is NULL.
void addValue(std::string& bytes, const Value& value) {
  const std::string* held = nullptr;
  if (const auto* text = std::get_if<std::string>(&value)) held = text;
  if (const auto* blob = std::get_if<Blob>(&value)) held = &blob->bytes;
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    addNumber(bytes, 8, 4);
    bytes += bigEndian(*number);
  } else if (held != nullptr) {
    addNumber(bytes, static_cast<std::uint32_t>(held->size()), 4);
    bytes += *held;
  } else {
    addNumber(bytes, 0xFFFFFFFFU, 4);
  }
}

}  // namespace

std::string bigEndian(std::int64_t value) {
  std::string bytes(8, '\0');
  for (std::size_t i = 8; i-- > 0; value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) >> 8U))
    bytes[i] = static_cast<char>(value & 0xFF);
  return bytes;
}

HeldRows::HeldRows(const char* sql, std::size_t key) : m_sql(sql), m_key(key) {
  std::string_view text = sql;
  text.remove_prefix(kInsert.size());
  m_table = text.substr(0, text.find_first_of(" ("));
}

void HeldRows::add(std::initializer_list<Value> values) {
  if (m_key != 0) {
    std::string name;
    for (auto value = values.begin(); value != values.begin() + m_key; ++value) addValue(name, *value);
    const auto [place, fresh] = m_by_name.try_emplace(std::move(name), m_rows.size());
    if (!fresh) {
      m_rows[place->second] = values;
      return;
    }
  }
  m_rows.emplace_back(values);
}

bool names(std::string_view sql, std::string_view table) {
  for (std::size_t at = sql.find(table); at != std::string_view::npos; at = sql.find(table, at + 1)) {
    const std::size_t end = at + table.size();
    if ((at == 0 || !inName(sql[at - 1])) && (end == sql.size() || !inName(sql[end]))) return true;
  }
  return false;
}

bool isPlainInsert(std::string_view sql, std::size_t columns) {
  std::string parameters;
  for (std::size_t i = 1; i <= columns; ++i) parameters += (i == 1 ? "$" : ", $") + std::to_string(i);
  const std::size_t at = sql.find(kValues);
  return at != std::string_view::npos && sql.substr(at + kValues.size()) == parameters + ")";
}

std::string copyBytes(const std::vector<std::vector<Value>>& rows) {
  std::string bytes("PGCOPY\n\377\r\n\0", 11);
  bytes.append(8, '\0');  // no flags, no more of a header
  for (const auto& row : rows) {
    addNumber(bytes, static_cast<std::uint32_t>(row.size()), 2);
    for (const Value& value : row) addValue(bytes, value);
  }
  addNumber(bytes, 0xFFFFU, 2);
  return bytes;
}

std::string overArrays(std::string_view sql, const std::vector<std::string>& types) {
  const std::size_t at = sql.find(kValues);
  const std::size_t end = sql.find(')', at);
  if (at == std::string_view::npos || end == std::string_view::npos || sql.find('$', end) != std::string_view::npos)
    return {};
  std::string text(sql.substr(0, at));
  text += " SELECT ";
  for (const char c : sql.substr(at + kValues.size(), end - at - kValues.size()))
    text += c == '$' ? std::string("u.c") : std::string(1, c);
  text += " FROM unnest(";
  std::string columns;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    text += (i == 0 ? "$" : ", $") + number + "::" + types[i] + "[]";
    columns += (i == 0 ? "c" : ", c") + number;
  }
  text += ") AS u(" + columns + ")";
  text += sql.substr(end + 1);
  return text;
}

std::string arrayBytes(const std::vector<std::vector<Value>>& rows, std::size_t column, std::uint32_t element_type) {
  std::string bytes;
  addNumber(bytes, 1, 4);  // dimensions
  addNumber(bytes, 1, 4);  // there may be NULL
  addNumber(bytes, element_type, 4);
  addNumber(bytes, static_cast<std::uint32_t>(rows.size()), 4);
  addNumber(bytes, 1, 4);  // the first index
  for (const auto& row : rows) addValue(bytes, row[column]);
  return bytes;
}

}  // namespace kahui::hqdb
