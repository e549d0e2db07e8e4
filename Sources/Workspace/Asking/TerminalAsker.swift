import Glibc
package import Phrases

/// Whether a person sits at both ends: only then is anything asked.
package func isAtTerminal() -> Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

/// Asks at the terminal, again where the answer is none; the end of the input leaves everything open.
package func terminalAsker(in language: Language) -> Asker {
  { question in
    while true {
      StandardStream.output(question.shown(in: language))
      guard let line = readLine() else { return .open }
      if let answer = question.answer(line) { return answer }
      let numbers = question.choices.count
      StandardStream.output(
        Phrase(zh: "请输入 1 到 \(numbers) 的数字。", en: "Type a number from 1 to \(numbers).")
          .text(in: language) + "\n")
    }
  }
}
