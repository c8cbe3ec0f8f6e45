#include "drivers/pcsc/codes.hpp"

namespace kahui::pcsc {

Verdict verdictOf(LONG code) {
  switch (code) {
    case SCARD_S_SUCCESS: return Verdict::Done;
    case SCARD_E_TIMEOUT: return Verdict::TimedOut;
    case SCARD_E_CANCELLED: return Verdict::Cancelled;
    case SCARD_F_COMM_ERROR:  // the daemon ended while a call was under way
    case SCARD_F_INTERNAL_ERROR:
    case SCARD_E_NO_SERVICE:
    case SCARD_E_SERVICE_STOPPED:
    case SCARD_E_INVALID_HANDLE:
    case SCARD_W_SECURITY_VIOLATION:
    case SCARD_E_NO_ACCESS: return Verdict::ServiceLost;
    case SCARD_E_READER_UNAVAILABLE:
    case SCARD_E_UNKNOWN_READER:
    case SCARD_E_NO_READERS_AVAILABLE: return Verdict::ReaderLost;
    case SCARD_E_NO_SMARTCARD:
    case SCARD_W_REMOVED_CARD: return Verdict::CardLost;
    case SCARD_W_RESET_CARD: return Verdict::CardReset;
    case SCARD_E_SHARING_VIOLATION: return Verdict::HeldElsewhere;
  }
  return Verdict::Unclear;
}

ports::ReaderAdvice serviceAdvice(LONG code) {
  const bool refused = code == SCARD_W_SECURITY_VIOLATION || code == SCARD_E_NO_ACCESS;
  return refused ? ports::ReaderAdvice::AllowAccess : ports::ReaderAdvice::StartService;
}

}  // namespace kahui::pcsc
