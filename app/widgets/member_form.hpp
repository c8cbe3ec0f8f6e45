// The form of the member desk: the fields of one task, a signature where it is asked for, and what does it. What
// cannot be taken back asks for a second press.
#pragma once

#include <map>

#include "app/models/customer_entry.hpp"
#include "app/models/member_desk_text.hpp"
#include "app/models/messages.hpp"
#include "app/models/till_model.hpp"
#include "app/widgets/action_button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/code_edit.hpp"
#include "app/widgets/customer_pin.hpp"
#include "app/widgets/step_bar.hpp"
#include "app/widgets/text_label.hpp"

class QGridLayout;

namespace kahui::widgets {

class MemberForm : public Card {
  Q_OBJECT

 public:
  explicit MemberForm(Look look, QWidget* parent = nullptr);

  void open(models::DeskTask task, const till::MemberDeskView& view, const QString& phone = {});
  void close();                              // secrets are wiped
  void askSignature();                       // the act is beyond the operator's right
  void refused();                            // PINs are wiped, the rest stays
  void showForm(const std::string& number);  // of a paper form, scanned (S003-99)
  void showCard(const std::optional<till::TappedCardView>& card, const std::optional<till::CardWritingView>& writing);
  [[nodiscard]] models::DeskTask task() const { return m_task; }
  [[nodiscard]] CodeEdit* first() const;  // where typing begins; null: nothing is typed
  void focusFirst();

  // The customer's window may do the typing (S001-89); `entry` outlives the form.
  void setCustomer(models::CustomerEntry& entry);
  [[nodiscard]] bool customerTypes() const { return m_by_customer; }
  bool takeScanKey(int key);  // meanwhile: a scan that began on another control

  [[nodiscard]] till::JoinRequest joining() const;
  // Empty: something that was typed cannot be read.
  [[nodiscard]] std::optional<till::MemberRequest> request(const std::string& member_no) const;
  [[nodiscard]] till::Approval approval() const;

 signals:
  void confirmed();
  void unreadable();
  void scanned(const QString& text);  // while the customer types
  void customerSaid(const models::NoticeVm& words);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  enum class Field {
    Phone,
    Name,
    TaxNo,
    Contact,
    Birthday,
    Referrer,
    Paper,
    Points,
    To,
    Gift,
    Count,
    Code,
    Group,
    Words,
    Until,
    OldPin,
    NewPin
  };
  enum class Mark { Agreed, Marketing, Company, Lunar };

  void makeFields();
  void makeMarks();
  void makeChoices();
  void makeCustomer();
  void makePinKey();
  void servePin();
  void letCustomerType();
  void takeTyped();
  void customerEnded(models::CustomerEntry::End why);
  void lock(bool locked);
  void fillCustomer();
  CodeEdit* makeField(Field field, const QString& name, CodeEdit::Ime ime, int longest, bool secret);
  [[nodiscard]] std::vector<Field> fieldsOf(models::DeskTask task) const;
  [[nodiscard]] std::vector<Field> fieldsOfJoining() const;
  [[nodiscard]] std::vector<Mark> marksOf(models::DeskTask task) const;
  [[nodiscard]] bool twice() const;  // asks for a second press
  [[nodiscard]] QString typed(Field field) const;
  [[nodiscard]] bool marked(Mark mark) const;
  void step(CodeEdit* from);
  bool takeForm(CodeEdit* from);  // a scanned paper form's number that was typed into another field
  void confirm();
  void arrange();
  void retranslate();
  void paintMarks();
  void fillWriting();
  void choose(const QString& code);
  [[nodiscard]] QString name(Field field) const;
  [[nodiscard]] QString name(Mark mark) const;

  models::DeskTask m_task = models::DeskTask::Join;
  bool m_signs = false;
  bool m_pressed = false;
  bool m_was_company = false;  // the member whose page is shown
  QString m_choice;
  QString m_consent;
  QString m_gifts;  // of the catalogue, or groups, with their codes
  std::optional<till::TappedCardView> m_tapped;
  std::optional<till::CardWritingView> m_writing;
  std::map<Field, CodeEdit*> m_fields;
  std::map<Mark, ActionButton*> m_marks;
  std::vector<std::pair<QString, ActionButton*>> m_reasons, m_vias;
  std::vector<till::RiseOffer> m_offers;  // S003-61
  std::vector<ActionButton*> m_rises;     // one an offer
  base::Money m_join_purchase{};          // S001-11
  models::CustomerEntry* m_entry = nullptr;
  bool m_by_customer = false;
  bool m_scans = false;  // the line for scans is there, until the form closes: a scan may end after the customer does
  ActionButton* m_customer = nullptr;
  CustomerPin* m_pin_key = nullptr;
  CodeEdit* m_scan = nullptr;
  QGridLayout* m_grid = nullptr;
  TextLabel* m_title;
  TextLabel* m_what;
  TextLabel* m_card;
  StepBar* m_steps;
  CodeEdit* m_approver = nullptr;
  CodeEdit* m_approver_pin = nullptr;
  TextLabel* m_signature;
  ActionButton* m_confirm;
};

}  // namespace kahui::widgets
