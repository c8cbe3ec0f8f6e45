// The member desk as lines of JSON and their answers.
//   {"ref"?,"operator":"1001","act":"join","phone":"…","adult":true,"consent":true,"marketing"?,"company"?,"name"?,
//    "tax_no"?,"contact"?,"birthday"?:"[lunar:[leap:]]MM-DD","born"?:"YYYY-MM-DD","card"?:{"uid"|"track2"|"code":"…"},"via"?,"form"?,
//    "referrer"?,"receipt"?}
//      -> {"ref","ok":true,"member","name","phone","gift","gift_coupon"?}
//   {…,"act":"find","text":"…"}   -> {…,"members":[{"member","name","phone","tier","status"}]}
//   {…,"act":"show","member":"…"} -> {…,"member",…}: the member's page
//   {…,"act":"form","count"?}     -> {…,"forms":[{"number","store","at","consent","terms_zh","terms_en","demo",
//    "training"}]}: numbers of blank forms that are printed now
//   {…,"act":"correct|pin|reveal|freeze|unfreeze|void|cash-out|transfer|exchange|cancel-exchange|quarter|claim|rise|
//    erase","member":"…","tier"?,"approver"?,"member_pin"?,…} ->
//    {…,"member","points","balance","frozen","voucher"?,"name"?,"phone"?,"tax_no"?,"contact"?}
// Names and numbers in answers are masked; `reveal` alone shows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/till/till.hpp"

namespace kahui::local {

// One request in, one answer out.
std::string memberLine(till::Till& till, const std::string& line);

// "03-12", "lunar:03-12", "lunar:leap:03-12"; nullopt: none of them.
std::optional<member::Birthday> parseBirthday(std::string_view text);

}  // namespace kahui::local
