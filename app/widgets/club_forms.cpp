// What is typed at the club: an event, a day to remember, a friend.
#include "app/models/club_text.hpp"
#include "app/models/task_text.hpp"
#include "app/widgets/club_screen.hpp"

namespace kahui::widgets {

using models::ClubText;
using models::TaskText;
using till::ClubAct;

void ClubScreen::fillIn(Form form) {
  m_filling = form;
  m_steps->setCurrentWidget(m_form);
  const QStringList hints{tr("What it is called"), tr("Where"), tr("When: 0315 1400"), tr("Seats")};
  const auto* one = event();
  switch (form) {
    case Form::None: return toActs();
    case Form::New: return m_form->open(tr("New event"), {}, hints);
    case Form::Change:
      if (one == nullptr) return toActs();
      return m_form->open(tr("Change the event"), tr("Leave a line empty to keep what it is."), hints,
                          {models::text(one->name), models::text(one->place), {}, QString::number(one->seats)});
    case Form::Date:
      return m_form->open(ClubText::date(m_date),
                          tr("It is kept with the member's data, sealed, and stands in the list of birthdays. An empty "
                             "line takes it away."),
                          {tr("Day: 0512, or L0815 by the moon")});
    case Form::Friend:
      return m_form->open(tr("A friend of this member"),
                          tr("Who joins with this number in time is referred by this member. The number itself is not "
                             "kept."),
                          {tr("Telephone number of the friend")});
  }
}

void ClubScreen::refuse(int at, const QString& what, const QString& next) {
  m_form->focus(at);
  m_notice->show({till::NoticeKind::Error, what, next, false});
}

bool ClubScreen::readEvent(till::ClubRequest& request) {
  const bool fresh = m_filling == Form::New;
  request.act = ClubAct::Plan;
  if (!fresh && event() != nullptr) request.event = event()->id;
  request.name = m_form->field(0).toStdString();
  request.place = m_form->field(1).toStdString();
  if (fresh && request.name.empty()) {
    refuse(0, tr("The event has no name."), tr("Type what it is called."));
    return false;
  }
  if (fresh || !m_form->field(2).isEmpty()) {
    request.at = TaskText::parseDue(m_form->field(2), m_till.now().business_date);
    if (!request.at) {
      refuse(2, tr("This is no time."), tr("Type 0315 1400 for 15 March at two in the afternoon."));
      return false;
    }
  }
  bool good = false;
  const int seats = m_form->field(3).toInt(&good);
  if (!good || seats < 1 || seats > 10'000) {
    refuse(3, tr("This is no number of seats."), tr("Type a figure from 1 to 10000."));
    return false;
  }
  request.seats = seats;
  return true;
}

void ClubScreen::save() {
  till::ClubRequest request;
  if (m_filling == Form::New || m_filling == Form::Change) {
    if (!readEvent(request)) return;
  } else if (m_filling == Form::Friend) {
    request.act = ClubAct::Lead;
    request.phone = m_form->field(0).toStdString();
  } else {
    request.act = ClubAct::KeepDate;
    request.kind = m_date;
    if (!m_form->field(0).isEmpty()) {
      request.date = ClubText::parseDay(m_form->field(0));
      if (!request.date) return refuse(0, tr("This is no day."), tr("Type 0512 for 12 May, L0815 by the moon."));
    }
  }
  submit(std::move(request));
}

}  // namespace kahui::widgets
