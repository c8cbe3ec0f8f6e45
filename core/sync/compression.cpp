#include "core/sync/compression.hpp"

#include <zstd.h>

#include <array>

namespace kahui::sync {

namespace {

constexpr int kMostWindowLog = 23;  // 8 MiB: what a frame may make us keep; level 3 asks for 2 MiB

}  // namespace

std::string compress(std::string_view raw) {
  std::string out(ZSTD_compressBound(raw.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), raw.data(), raw.size(), kCompressionLevel);
  KAHUI_ASSERT(ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

void Inflater::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

Inflater::Inflater(std::size_t most_compressed_bytes, std::size_t most_raw_bytes)
    : m_context(ZSTD_createDCtx()), m_compressed_left(most_compressed_bytes), m_raw_left(most_raw_bytes) {
  KAHUI_ASSERT(m_context != nullptr);
  KAHUI_ASSERT(ZSTD_isError(ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, kMostWindowLog)) == 0);
}

Inflater::~Inflater() = default;

base::Status Inflater::feed(std::string_view bytes) {
  if (bytes.size() > m_compressed_left)
    return base::fail(base::ErrorCode::OutOfRange, "more compressed bytes than allowed");
  m_compressed_left -= bytes.size();
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::array<char, 65536> piece;
  for (bool full = false; in.pos < in.size || full;) {
    if (m_complete) return base::fail(base::ErrorCode::BadInput, "bytes after the zstd frame");
    ZSTD_outBuffer out{piece.data(), piece.size(), 0};
    const std::size_t left = ZSTD_decompressStream(m_context.get(), &out, &in);
    if (ZSTD_isError(left) != 0) return base::fail(base::ErrorCode::BadInput, ZSTD_getErrorName(left));
    if (out.pos > m_raw_left) return base::fail(base::ErrorCode::OutOfRange, "unpacks to more bytes than allowed");
    m_raw_left -= out.pos;
    m_raw.append(piece.data(), out.pos);
    m_complete = left == 0;
    full = !m_complete && out.pos == out.size;
  }
  return {};
}

base::Result<std::string> inflate(std::string_view bytes, std::size_t most_raw_bytes) {
  Inflater inflater(bytes.size(), most_raw_bytes);
  KAHUI_TRY(inflater.feed(bytes));
  if (!inflater.complete()) return base::fail(base::ErrorCode::BadInput, "the zstd frame is cut off");
  return std::move(inflater.raw());
}

}  // namespace kahui::sync
