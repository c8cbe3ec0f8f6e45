#include "app/hq/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "core/base/fd.hpp"

namespace kahui::hqserver {

namespace {

base::Error errorOf(const std::filesystem::path& file) {
  const auto code = errno == ENOSPC ? base::ErrorCode::StoreFull : base::ErrorCode::StoreIo;
  return {code, file.string() + ": " + std::strerror(errno)};
}

}  // namespace

base::Result<std::string> readFile(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
  if (!in && !in.eof()) return base::fail(base::ErrorCode::BadInput, file.string() + ": " + std::strerror(errno));
  return text.str();
}

base::Status writeFile(const std::filesystem::path& file, std::string_view text, FileMode mode) {
  const std::filesystem::path beside = file.string() + ".new";
  const mode_t bits = mode == FileMode::Secret ? S_IRUSR | S_IWUSR : S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
  ::unlink(beside.c_str());
  {
    const base::Fd out(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, bits));
    if (out.get() < 0) return tl::unexpected(errorOf(beside));
    for (std::string_view rest = text; !rest.empty();) {
      const ssize_t written = ::write(out.get(), rest.data(), rest.size());
      if (written < 0) return tl::unexpected(errorOf(beside));
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(out.get()) != 0) return tl::unexpected(errorOf(beside));
  }
  if (::rename(beside.c_str(), file.c_str()) != 0) return tl::unexpected(errorOf(file));
  const base::Fd folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() < 0 || ::fsync(folder.get()) != 0) return tl::unexpected(errorOf(file.parent_path()));
  return {};
}

}  // namespace kahui::hqserver
