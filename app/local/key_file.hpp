// The file of a shop's card keys (`--keys`): plain, or sealed to this device.
//
// Sealed: the line "kahui-sealed-keys 1", then base64 of a nonce and XChaCha20-Poly1305-IETF over the plain file with
// that line as additional data. The key is 32 random bytes in the folder of the device's keys (store/folder.hpp), name
// device.key, made when it is needed first. So a till starts without anybody typing, and a copy of the sealed file is
// worth nothing elsewhere; who has the device's own files has the keys.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace kahui::local {

enum class OpenToOthers { Refused, Allowed };

// BadInput: it cannot be read, is larger than 64 KiB, or is plain and others than its owner may read it; StoreKey: it
// was sealed on another device, or changed. No error shows what stands in it.
base::Result<std::string> readKeyFile(const std::string& file, OpenToOthers open = OpenToOthers::Refused);

// Others than its owner may read it.
bool isOpenToOthers(const std::string& file);

// `out` must not be there yet; it is readable by its owner only. BadInput, StoreExists, StoreKey, StoreIo.
base::Status sealKeyFile(const std::string& in, const std::string& out);

}  // namespace kahui::local
