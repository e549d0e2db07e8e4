/// The stylesheet by which the head of a book's sheets names the chapter: a kind of page for each.
///
///     chapterHeads(["目标"])
///     // .chapter-1 { page: chapter-1; }
///     // @page chapter-1:right { @top-left { content: "\76EE \6807 "; } }
func chapterHeads(_ titles: [String]) -> String {
  titles.enumerated().map { index, title in
    let number = index + 1
    return """
      .chapter-\(number) { page: chapter-\(number); }
      @page chapter-\(number):right { @top-left { content: "\(cssText(title))"; } }

      """
  }.joined()
}

/// A text as a string of CSS holds it: every sign but letters, digits and blanks of ASCII by its number.
private func cssText(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    let isPlain =
      scalar == " " || scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
    return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16, uppercase: true) + " "
  }.joined()
}
