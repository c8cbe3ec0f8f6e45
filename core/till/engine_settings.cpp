// Labels of scales (M6) and 抹零 (P10), as somebody sets them at the till.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/programme/pack_names.hpp"
#include "core/till/engine.hpp"

namespace kahui::till {

using base::ErrorCode;

namespace {
constexpr std::string_view kLabelSetting = "scale_labels";
constexpr std::string_view kLowValueSetting = "low_value_fen";
constexpr base::Money kHighestLowValue(10'000'000);
}  // namespace

void Till::Engine::readSettings() {
  const auto kept = m_ports.store->setting(kLabelSetting);
  if (!kept) return failed(kept.error());
  const auto rules = catalog::parseLabelRules(*kept);
  if (!rules) return failed({ErrorCode::StoreCorrupt, "setting of scale labels"});
  m_labels = *rules;
  const auto low = m_ports.store->setting(kLowValueSetting);
  if (!low) return failed(low.error());
  std::int64_t fen = 0;
  std::from_chars(low->data(), low->data() + low->size(), fen);
  m_low_value = base::Money(fen);
}

base::Status Till::Engine::keepSetting(std::string_view name, const std::string& value, const std::string& signer) {
  const std::string& who = signer.empty() ? m_staff->code : signer;
  return m_ports.store->putSetting(name, value,
                                   m_desk.draftNow(journal::LogNote{who, fmt::format("setting {}: {}", name, value)}));
}

std::optional<Till::Engine::LabelSale> Till::Engine::labelSale(const std::string& code,
                                                               const catalog::ScaleLabel& label) {
  auto product = m_desk.product(label.plu);
  if (!product && product.error().code == ErrorCode::UnknownProduct)
    product = m_desk.product(code.substr(0, 2 + label.plu.size()));
  if (!product) return std::nullopt;
  LabelSale sale{*product, label.weight.value_or(base::kOnePiece), label.amount};
  const base::Money price = (*product)->price;
  if ((*product)->weighed && !label.weight && label.amount && price > base::Money{})
    sale.quantity =
        std::max(base::Quantity(1),
                 base::Quantity(base::mulDivHalfUp(label.amount->value(), base::kOnePiece.value(), price.value())));
  return sale;
}

// A scale prints the PLU alone or with its prefix; the amount is taken as printed, and where no weight is printed the
// amount says it. Without an amount it is weight times price, as of any weighed line.
bool Till::Engine::enterLabel(const std::string& code) {
  const auto reading = catalog::readScaleLabel(code, m_labels);
  if (!reading.label) return false;
  const auto sale = labelSale(code, *reading.label);
  if (!sale) return false;
  BasketLine line;
  line.amount = sale->amount;
  if (const auto added = m_basket.append(sale->product, sale->quantity, std::move(line)); !added) {
    failed(added.error());
    return true;
  }
  m_search.reset();
  repriced();
  notify(NoticeKind::Good, NoticeCode::ItemAdded, {sale->product->name});
  return true;
}

void Till::Engine::handle(const TryLabel& command) {
  m_label_trial.reset();
  if (!m_staff || command.code.empty()) return;
  LabelTrial trial{command.code, catalog::readScaleLabel(command.code, command.rules), {}, {}, {}};
  if (trial.reading.label) {
    if (const auto sale = labelSale(command.code, *trial.reading.label)) {
      trial.product_name = sale->product->name;
      trial.quantity = sale->quantity;
      trial.amount = sale->amount.value_or(base::Money(
          base::mulDivHalfUp(sale->product->price.value(), sale->quantity.value(), base::kOnePiece.value())));
    }
  }
  m_label_trial = std::move(trial);
}

void Till::Engine::handle(SetLabelRules& command) {
  const auto signer = permit(Right::ManageSettings, std::move(command.approval));
  if (!signer) return failed(signer.error());
  if (const auto good = catalog::checkLabelRules(command.rules); !good) return failed(good.error());
  if (const auto put = keepSetting(kLabelSetting, catalog::labelRulesText(command.rules), *signer); !put)
    return failed(put.error());
  m_labels = std::move(command.rules);
  notify(NoticeKind::Good, NoticeCode::SettingsSaved);
}

void Till::Engine::handle(SetRounding& command) {
  const auto signer = permit(Right::ManageSettings, std::move(command.approval));
  if (!signer) return failed(signer.error());
  if (m_ports.store->info().enrolled) return failed({ErrorCode::RuleRejected, "RULES_AT_HQ"});
  if (!m_basket.lines().empty() || m_phase == Phase::Tendering) return failed({ErrorCode::RuleRejected, "OPEN_BILL"});
  if (const auto set = m_desk.setRounding({command.mode, command.apply}); !set) return failed(set.error());
  const std::string what = fmt::format("rounding: {}, {}", programme::nameOf(programme::kRoundModes, command.mode),
                                       programme::nameOf(programme::kRoundApply, command.apply));
  if (const auto noted = m_desk.note(journal::LogNote{signer->empty() ? m_staff->code : *signer, what}); !noted)
    return failed(noted.error());
  repriced();
  notify(NoticeKind::Good, NoticeCode::SettingsSaved);
}

void Till::Engine::handle(SetLowValue& command) {
  const auto signer = permit(Right::ManageSettings, std::move(command.approval));
  if (!signer) return failed(signer.error());
  if (command.limit < base::Money{} || command.limit > kHighestLowValue)
    return failed({ErrorCode::OutOfRange, "low_value"});
  if (const auto put = keepSetting(kLowValueSetting, std::to_string(command.limit.value()), *signer); !put)
    return failed(put.error());
  m_low_value = command.limit;
  notify(NoticeKind::Good, NoticeCode::SettingsSaved);
}

// Who never had either is not asked.
std::optional<base::Money> Till::Engine::lowValueOf(const AttachedMember& attached) const {
  std::optional<base::Money> least;
  if (attached.stored) least = attached.stored->principal + attached.stored->bonus;
  if (attached.purse) {
    const base::Money worth(attached.purse->points * m_desk.rules().points.value.value());
    least = least ? std::min(*least, worth) : worth;
  }
  return least && *least <= m_low_value ? least : std::nullopt;
}

SettingsView Till::Engine::settingsView() const {
  return {m_labels, m_desk.rules().bill_round, m_ports.store->info().enrolled, m_low_value, m_label_trial};
}

// The same rules but for this; what was sold keeps the version that it was priced by.
base::Status SaleDesk::setRounding(const programme::BillRound& round) {
  if (m_rules->bill_round.mode == round.mode && m_rules->bill_round.apply == round.apply) return {};
  auto pack = nlohmann::ordered_json::parse(m_rules_json, nullptr, false);
  if (!pack.is_object()) return base::fail(ErrorCode::StoreCorrupt, "rule pack");
  const base::WallTime now = m_clock->now();
  std::string stem = m_rules->version.substr(0, m_rules->version.find("+r"));
  ports::RulePackText text;
  text.valid_from = now.local().iso();
  std::string digits;
  for (const char c : text.valid_from)
    if (c >= '0' && c <= '9') digits += c;
  text.version = stem + "+r" + digits;
  for (int n = 2; text.version == m_rules->version; ++n) text.version = fmt::format("{}+r{}.{}", stem, digits, n);
  pack["version"] = text.version;
  pack["valid_from"] = text.valid_from;
  pack["bill_round"] = {{"mode", programme::nameOf(programme::kRoundModes, round.mode)},
                        {"apply", programme::nameOf(programme::kRoundApply, round.apply)}};
  text.json = pack.dump();
  KAHUI_TRY(m_store->applyRulePack(text, now, businessDate()));
  return takeRules();
}

}  // namespace kahui::till
