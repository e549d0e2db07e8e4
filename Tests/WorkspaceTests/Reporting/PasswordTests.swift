import Testing

@testable import Workspace

/// A line of a file that is shown with a mistake in it never shows a password.
@Suite struct `A password in a shown line is covered` {
  @Test(arguments: [
    ("url: pg://u:geheim@h/x", "url: pg://u:••••••@h/x"),
    ("url: \"postgres://u:p@ss:w@h/x\"", "url: \"postgres://u:••••••@h/x\""),
    ("a https://h/x:y@z b", "a https://h/x:•@z b"),
    ("host=h password=geheim user=u", "host=h password=•••••• user=u"),
    ("?Password=geheim&x=1", "?Password=••••••&x=1"), ("password=", "password="),
    ("时间 12:30 甲@乙", "时间 12:30 甲@乙"), ("https://例.com/页", "https://例.com/页"), ("://", "://"),
  ])
  func `scalar by scalar`(line: String, shown: String) {
    let found = withoutPasswords(Array(line.unicodeScalars))
    #expect(String(String.UnicodeScalarView(found)) == shown)
  }

  @Test func `under a caret that stays in its place`() {
    let excerpt = sourceExcerpt("url: pg://u:geheim@h", line: 3, column: 1)
    #expect(excerpt == ["   3 | url: pg://u:••••••@h", "     | ^"])
  }
}
