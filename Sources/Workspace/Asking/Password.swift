import Glibc
package import Phrases

/// Asks at the terminal for a password, which is not shown as it is typed; nil where nobody can be asked.
package func askedPassword(_ prompt: Phrase, in language: Language) -> String? {
  guard isatty(STDIN_FILENO) == 1 else { return nil }
  StandardStream.error(prompt.text(in: language))
  var usual = termios()
  guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return nil }
  var silent = usual
  silent.c_lflag &= ~tcflag_t(ECHO)
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
  defer {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
    StandardStream.error("\n")
  }
  return readLine()
}
