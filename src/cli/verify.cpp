#include "cli/verify.hpp"

#include <fmt/format.h>

#include "cli/exit_code.hpp"
#include "formats/record/record.hpp"

namespace skydraft::cli {

int run_verify(const Arguments& args, pipeline::World& world, const Terminal& terminal) {
  const auto fail = [&](const Diagnostic& diagnostic, std::string_view file) {
    terminal.say(describe(diagnostic, file, terminal.style));
    return exit_code_of(diagnostic.code);
  };
  const Result<std::string> picture = world.read(args.picture);
  if (!picture) return fail(picture.error(), args.picture);
  const Result<record::Record> found = record::find(*picture);
  if (!found) return fail(found.error(), args.picture);
  const Result<Source> source = pipeline::load(world, args.file);
  if (!source) return fail(source.error(), args.file == "-" ? "<stdin>" : args.file);
  if (found->sha256 == record::record_of(*source, false).sha256) {
    terminal.say(fmt::format("{} was drawn from {} as it is now\n", args.picture, source->name()));
    return kDone;
  }
  return fail({Code::RecordDiffers,
               Severity::Error,
               {},
               fmt::format("drawn from another text of {} than {}", found->file, source->name()),
               {{fmt::format("draw it again: skydraft render {} -o {}", args.file, args.picture), std::nullopt}}},
              args.picture);
}

}  // namespace skydraft::cli
