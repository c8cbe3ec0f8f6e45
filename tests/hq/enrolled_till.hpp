// A till with a certificate, and a log to send.
#pragma once

#include <stdexcept>
#include <string>

#include "core/sync/compression.hpp"
#include "tests/hq/hq_fixture.hpp"
#include "tests/hq/hq_process.hpp"

namespace kahui::test {

struct EnrolledTill {
  TillLog log;
  HqClient client;
  EnrolledTill(HqProcess& hq, const std::string& terminal, const std::string& position) : log(terminal), client(hq) {
    const auto answer = client.enrol(hq.enrolCode("0001", position), terminal);
    if (answer.status != 200) throw std::runtime_error(answer.body);
    log.setTime(HqProcess::nowLocal().c_str());
    for (int i = 1; i <= 6; ++i) log.add(saleOf(i * 100));
  }
  HttpAnswer send(std::uint64_t first, std::uint64_t last) {
    return client.post("/v1/batches", sync::compress(log.batch(first, last)), "application/zstd");
  }
};

}  // namespace kahui::test
