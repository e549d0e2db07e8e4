import Diagnostics
import Phrases
import Testing

@testable import Vocabulary

/// Pages in the words of other tools, and what becomes of them; lines stay where they are.
@Suite struct `A page of another tool` {
  /// A page's text, and the same in our words.
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    var base = Vocabulary.Base.carpentries
    let theirs: String
    let ours: String
    var testDescription: String { name }
  }

  private static let lessons = [
    Example(
      name: "a challenge with its solution, colons of any number, a heading as the title",
      theirs: """
        ::::::::::::: challenge

        ## Count

        How many?

        :::::::: solution

        ## Solution

        Four.

        ::::::::
        :::::::::::::::
        """,
      ours: """
        :::exercise[Count]{#count}



        How many?

        :::solution



        Four.

        :::
        :::
        """),
    Example(
      name: "blocks that have a title by themselves",
      theirs: "::: questions\n\n- Why?\n\n:::\n\n::: keypoints :::\n\n- So.\n\n:::",
      ours: ":::note[Questions]\n\n- Why?\n\n:::\n\n:::key[Key points]\n\n- So.\n\n:::"),
    Example(
      name: "callout, prereq, spoiler, instructor, discussion",
      theirs: "::: callout\na\n:::\n::: prereq\n## Before\n:::\n::: spoiler\n### Windows\n:::\n"
        + "::: instructor\nSay.\n:::\n::: discussion\n:::",
      ours: ":::note\na\n:::\n:::note[Before]{#before kind=important}\n\n:::\n"
        + ":::hint[Windows]{#windows}\n\n:::\n:::facilitator\nSay.\n:::\n:::discussion\n:::"),
    Example(
      name: "tabs and classes for a stylesheet are their text",
      theirs: "::: group-tab\n### Mac\nA\n:::\n::: my-class\nB\n:::\n> ::: my-class\n> C\n> :::",
      ours: "\n### Mac\nA\n\n\nB\n\n> \n> C\n> "),
    Example(
      name: "a block of ours in such a page",
      theirs: "::: exercise\n:::\n:::quiz[Q]{time=3}\n:::\n::lines{n=3}",
      ours: ":::exercise\n:::\n:::quiz[Q]{time=3}\n:::\n::lines{n=3}"),
    Example(
      name: "what looks like a block in code",
      theirs: "```md\n::: challenge\n![](a.png){alt='x'}\n```\n`::: challenge`",
      ours: "```md\n::: challenge\n![](a.png){alt='x'}\n```\n`::: challenge`"),
    Example(
      name: "a picture with its words in braces, over two lines",
      theirs:
        "See ![](fig/a.png){alt='It\'s a\n[list]' width=\"50%\"}\nand [b](b.md){target=\"_blank\"}.",
      ours: "See ![It's a (list)](fig/a.png)\nand [b](b.md).\n"),
    Example(
      name: "a picture with words for those who see it and for those who do not",
      theirs: "![The funnel](fig/a.png){alt=\"Four bars\"}",
      ours: "![Four bars](fig/a.png) The funnel"),
    Example(
      name: "terms and what they mean",
      theirs: "[lead]{#lead}\n:   Somebody who asked.\n\ndeal\n:   More than [that](a.md){.b}.",
      ours: "##### lead {#lead}\nSomebody who asked.\n\n**deal**\nMore than [that](a.md)."),
    Example(
      name: "a term that is a link",
      theirs: "[[**lead**]{#lead .x}](https://a.org/#b)\n:   Somebody.",
      ours: "##### [**lead**](https://a.org/#b) {#lead}\nSomebody."),
    Example(
      name: "words below a table", theirs: "| a |\n|---|\n| b |\n\n: What is *there* {#tbl-a}",
      ours: "| a |\n|---|\n| b |\n\nWhat is *there*"),
    Example(
      name: "headings whose id Pandoc makes another way, or that have a class",
      theirs: "## 1. First step\n\n## Plain\n\n## Named {#x .unlisted}",
      ours: "## 1. First step {#first-step}\n\n## Plain\n\n## Named {#x}"),
    Example(
      name: "code with options",
      theirs: "```{r plot, echo=FALSE}\nplot(x)\n```\n~~~{.python}\n~~~",
      ours: "```r\nplot(x)\n```\n~~~python\n~~~"),
    Example(
      name: "a head: minutes are added up, what means nothing here is a remark",
      theirs: "---\ntitle: Count\nteaching: 10\nexercises: 5\nlayout:\n  a: b\n---\nText",
      ours: "---\ntitle: Count\ntime: 15\n#exercises: 5\n#layout:\n#  a: b\n---\nText"),
    Example(
      name: "a page whose first heading is its title",
      theirs: "# Count {#c}\n\nText", ours: "\n\nText"),
    Example(
      name: "lines that end as Windows writes them", theirs: "::: hint\r\n:::\r\n",
      ours: ":::hint\n:::\n"),
  ]

  private static let quarto = [
    Example(
      name: "a callout with its title",
      theirs: "::: {.callout-tip title=\"Try\" collapse=\"true\"}\nA\n:::",
      ours: ":::note[Try]{kind=tip}\nA\n:::"),
    Example(
      name: "an exercise by its class, its id and minutes",
      theirs: "::: {.exercise #one time=5}\n:::",
      ours: ":::exercise{#one time=5}\n:::"),
    Example(
      name: "exercises and solutions by their ids alone",
      theirs: "::: {#exr-a name=\"Sum\"}\n:::\n::: {#sol-a}\n:::\nSee @exr-a, a@exr-a and @fig-b.",
      ours: ":::exercise[Sum]{#exr-a}\n:::\n:::solution{#sol-a}\n:::\n"
        + "See [](#exr-a), a@exr-a and @fig-b."),
    Example(
      name: "for a profile",
      theirs: "::: {.content-visible when-profile=\"instructor\"}\nA\n:::\n"
        + "::: {.content-hidden when-profile=\"learner\"}\nB\n:::",
      ours: ":::only{edition=\"facilitator\"}\nA\n:::\n"
        + ":::only{edition=\"facilitator,slides,key\"}\nB\n:::"),
    Example(
      name: "for a profile that is no edition, and for paper of another kind",
      theirs:
        "::: {.content-visible when-profile=\"draft\"}\nsecret\n::: {.column}\nsecret\n:::\n:::\n"
        + "::: {.content-visible when-format=\"pdf\"}\nsecret\n:::\n::: {.content-visible when-format=\"html\"}\nA\n:::",
      ours: "\n\n\n\n\n\n\n\n\n\nA\n"),
    Example(
      name: "columns, spans, icons and new sheets",
      theirs: "::: {.columns}\n[A]{.red} {{< fa star >}}\n:::\n{{< pagebreak >}}",
      ours: "\nA \n\n::pagebreak"),
  ].map { example in
    Example(name: example.name, base: .quarto, theirs: example.theirs, ours: example.ours)
  }

  @Test(arguments: lessons + quarto) func `is one of ours`(example: Example) {
    let page = SourceFile(path: "a.md", text: example.theirs)
    let translation = Vocabulary(base: example.base).translation(
      of: page, blocks: ["exercise", "quiz", "lines"], in: .english)
    #expect(String(decoding: translation.bytes, as: UTF8.self) == example.ours)
    #expect(translation.diagnostics == [])
  }

  @Test func `has titles in the page's language`() {
    let page = SourceFile(path: "a.md", text: "::: questions\n:::")
    let translation = Vocabulary(base: .carpentries).translation(of: page, blocks: [], in: .chinese)
    #expect(String(decoding: translation.bytes, as: UTF8.self) == ":::note[问题]\n:::")
  }

  @Test func `has the title that its text begins with, unless its head has one`() {
    func title(_ text: String) -> String? {
      Vocabulary(base: .quarto).translation(
        of: SourceFile(path: "a.qmd", text: text), blocks: [], in: .english
      ).title
    }
    #expect(title("---\nlang: en\n---\n\n# Count {#sec-c}\n") == "Count")
    #expect(title("---\ntitle: A\n---\n# Count\n") == nil)
    #expect(title("Text\n\n# Count\n") == nil)
  }

  @Test func `names a block that is nearly one that is known, and shows its text`() {
    let page = SourceFile(path: "a.md", text: "x\n\n> :::::  soluton\n> A\n> :::::\n")
    let translation = Vocabulary(base: .carpentries).translation(of: page, blocks: [], in: .english)
    let place = Place(path: "a.md", line: 3, column: 10)
    #expect(translation.diagnostics.map(\.id) == ["vocabulary.unknown-block"])
    #expect(translation.diagnostics.first?.place == place)
    #expect(translation.diagnostics.first?.fix?.english == "did you mean “solution”?")
  }

  @Test func `gets the definitions that it uses from the course's file of links`() {
    var addition = PageTranslation.Addition()
    addition.links = "[Site]: https://example.org\n[other]: x.md\n[own]: no\n"
    let page = SourceFile(path: "a.md", text: "[a][site] [b][own]\n\n[own]: yes\n")
    let translation = Vocabulary(base: .carpentries).translation(
      of: page, blocks: [], in: .english, adding: addition)
    let text = String(decoding: translation.bytes, as: UTF8.self)
    #expect(text == "[a][site] [b][own]\n\n[own]: yes\n\n\n[Site]: https://example.org\n")
    // What is added stands nowhere in the author's page.
    let place = translation.original(of: Place(path: "a.md", line: 6, column: 2))
    #expect(place == Place(path: "a.md", line: 4))
  }

  @Test(arguments: [
    // The name of the block, its title, which stands two lines further down, and what follows a picture.
    (Place(path: "a.md", line: 1, column: 4), Place(path: "a.md", line: 1, column: 9)),
    (Place(path: "a.md", line: 1, column: 15), Place(path: "a.md", line: 3, column: 6)),
    (Place(path: "a.md", line: 5, column: 14), Place(path: "a.md", line: 5, column: 25)),
    (Place(path: "a.md", line: 5, column: 0), Place(path: "a.md", line: 5, column: 0)),
  ]) func `leads places back to its author's`(ours: Place, theirs: Place) {
    let text = "::::::: challenge\n\n## Count\n\n![](a.png){width=\"5\"}   [x](y)\n\n:::::::\n"
    let translation = Vocabulary(base: .carpentries).translation(
      of: SourceFile(path: "a.md", text: text), blocks: [], in: .english)
    #expect(translation.original(of: ours) == theirs)
  }

  @Test func `is told of in its author's words`() {
    let page = SourceFile(path: "a.md", text: "::::: challenge\n")
    let translation = Vocabulary(base: .carpentries).translation(of: page, blocks: [], in: .english)
    let found = Diagnostic(
      id: "a.b", at: Place(path: "a.md", line: 1, column: 1),
      Phrase(zh: "“exercise”没有结束", en: "“exercise” is never closed"))
    #expect(translation.original(of: found).message.english == "“challenge” is never closed")
    #expect(translation.original(of: found).message.chinese == "“challenge”没有结束")
  }

  @Test func `stays as it is where every name is ours, or where it is no text`() {
    let page = SourceFile(path: "a.md", text: "::: challenge\n:::\n")
    #expect(Vocabulary().translation(of: page, blocks: [], in: .english).bytes == page.bytes)
    let broken = SourceFile(path: "a.md", bytes: [0xFF])
    #expect(
      Vocabulary(base: .quarto).translation(of: broken, blocks: [], in: .english).bytes == [0xFF])
  }

  /// Whatever stands in a page, its lines keep their number and nothing stops.
  @Test func `keeps its lines whatever is in it`() {
    let pieces = [
      ":::", "::: challenge", "::: {.callout-tip #a", "> ::: solution", "## A {#b}",
      "![](x){alt='y",
      "`code", "```", "[a]{", "]", "{", "}", "{{<", "@exr-a", ":   b", "term", "", "::: {#exr-a}",
      "::: {.content-visible when-profile=\"x\"}", "---", "title: a", "\\", "：：：",
    ]
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    for round in 0..<2000 {
      let lines = (0..<next(12)).map { _ in
        (0...next(3)).map { _ in pieces[next(pieces.count)] }.joined(
          separator: next(2) == 0 ? " " : "")
      }
      let text = lines.joined(separator: "\n")
      for base in Vocabulary.Base.allCases {
        let page = SourceFile(path: "a.md", text: text)
        let translation = Vocabulary(base: base).translation(of: page, blocks: [], in: .english)
        let count = translation.bytes.count { $0 == 10 } + 1
        #expect(count == text.utf8.count { $0 == 10 } + 1, "\(round) \(base): \(text)")
      }
    }
  }
}
