#include "app/hq/login.hpp"

#include <sodium.h>

#include <iostream>

#include "app/hq/files.hpp"

namespace kahui::hqserver {

Login::Login(const DataOptions& options)
    : m_password(readFile(std::filesystem::path(options.folder) / "password").value_or("")) {
  while (!m_password.empty() && m_password.back() == '\n') m_password.pop_back();
}

Login::Answer Login::check(const std::string& given) {
  constexpr auto kPause = std::chrono::seconds(1);
  const auto now = std::chrono::steady_clock::now();
  if (now < m_next_try) return Answer::TooSoon;
  if (!m_password.empty() && given.size() == m_password.size() &&
      sodium_memcmp(given.data(), m_password.data(), given.size()) == 0)
    return Answer::Good;
  m_next_try = now + kPause;
  return Answer::Wrong;
}

base::Status askPassword(const DataOptions& options) {
  std::string given;
  std::getline(std::cin, given);
  if (Login(options).check(given) == Login::Answer::Good) return {};
  return base::fail(base::ErrorCode::BadInput,
                    "the password is not right; it stands in the file 'password' of the data folder, and is read from "
                    "standard input");
}

}  // namespace kahui::hqserver
