// What a rule says when it refuses, and of these what headquarters or its absence says.
#pragma once

#include <QtGlobal>
#include <array>

#include "app/models/refusal.hpp"

namespace kahui::models {

inline constexpr std::array kChainRefusals{
    Refusal{"HQ_REFUSED", QT_TRANSLATE_NOOP("Messages", "Headquarters has not so many points of the member free."),
            QT_TRANSLATE_NOOP("Messages",
                              "Pay with fewer points; the rest is placed with other stores or not posted yet.")},
    Refusal{"MEMBER_ON_HOLD", QT_TRANSLATE_NOOP("Messages", "More points were spent than the member had."),
            QT_TRANSLATE_NOOP("Messages", "Take another means of payment; new points make up for it.")},
    Refusal{"TILL_BEHIND",
            QT_TRANSLATE_NOOP("Messages", "This till was restored and headquarters has not seen it since."),
            QT_TRANSLATE_NOOP("Messages", "Sell and give points; points are paid with again when the line is back.")},
    Refusal{"MEMBER_NEEDS_LINE",
            QT_TRANSLATE_NOOP("Messages", "Not known at this till, and headquarters does not answer."),
            QT_TRANSLATE_NOOP("Messages",
                              "Go on without the member and keep the receipt: its points can be claimed later.")},
};

}  // namespace kahui::models
