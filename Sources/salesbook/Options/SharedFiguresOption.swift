import ArgumentParser
import Phrases

/// The option of the commands that can take figures which were worked out before.
struct SharedFiguresOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "salesbook prepare 写的文件：所有计划共用的数字，不必再算。",
      en:
        "The file that salesbook prepare wrote: figures that all plans share need not be worked out again."
    ),
    completion: .file())
  var shared: String?
}
