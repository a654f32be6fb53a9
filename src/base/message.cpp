#include "base/message.h"

namespace sixiang {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::Hint:
      return "hint";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "";
}

}  // namespace sixiang
