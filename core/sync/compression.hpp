// zstd (RFC 8878) with the output bounded while it comes out: a frame that claims little and unpacks to much stops at
// the limit. Errors: OutOfRange beyond a limit, BadInput if the bytes are no single zstd frame.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

struct ZSTD_DCtx_s;

namespace kahui::sync {

inline constexpr int kCompressionLevel = 3;

std::string compress(std::string_view raw);

// One frame, fed piece by piece as it comes from the network. One thread.
class Inflater {
 public:
  // raw() never grows beyond `most_raw_bytes`, the fed bytes never beyond `most_compressed_bytes`.
  Inflater(std::size_t most_compressed_bytes, std::size_t most_raw_bytes);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  base::Status feed(std::string_view bytes);
  // What came out so far; the caller may take it away piece by piece, the limits count on.
  [[nodiscard]] std::string& raw() { return m_raw; }
  [[nodiscard]] bool complete() const { return m_complete; }

 private:
  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_DCtx_s, Free> m_context;
  std::size_t m_compressed_left;
  std::size_t m_raw_left;
  std::string m_raw;
  bool m_complete = false;
};

base::Result<std::string> inflate(std::string_view bytes, std::size_t most_raw_bytes);

}  // namespace kahui::sync
