import ArgumentParser
import Phrases
import Workspace

/// `salesbook completion`.
struct Completion: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "打印终端补全命令和选项的脚本。",
      en: "Prints the script by which a shell completes commands and options."
    ).spoken,
    discussion: Phrase(
      zh: """
        用 .deb 安装的已经带有补全。其他情况把脚本放到各个终端自己找的地方，再打开一个新的终端：

          salesbook completion bash > ~/.local/share/bash-completion/completions/salesbook
          salesbook completion zsh > ~/.zsh/completions/_salesbook
          salesbook completion fish > ~/.config/fish/completions/salesbook.fish

        zsh 要在 ~/.zshrc 里先写 fpath=(~/.zsh/completions $fpath)，再写 autoload -U compinit; compinit。
        """,
      en: """
        The .deb brings completions along. Elsewhere put the script where the shell looks for it, and open \
        a new terminal:

          salesbook completion bash > ~/.local/share/bash-completion/completions/salesbook
          salesbook completion zsh > ~/.zsh/completions/_salesbook
          salesbook completion fish > ~/.config/fish/completions/salesbook.fish

        For zsh, ~/.zshrc says fpath=(~/.zsh/completions $fpath) and then autoload -U compinit; compinit.
        """
    ).spoken)

  @Argument(help: ArgumentHelp(zh: "哪一种终端。", en: "Which shell."))
  var shell: Shell

  @OptionGroup var words: HelpLanguage

  /// The shells that a script can be made for.
  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

  func run() {
    let script = Salesbook.completionScript(for: shell.parsed)
    StandardStream.output(ParserWords.anywhere(script, in: Spoken.language))
  }
}

extension Completion.Shell {
  fileprivate var parsed: CompletionShell {
    switch self {
    case .bash: .bash
    case .zsh: .zsh
    case .fish: .fish
    }
  }
}

/// The option of the commands that print help: its language.
struct HelpLanguage: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "用哪种语言写：zh-Hans 或 en。（默认：SALESBOOK_MESSAGES，否则环境的语言）",
      en: "The language it is in: zh-Hans or en. (default: SALESBOOK_MESSAGES, else that of the "
        + "environment)"))
  var messages: Language?
}
