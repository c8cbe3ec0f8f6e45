#include "core/ports/card_reader.hpp"

#include <atomic>

namespace kahui::ports {

std::uint64_t newGeneration() {
  static std::atomic<std::uint64_t> last{0};
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

std::string_view name(ReaderKind kind) {
  switch (kind) {
    case ReaderKind::Pcsc: return "pcsc";
    case ReaderKind::Nfc: return "nfc";
    case ReaderKind::Serial: return "serial";
    case ReaderKind::Wedge: return "wedge";
    case ReaderKind::Sim: return "sim";
  }
  return "";
}

std::string_view name(ReaderState state) {
  switch (state) {
    case ReaderState::Ready: return "ready";
    case ReaderState::Gone: return "gone";
    case ReaderState::Busy: return "busy";
    case ReaderState::Error: return "error";
  }
  return "";
}

std::string_view name(ReaderAdvice advice) {
  switch (advice) {
    case ReaderAdvice::None: return "none";
    case ReaderAdvice::PlugReaderIn: return "plug_reader_in";
    case ReaderAdvice::StartService: return "start_pcscd";
    case ReaderAdvice::CloseOtherProgram: return "close_other_program";
    case ReaderAdvice::AllowAccess: return "allow_access";
    case ReaderAdvice::ReplugReader: return "replug_reader";
  }
  return "";
}

std::string_view name(CardClass card_class) {
  switch (card_class) {
    case CardClass::Magstripe: return "magstripe";
    case CardClass::Uid: return "uid";
    case CardClass::Ntag21x: return "ntag21x";
    case CardClass::UltralightEv1: return "ultralight_ev1";
    case CardClass::Ntag424: return "ntag424";
    case CardClass::Desfire: return "desfire";
    case CardClass::Code: return "code";
  }
  return "";
}

std::string_view name(Trust trust) {
  switch (trust) {
    case Trust::Claim: return "claim";
    case Trust::Genuine: return "genuine";
    case Trust::Authenticated: return "authenticated";
  }
  return "";
}

std::string_view name(RefuseReason reason) {
  switch (reason) {
    case RefuseReason::BankCard: return "bank_card";
    case RefuseReason::RandomUid: return "random_uid";
    case RefuseReason::Torn: return "torn";
    case RefuseReason::Unreadable: return "unreadable";
    case RefuseReason::BadMac: return "bad_mac";
    case RefuseReason::Replay: return "replay";
    case RefuseReason::FactoryKey: return "factory_key";
    case RefuseReason::WrongKey: return "wrong_key";
    case RefuseReason::BadSignature: return "bad_signature";
    case RefuseReason::NotOurs: return "not_ours";
    case RefuseReason::Expired: return "expired";
  }
  return "";
}

}  // namespace kahui::ports
