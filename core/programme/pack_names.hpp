// Names of a rule pack's enumerations as they stand in JSON, for its reader and its writer. Internal to this room.
#pragma once

#include "core/programme/json_object.hpp"
#include "core/programme/rule_pack.hpp"

namespace kahui::programme {

inline constexpr EnumName<Measure> kMeasures[] = {{"NET", Measure::Net}, {"GROSS", Measure::Gross}};
inline constexpr EnumName<ApplyTier> kApply[] = {
    {"NONE", ApplyTier::None}, {"REPROMOTE_ONLY", ApplyTier::RepromoteOnly}, {"ALWAYS", ApplyTier::Always}};
inline constexpr EnumName<EarnMode> kEarnModes[] = {{"WHOLE_UNITS", EarnMode::WholeUnits},
                                                    {"PROPORTIONAL", EarnMode::Proportional}};
inline constexpr EnumName<CampaignState> kCampaignStates[] = {{"DRAFT", CampaignState::Draft},
                                                              {"APPROVED", CampaignState::Approved}};
inline constexpr EnumName<Combine> kCombines[] = {{"MAX", Combine::Max}, {"PRODUCT", Combine::Product}};
inline constexpr EnumName<LayerMode> kLayers[] = {{"BEST", LayerMode::Best}, {"STACK", LayerMode::Stack}};
inline constexpr EnumName<LineRound> kLineRounds[] = {{"FLOOR", LineRound::Floor}, {"HALF_UP", LineRound::HalfUp}};
inline constexpr EnumName<RoundMode> kRoundModes[] = {{"NONE", RoundMode::None},
                                                      {"FLOOR_JIAO", RoundMode::FloorJiao},
                                                      {"FLOOR_YUAN", RoundMode::FloorYuan},
                                                      {"NEAREST_JIAO", RoundMode::NearestJiao}};
inline constexpr EnumName<RoundApply> kRoundApply[] = {{"CASH_ONLY", RoundApply::CashOnly},
                                                       {"ALWAYS", RoundApply::Always}};
inline constexpr EnumName<bool> kCombineWays[] = {{"ANY", false}, {"ALL", true}};
inline constexpr EnumName<bool> kBirthdayValidity[] = {{"DAY", false}, {"MONTH", true}};
inline constexpr EnumName<LeapBirthday> kLeapBirthdays[] = {
    {"FEB28", LeapBirthday::Feb28}, {"MAR1", LeapBirthday::Mar1}, {"NONE", LeapBirthday::LeapYearsOnly}};
inline constexpr EnumName<ReturnForm> kReturnForms[] = {{"POINTS", ReturnForm::Points}, {"COUPON", ReturnForm::Coupon}};
inline constexpr EnumName<StoredSpend> kStoredSpends[] = {{"PROPORTIONAL", StoredSpend::Proportional},
                                                          {"PRINCIPAL_FIRST", StoredSpend::PrincipalFirst},
                                                          {"BONUS_FIRST", StoredSpend::BonusFirst}};
inline constexpr EnumName<Shortfall> kShortfalls[] = {{"NEGATIVE", Shortfall::Negative},
                                                      {"DEDUCT_CASH", Shortfall::DeductCash}};
inline constexpr EnumName<GiftBack> kGiftBacks[] = {{"ASK", GiftBack::Ask}, {"CHARGE", GiftBack::Charge}};
inline constexpr EnumName<ReferralMode> kReferralModes[] = {{"DIFFERENCE", ReferralMode::Difference},
                                                            {"FIRST_ONLY", ReferralMode::FirstOnly},
                                                            {"EACH_FULL", ReferralMode::EachFull}};
inline constexpr EnumName<TransferClass> kTransferClasses[] = {{"NONCASH", TransferClass::NonCash},
                                                               {"KEEP", TransferClass::Keep}};

}  // namespace kahui::programme
