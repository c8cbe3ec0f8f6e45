#include "app/models/typed_birthday.hpp"

#include "core/base/check_digit.hpp"

namespace kahui::models {

std::optional<TypedBirthday> readBirthday(const QString& typed, bool lunar) {
  TypedBirthday read;
  if (typed.isEmpty()) return read;
  const std::string digits = typed.toStdString();
  if ((digits.size() != 4 && digits.size() != 8) || !base::allDigits(digits)) return std::nullopt;
  const std::string day = digits.substr(digits.size() - 4);
  member::Birthday birthday;
  birthday.calendar = lunar ? member::BirthdayCalendar::Lunar : member::BirthdayCalendar::Solar;
  birthday.month = static_cast<unsigned>(std::stoul(day.substr(0, 2)));
  birthday.day = static_cast<unsigned>(std::stoul(day.substr(2)));
  if (!member::plausible(birthday)) return std::nullopt;
  read.birthday = birthday;
  if (digits.size() == 8 && !lunar) {
    read.born = base::BusinessDate::parse(digits.substr(0, 4) + "-" + day.substr(0, 2) + "-" + day.substr(2));
    if (!read.born) return std::nullopt;
    read.birthday->year = read.born->year();
  }
  return read;
}

}  // namespace kahui::models
