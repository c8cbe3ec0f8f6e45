#include "app/widgets/shop_settings_screen.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace kahui::widgets {
namespace {

constexpr int kSections_px = 230;
enum Effect { kPreview, kExamples, kNothing, kSignature };

}  // namespace

ShopSettingsScreen::ShopSettingsScreen(Look look, models::TillModel& till, models::CounterModel& counter,
                                       QWidget* parent)
    : Page(parent),
      m_look(look),
      m_till(till),
      m_counter(counter),
      m_head(makeHead(look, QStringLiteral("shopSettingsBack"))),
      m_notice(new NoticeBar(look, QStringLiteral("shopSettings"))) {
  m_preview = new ReceiptPreview(look);
  m_examples = new TwoLineList(look, QStringLiteral("roundExamples"));
  m_approval = new ApprovalForm(look, QStringLiteral("shopSettings"));
  m_effects = new QStackedWidget;
  for (QWidget* page : std::initializer_list<QWidget*>{m_preview, m_examples, new QWidget, m_approval})
    m_effects->addWidget(page);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(kMargin_px);
  columns->addWidget(makeSections());
  columns->addWidget(makeForms(), 1);
  columns->addWidget(m_effects, 1);
  arrange(m_head, nullptr, columns, m_notice);
  connect(m_receipt, &ReceiptForm::changed, this, &ShopSettingsScreen::showEffect);
  connect(m_rounding, &RoundingForm::changed, this, &ShopSettingsScreen::showEffect);
  connect(m_labels, &LabelForm::tried, this, [this](const std::string& code) {
    m_till.submit(till::TryLabel{code, m_labels->wanted()});
  });
  connect(m_save, &QAbstractButton::clicked, this, &ShopSettingsScreen::save);
  connect(m_approval, &ApprovalForm::signedBy, this, [this](const till::Approval& approval) {
    if (m_waiting) m_waiting(approval);
  });
  retranslate();
}

QWidget* ShopSettingsScreen::makeSections() {
  auto* column = new QWidget;
  column->setFixedWidth(kSections_px);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  const std::tuple<Section, const char*, const char*> sections[] = {{Section::Receipt, "settingsReceipt", "R"},
                                                                    {Section::Labels, "settingsLabels", "B"},
                                                                    {Section::Rounding, "settingsRounding", "O"},
                                                                    {Section::Language, "settingsLanguage", "G"}};
  for (const auto& [section, name, letter] : sections) {
    ActionButton* tile = lettered(m_look, ActionButton::Kind::Tile, name, letter);
    connect(tile, &QAbstractButton::clicked, this, [this, wanted = section] { choose(wanted); });
    m_tiles.emplace_back(section, tile);
    layout->addWidget(tile);
  }
  layout->addStretch(1);
  return column;
}

QWidget* ShopSettingsScreen::makeForms() {
  auto* column = new QWidget;
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_receipt = new ReceiptForm(m_look);
  m_labels = new LabelForm(m_look);
  m_rounding = new RoundingForm(m_look);
  m_save = lettered(m_look, ActionButton::Kind::Primary, "settingsSave", "S");
  m_forms = new QStackedWidget;
  for (QWidget* form : std::initializer_list<QWidget*>{m_receipt, m_labels, m_rounding, makeLanguages()})
    m_forms->addWidget(form);
  layout->addWidget(m_forms, 1);
  layout->addWidget(m_save);
  return column;
}

QWidget* ShopSettingsScreen::makeLanguages() {
  auto* page = new QWidget;
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(kGap_px);
  m_language_words = new TextLabel(m_look, 15, TextLabel::Weight::Normal, &Tokens::text);
  m_language_words->setWordWrap(true);
  m_chinese = lettered(m_look, ActionButton::Kind::Tile, "languageChinese", "Z");
  m_english = lettered(m_look, ActionButton::Kind::Tile, "languageEnglish", "N");
  for (QWidget* part : std::initializer_list<QWidget*>{m_language_words, m_chinese, m_english}) layout->addWidget(part);
  layout->addStretch(1);
  connect(m_chinese, &QAbstractButton::clicked, this, [this] { setLanguage(models::Language::Chinese); });
  connect(m_english, &QAbstractButton::clicked, this, [this] { setLanguage(models::Language::English); });
  return page;
}

void ShopSettingsScreen::open() {
  const till::Snapshot& now = m_till.now();
  m_answered = now.notice ? now.notice->serial : 0;
  models::ReceiptSettings receipt = m_counter.view().receipt;
  receipt.wide_paper = m_counter.view().wide_paper;
  m_receipt->fill(receipt);
  if (now.settings) {
    m_labels->fill(now.settings->labels);
    m_rounding->fill(*now.settings);
  }
  choose(m_section);
}

void ShopSettingsScreen::leave() {
  endAsking();
  m_till.submit(till::TryLabel{});
}

void ShopSettingsScreen::choose(Section section) {
  endAsking();
  m_section = section;
  m_forms->setCurrentIndex(static_cast<int>(section));
  m_save->setVisible(section != Section::Language);
  showEffect();
  retranslate();
  for (const auto& [one, tile] : m_tiles)
    if (one == section) tile->setFocus();
}

void ShopSettingsScreen::showEffect() {
  if (m_effects->currentIndex() == kSignature) return;
  switch (m_section) {
    case Section::Receipt:
      m_preview->show(m_receipt->wanted(), m_till.now().store.store_name);
      return m_effects->setCurrentIndex(kPreview);
    case Section::Rounding: m_examples->show(m_rounding->examples()); return m_effects->setCurrentIndex(kExamples);
    case Section::Labels:
    case Section::Language: m_effects->setCurrentIndex(kNothing);
  }
}

void ShopSettingsScreen::save() {
  switch (m_section) {
    case Section::Receipt:
      return onCounter(tr("Change the receipt"), [this] {
        m_notice->show(models::CounterModel::answer(m_counter.desk().setReceipt(m_receipt->wanted()),
                                                    tr("Saved; the next receipt has it.")));
      });
    case Section::Labels:
      return ask(tr("Change the labels of scales"), [this, rules = m_labels->wanted()](const till::Approval& approval) {
        m_till.submit(till::SetLabelRules{rules, approval});
      });
    case Section::Rounding: {
      const auto limit = m_rounding->lowValue();
      if (!limit) return m_notice->show(models::Messages::amountUnreadable());
      return ask(tr("Change the rounding"),
                 [this, limit, round = m_rounding->wanted()](const till::Approval& approval) {
                   const auto& now = m_till.now().settings;
                   const bool rounds =
                       now && !now->rules_at_hq && (now->round.mode != round.mode || now->round.apply != round.apply);
                   if (!now || now->low_value != *limit || !rounds) m_till.submit(till::SetLowValue{*limit, approval});
                   if (rounds) m_till.submit(till::SetRounding{round.mode, round.apply, approval});
                 });
    }
    case Section::Language: return;
  }
}

void ShopSettingsScreen::setLanguage(models::Language language) {
  onCounter(tr("Change the language"), [this, language] {
    m_look.language.set(language);
    m_notice->show(models::CounterModel::answer(m_counter.desk().setLanguage(models::nameOf(language).toStdString()),
                                                tr("Saved; this till begins in it.")));
  });
}

void ShopSettingsScreen::ask(const QString& wanted, Act act) {
  m_wanted = wanted;
  m_waiting = std::move(act);
  m_waiting({});
}

void ShopSettingsScreen::onCounter(const QString& wanted, std::function<void()> act) {
  m_then = std::move(act);
  ask(wanted, [this](const till::Approval& approval) {
    m_till.submit(till::AskRight{till::Right::ManageSettings, approval});
  });
}

void ShopSettingsScreen::endAsking() {
  m_waiting = {};
  m_then = {};
  if (m_effects->currentIndex() != kSignature) return;
  m_effects->setCurrentIndex(kNothing);
  showEffect();
}

void ShopSettingsScreen::show(const till::Snapshot& snapshot) {
  if (snapshot.settings) m_labels->showTrial(snapshot.settings->trial);
  if (!snapshot.notice || snapshot.notice->serial == m_answered) return;
  m_answered = snapshot.notice->serial;
  if (!m_waiting) return;
  if (!snapshot.notice->error) {
    auto then = std::exchange(m_then, {});
    endAsking();
    // After the window has shown the till's own notice: the answer comes in its place.
    if (then) QTimer::singleShot(0, this, std::move(then));
    return;
  }
  if (m_effects->currentIndex() == kSignature) return m_approval->refused();
  if (snapshot.notice->error->code != base::ErrorCode::NoRight) return endAsking();
  m_approval->setWanted(m_wanted);
  m_approval->open();
  m_effects->setCurrentIndex(kSignature);
  m_approval->entry()->setFocus();
}

bool ShopSettingsScreen::takeKey(int key) {
  const std::pair<int, Section> sections[] = {{Qt::Key_R, Section::Receipt},
                                              {Qt::Key_B, Section::Labels},
                                              {Qt::Key_O, Section::Rounding},
                                              {Qt::Key_G, Section::Language}};
  for (const auto& [letter, section] : sections) {
    if (letter != key) continue;
    choose(section);
    return true;
  }
  if (key == Qt::Key_S && m_save->isVisible()) {
    save();
    return true;
  }
  if (m_section == Section::Language && (key == Qt::Key_Z || key == Qt::Key_N)) {
    setLanguage(key == Qt::Key_Z ? models::Language::Chinese : models::Language::English);
    return true;
  }
  if (m_section == Section::Receipt) return m_receipt->takeKey(key);
  return m_section == Section::Rounding && m_rounding->takeKey(key);
}

bool ShopSettingsScreen::back() {
  if (m_effects->currentIndex() != kSignature) return false;
  endAsking();
  return true;
}

void ShopSettingsScreen::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ShopSettingsScreen::retranslate() {
  m_head->setTitle(tr("Receipt, labels, rounding, language"));
  const auto words = [](Section section) -> std::pair<QString, QString> {
    switch (section) {
      case Section::Receipt: return {tr("Receipt"), tr("Paper, lines, codes")};
      case Section::Labels: return {tr("Scale labels"), tr("What stands where")};
      case Section::Rounding: return {tr("Rounding"), tr("And small balances")};
      case Section::Language: return {tr("Language"), tr("Of the screens")};
    }
    return {};
  };
  for (const auto& [section, tile] : m_tiles) {
    const auto [what, detail] = words(section);
    tile->setText(what);
    tile->setDetail(detail);
    tile->setAccessibleName(section == m_section ? tr("%1, shown").arg(what) : what);
    tile->setTint(section == m_section ? std::optional(m_look.tokens().info) : std::nullopt);
  }
  m_language_words->setText(tr("The whole till changes at once and begins in this language from now on."));
  m_chinese->setText(QStringLiteral("中文"));
  m_chinese->setAccessibleName(tr("Chinese"));
  m_english->setText(QStringLiteral("English"));
  m_english->setAccessibleName(tr("English"));
  m_save->setText(tr("Save"));
  m_save->setAccessibleName(tr("Save what is shown"));
  m_examples->setAccessibleName(tr("Amounts before and after rounding"));
  m_notice->setHint(tr("Settings of this till. Esc goes back."));
  if (m_effects->currentIndex() == kExamples) m_examples->show(m_rounding->examples());
}

}  // namespace kahui::widgets
