// Sections that put one time beside another, for the documents of the month and of members. Their makers bring the
// figures of both.
#pragma once

#include "core/report/document.hpp"

namespace kahui::report {

// The month beside the one before (S000-21, S003-87): members, frequency, tickets, net; the change in basis points, and
// none where nothing was before.
Section monthBeforeSection(const Head& head, const PeriodFigures& now, const PeriodFigures& before);

// Bills and net by weekday, Monday first, members beside guests (S001-99). Days outside `span` are passed over.
Section weekdaysSection(const Head& head, const ports::Rows<journal::HourKey, journal::HourSums>& hours,
                        const ports::DaySpan& span);

}  // namespace kahui::report
