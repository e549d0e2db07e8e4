import Foundation
import Testing
import Workspace

/// What the shells are told of the commands, against what help says of them.
@Suite struct `Completions and man pages` {
  private static let languages = ["en", "zh-Hans"]

  /// Every command, with the long and short options that its own help lists.
  private func commands(_ folder: ScratchFolder, _ language: String) throws -> [String: Set<String>]
  {
    let names = try output("$0 manual --list", folder, language)
    var commands: [String: Set<String>] = [:]
    for name in names.split(separator: "\n") {
      let words = name.split(separator: "-").dropFirst().joined(separator: " ")
      let help = try output("$0 \(words) --help", folder, language)
      commands[words] = options(in: help)
    }
    return commands
  }

  /// The options at the heads of a help's lines: `-o, --output <output>  …`.
  private func options(in help: String) -> Set<String> {
    let heads = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
    return Set(
      heads.flatMap { line in
        // Before the gap that the explanation stands behind.
        let head = line.dropFirst(2).split(separator: "  ", maxSplits: 1)[0]
        return head.matches(of: /--?[a-z][a-z-]*/).map { String($0.output) }
      })
  }

  private func output(_ line: String, _ folder: ScratchFolder, _ language: String) throws -> String
  {
    let run = try Program.run(
      line, in: folder.url, environment: ["SALESBOOK_MESSAGES": language])
    #expect(run.exit == 0, "\(line): \(run.stderr)")
    return run.stdout
  }

  @Test(arguments: languages, ["bash", "zsh", "fish"])
  func `hold every command and option of help, and nothing else`(
    language: String, shell: String
  ) throws {
    let folder = try ScratchFolder()
    let script = try output("$0 completion \(shell)", folder, language)
    let commands = try commands(folder, language)
    #expect(commands.count > 20 && commands["export pdf"]?.contains("--paper") == true)
    let known = Set(commands.values.joined())
    for option in known.sorted() {
      // fish lists `-l output`, the others the option as it is typed.
      let isThere =
        script.contains(option)
        || script.contains(" -l '\(option.drop { $0 == "-" })'")
        || script.contains(" -s '\(option.drop { $0 == "-" })'")
      #expect(isThere, "\(shell) lacks \(option)")
    }
    for command in commands.keys {
      let last = command.split(separator: " ").last ?? "salesbook"
      #expect(script.contains(last), "\(shell) lacks \(command)")
    }
    for hidden in ["--experimental-dump-help", "--generate-completion-script", "--help-hidden"] {
      #expect(!script.contains(hidden))
    }
    #expect(script.contains("显示帮助。") == (language == "zh-Hans" && shell != "bash"))
    #expect(!script.contains("Show help") || language == "en")
  }

  @Test(arguments: languages)
  func `are man pages that man reads, with every option of help`(language: String) throws {
    let folder = try ScratchFolder()
    for (command, options) in try commands(folder, language).sorted(by: { $0.key < $1.key }) {
      let page = try output("$0 manual \(command)", folder, language)
      #expect(page.contains(language == "en" ? ".SH NAME" : ".SH 名称"))
      let plain = page.replacing("\\-", with: "-").replacing("\\fB", with: "")
        .replacing("\\fR", with: "")
      for option in options {
        #expect(plain.contains(option), "the page of \(command) lacks \(option)")
      }
      for english in ["Show ", "Default:", "One of"] where language != "en" {
        #expect(!plain.contains(english), "\(english) in \(command)")
      }
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc") else { return }
    let lint = try Program.run(
      "for p in build 'export pdf' ''; do $0 manual $p | mandoc -T lint -W error; done",
      in: folder.url, environment: ["SALESBOOK_MESSAGES": language])
    #expect(lint.exit == 0 && lint.stdout.isEmpty, "\(lint.stdout)")
  }

  @Test(arguments: [
    ("salesbook bui", ["build"]), ("salesbook export pd", ["pdf"]),
    ("salesbook plan --format j", ["json"]), ("salesbook build --str", ["--strict"]),
    ("salesbook schema recei", ["receivables"]), ("salesbook init --kind t", ["team"]),
    ("salesbook check --messages z", ["zh-Hans"]), ("salesbook completion f", ["fish"]),
  ])
  func `complete in a real shell`(line: String, expected: [String]) throws {
    let folder = try ScratchFolder()
    for language in Self.languages {
      try folder.write("salesbook.bash", try output("$0 completion bash", folder, language))
      try folder.write("salesbook.fish", try output("$0 completion fish", folder, language))
      let bash = try Program.run(
        """
        bash --norc -c 'shopt -s extglob; . ./salesbook.bash; COMP_LINE="\(line)"; \
        COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); \
        _salesbook salesbook "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"; printf "%s\\n" "${COMPREPLY[@]}"'
        """, in: folder.url)
      #expect(words(bash.stdout) == expected, "bash: \(bash.stdout) \(bash.stderr)")
      guard FileManager.default.isExecutableFile(atPath: "/usr/bin/fish") else { continue }
      let fish = try Program.run(
        "HOME=. fish --no-config -c '. ./salesbook.fish; complete -C \"\(line)\"'",
        in: folder.url)
      #expect(words(fish.stdout) == expected, "fish: \(fish.stdout) \(fish.stderr)")
    }
  }

  /// The candidates, without what fish says of each behind a tab.
  private func words(_ text: String) -> [String] {
    text.split(separator: "\n").map { String($0.split(separator: "\t")[0]).trimmed }
  }

  @Test(arguments: [("salesbook export p", "pdf"), ("salesbook plan --format j", "json")])
  func `complete in zsh`(line: String, expected: String) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh") else { return }
    for language in Self.languages {
      let folder = try ScratchFolder()
      try folder.write("_salesbook", try output("$0 completion zsh", folder, language))
      // A terminal of zsh's own, in which a tab is typed; what is offered goes into a file.
      try folder.write(
        "type.zsh",
        """
        zmodload zsh/zpty
        zpty z zsh -f -i
        zpty -w z 'PROMPT=; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; \
        compadd() { builtin compadd -O got "$@"; print -rl -- $got >> got; builtin compadd "$@" }; \
        print READY-$((1+1))'
        zpty -r z out '*READY-2*'
        zpty -w -n z $'\(line)\t'
        for i in {1..100}; do [[ -s got ]] && break; sleep 0.1; done
        zpty -d z
        cat got

        """)
      let run = try Program.run("HOME=. timeout 30 zsh -f type.zsh", in: folder.url)
      #expect(
        run.stdout.split(separator: "\n").contains(expected[...]), "\(run.stdout)\(run.stderr)")
    }
  }

  @Test func `say which command is meant`() throws {
    let run = try Program.run(
      "$0 manual biuld", in: FileManager.default.temporaryDirectory)
    #expect(run.exit == 2 && run.stderr.contains("“biuld”") && run.stderr.contains("“build”"))
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
