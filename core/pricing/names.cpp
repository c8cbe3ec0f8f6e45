#include "core/pricing/priced_bill.hpp"
#include "core/programme/json_object.hpp"

namespace kahui::pricing {

namespace {

constexpr programme::EnumName<Layer> kLayers[] = {
    {"RETAIL", Layer::Retail},        {"PROMO", Layer::Promo}, {"MEMBER_PRICE", Layer::MemberPrice},
    {"MEMBER_DAY", Layer::MemberDay}, {"TIER", Layer::Tier},   {"RATE_COUPON", Layer::RateCoupon},
    {"OVERRIDE", Layer::Override},    {"STACK", Layer::Stack}, {"GIFT", Layer::Gift},
    {"EXCHANGE", Layer::Exchange},    {"GROUP", Layer::Group}};

constexpr programme::EnumName<Step> kSteps[] = {{"LAYER", Step::Layer},         {"MULTI_BUY", Step::MultiBuy},
                                                {"THRESHOLD", Step::Threshold}, {"BILL_DISCOUNT", Step::BillDiscount},
                                                {"COUPON", Step::Coupon},       {"POINTS", Step::Points},
                                                {"ROUNDING", Step::Rounding},   {"OFFER", Step::Offer},
                                                {"POINTS_X", Step::PointsX}};

constexpr programme::EnumName<Reason> kReasons[] = {{"APPLIED", Reason::Applied},
                                                    {"HIGHER_PRICE", Reason::HigherPrice},
                                                    {"SMALLER_SAVING", Reason::SmallerSaving},
                                                    {"FLOOR_REACHED", Reason::FloorReached},
                                                    {"NEEDS_MEMBER", Reason::NeedsMember},
                                                    {"WRONG_TIER", Reason::WrongTier},
                                                    {"WRONG_STORE", Reason::WrongStore},
                                                    {"OUT_OF_TIME", Reason::OutOfTime},
                                                    {"LINE_BARRED", Reason::LineBarred},
                                                    {"MANUAL_PRICE", Reason::ManualPrice},
                                                    {"NOT_WHOLE_PIECES", Reason::NotWholePieces},
                                                    {"FEEDS_OTHER_OFFER", Reason::FeedsOtherOffer},
                                                    {"BELOW_THRESHOLD", Reason::BelowThreshold},
                                                    {"TOO_FEW_PIECES", Reason::TooFewPieces},
                                                    {"LIMIT_REACHED", Reason::LimitReached},
                                                    {"NO_SAVING", Reason::NoSaving},
                                                    {"NOT_APPROVED", Reason::NotApproved}};

}  // namespace

std::string_view layerName(Layer layer) { return programme::nameOf(kLayers, layer); }
std::string_view stepName(Step step) { return programme::nameOf(kSteps, step); }
std::string_view reasonName(Reason reason) { return programme::nameOf(kReasons, reason); }

}  // namespace kahui::pricing
