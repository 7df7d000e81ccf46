#include "cli/exit_code.hpp"

namespace skydraft::cli {

int exit_code_of(Code code) {
  switch (code) {
    case Code::FileNotFound:
    case Code::FileUnreadable:
    case Code::FileIsDirectory:
    case Code::FileTooLarge:
    case Code::CannotWrite:
    case Code::FileExists:
      return kFileTrouble;
    case Code::UnknownFormat:
    case Code::UnknownView:
    case Code::UnknownTheme:
    case Code::UnknownName:
      return kWrongArguments;
    default:
      return kDocumentHasErrors;  // what is wrong with the document itself
  }
}

}  // namespace skydraft::cli
