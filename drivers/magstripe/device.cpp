#include "drivers/magstripe/device.hpp"

#include <cerrno>

namespace kahui::magstripe {

Trouble troubleOf(int error) {
  using enum ports::ReaderState;
  using ports::ReaderAdvice;
  if (error == ENOENT || error == ENODEV || error == ENXIO || error == EIO || error == ENOTDIR)
    return {Gone, ReaderAdvice::PlugReaderIn};
  if (error == EACCES || error == EPERM) return {Error, ReaderAdvice::AllowAccess};
  if (error == EBUSY) return {Busy, ReaderAdvice::CloseOtherProgram};
  return {Error, ReaderAdvice::ReplugReader};
}

}  // namespace kahui::magstripe
