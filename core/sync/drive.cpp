#include "core/sync/drive.hpp"

namespace kahui::sync {

base::Status drive(Client& client, ports::SyncTransport& transport, const Wait& wait) {
  for (;;) {
    const auto todo = client.next();
    if (!todo) return tl::unexpected(todo.error());
    switch (todo->kind) {
      case Client::Todo::Kind::Send: {
        ports::SyncResponse partial;
        const auto answer = transport.exchange(todo->request, &partial);
        KAHUI_TRY(client.take(answer, partial));
        break;
      }
      case Client::Todo::Kind::Wait:
        if (!wait(todo->wait_ms, client.failures())) return tl::unexpected(client.lastFailure());
        break;
      case Client::Todo::Kind::Finished: return {};
    }
  }
}

}  // namespace kahui::sync
