// Medians, percentiles and tables of the benchmarks. Times in microseconds.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace kahui::bench {

inline double now_us() {
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

inline double median(const std::vector<double>& values) { return percentile(values, 0.5); }

// Half the interquartile range over the median: the noise of a row.
inline double noise(const std::vector<double>& values) {
  const double middle = median(values);
  return middle > 0 ? (percentile(values, 0.75) - percentile(values, 0.25)) / 2 / middle : 0;
}

inline void row(const char* name, const std::vector<double>& values, const char* extra = "") {
  std::printf("%-52s p50 %9.1f  +-%4.0f%%  p99 %9.1f  max %9.1f us  %s\n", name, median(values), 100 * noise(values),
              percentile(values, 0.99), percentile(values, 1), extra);
  std::fflush(stdout);
}

inline std::int64_t fromEnvironment(const char* name, std::int64_t usual) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::atoll(value) : usual;
}

}  // namespace kahui::bench
