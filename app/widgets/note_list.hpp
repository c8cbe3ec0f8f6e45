// Short notes one below the other, each with a sign of how good the news is; as high as their words need.
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <vector>

#include "app/models/device_text.hpp"
#include "app/widgets/look.hpp"

namespace kahui::widgets {

// The sign of a tone, in its colour.
void paintTone(QPainter& painter, const QRect& box, models::Tone tone, const Tokens& tokens);

class NoteList : public QListView {
  Q_OBJECT

 public:
  // `name` is the object name without the class.
  NoteList(Look look, const QString& name, QWidget* parent = nullptr);

  void show(std::vector<models::NoteVm> notes);
  [[nodiscard]] const std::vector<models::NoteVm>& notes() const { return m_notes; }

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Model;

  std::vector<models::NoteVm> m_notes;
  Model* m_model;
};

}  // namespace kahui::widgets
