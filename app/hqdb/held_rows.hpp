// Rows that a PostgreSQL transaction holds back, so that a page of events takes a few trips to the server and not one a
// row. Internal to this room. Thread rule: as Database.
#pragma once

#include <unordered_map>

#include "app/hqdb/database.hpp"

namespace kahui::hqdb {

// Rows of one statement, in the order in which they were first put in: tills are told of marks in it.
class HeldRows {
 public:
  HeldRows(const char* sql, std::size_t key);
  void add(std::initializer_list<Value> values);

  [[nodiscard]] const char* sql() const { return m_sql; }
  [[nodiscard]] const std::string& table() const { return m_table; }
  [[nodiscard]] const std::vector<std::vector<Value>>& rows() const { return m_rows; }

 private:
  const char* m_sql;
  std::string m_table;
  std::size_t m_key;
  std::vector<std::vector<Value>> m_rows;
  std::unordered_map<std::string, std::size_t> m_by_name;
};

// Whether a statement has the table's name in it.
bool names(std::string_view sql, std::string_view table);

// "INSERT INTO t VALUES($1, …, $n)" and no more: COPY writes the same.
bool isPlainInsert(std::string_view sql, std::size_t columns);

// Rows as COPY's binary format.
std::string copyBytes(const std::vector<std::vector<Value>>& rows);

// The statement over arrays, one for each parameter, of these types ("BIGINT"): its rows at once. Empty: it has
// parameters outside VALUES(…).
std::string overArrays(std::string_view sql, const std::vector<std::string>& types);

// One parameter of all rows, as a binary array of elements of a type.
std::string arrayBytes(const std::vector<std::vector<Value>>& rows, std::size_t column, std::uint32_t element_type);

std::string bigEndian(std::int64_t value);

}  // namespace kahui::hqdb
