import ArgumentParser
import Phrases
import Vocabulary

/// The option that says for which tool pages were written.
struct VocabularyOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "页面是为哪种工具写的：carpentries 或 quarto。（默认：设置中的 vocabulary）",
      en:
        "The tool that the pages were written for: carpentries or quarto. (default: vocabulary in "
        + "the settings)"
    ))
  var vocabulary: Vocabulary.Base?
}

extension Vocabulary.Base: ExpressibleByArgument {}
