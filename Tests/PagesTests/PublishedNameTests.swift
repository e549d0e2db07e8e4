import Pages
import Testing

@Suite struct PublishedNameTests {
  @Test(arguments: ["wang-fang", "张三", "a1", "한국", "ß", "-", "2026-12"])
  func `keeps an id that is already a file name`(id: String) {
    #expect(publishedName(for: id) == id)
  }

  // The digits are those of `printf %s ID | sha256sum`.
  @Test(arguments: [
    ("../../etc/passwd", "etc-passwd-3754d6cb"), ("Wang Fang", "wang-fang-c6866394"),
    ("", "e3b0c442"), ("<script>", "script-5b63e5b2"), ("con", "con-"), ("COM1", "com1-"),
    ("a/b", "a-b-"), ("index", "index-"), ("😀", ""), ("张\u{202E}三", "张-三-"), ("a\u{0}b", "a-b-"),
    ("com¹", "com-"), ("ＡＢ", "ａｂ-"),
  ])
  func `marks an id that had to change`(id: String, name: String) {
    let published = publishedName(for: id)
    #expect(published.hasPrefix(name))
    let digits = name.contains(/-?[0-9a-f]{8}$/) ? "" : published.dropFirst(name.count)
    #expect(digits.isEmpty || digits.wholeMatch(of: /[0-9a-f]{8}/) != nil, "\(published)")
  }

  @Test func `cuts a long id and stays within what a file system takes`() {
    let published = publishedName(for: String(repeating: "𠀀", count: 300))
    #expect(published.unicodeScalars.count == 69)
    #expect((published + ".html").utf8.count <= 255)
    #expect(
      published != publishedName(for: String(repeating: "𠀀", count: 301)), "cut alike, told apart")
  }

  @Test func `tells names apart that a file system would take for one`() {
    let names = publishedNames(for: ["ς", "σ", "li", "Li", "li"])
    #expect(names[0].hasPrefix("ς-") && names[1].hasPrefix("σ-"))
    #expect(names[2] == "li" && names[4] == "li")
    #expect(names[3].hasPrefix("li-"))
    #expect(Set(names.map { $0.uppercased() }).count == 4)
  }

  @Test func `an id that looks like a marked name does not take it`() {
    let marked = publishedName(for: "Li")
    let names = publishedNames(for: ["Li", marked])
    #expect(names[0] == marked)
    #expect(names[1] != marked)
  }
}

@Suite struct SHA256DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `is the digest of the standard's examples`(text: String, hex: String) {
    let digest = SHA256Digest(of: Array(text.utf8))
    #expect(digest.hex == hex)
    #expect(SHA256Digest(hex: hex) == digest)
  }

  @Test(arguments: [
    "", "ba78", String(repeating: "g", count: 64), "+" + String(repeating: "0", count: 63),
    String(repeating: "A", count: 64),
  ])
  func `reads nothing but 64 hex digits`(text: String) {
    #expect(SHA256Digest(hex: text) == nil)
  }
}
