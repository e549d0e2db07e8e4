import Diagnostics
import Phrases

extension Diagnostic {
  static func looksHidden(_ sign: String, _ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.looks-hidden", at: place,
      Phrase(
        zh: "“\(sign)”看上去像不给学员的块，其实会印给所有人",
        en: "“\(sign)” looks like something kept from participants, and is printed for everybody"),
      expected: Phrase(
        zh: "单独一行 :::solution、:::answer 或 :::facilitator，最后单独一行 :::",
        en: "a line :::solution, :::answer or :::facilitator, and a line ::: behind it"))
  }

  static func brokenComment(_ sign: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.broken-comment", at: place,
      Phrase(
        zh: "“\(sign)”不是注释的开头，后面的文字会印出来",
        en: "“\(sign)” begins no comment, and what follows it is printed"),
      expected: Phrase(zh: "<!-- … -->", en: "<!-- … -->"))
  }

  static func taskInside(_ task: String, of outer: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.task-inside", at: place,
      Phrase(
        zh: "“\(task)”在“\(outer)”里面：学员得不到它",
        en: "“\(task)” stands inside “\(outer)”: participants do not get it"
      ),
      fix: Phrase(
        zh: "在它前面用一行 ::: 结束“\(outer)”", en: "end “\(outer)” with a line ::: before it"))
  }

  static func leaked(_ words: String, into path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.leak", at: place,
      Phrase(
        zh: "不给这些读者看的话出现在“\(path)”里：“\(words)”",
        en: "what is kept from these readers stands in “\(path)”: “\(words)”"),
      fix: Phrase(
        zh: "从正文、页首或模板里去掉它；本来就讲过的话，换个说法写进答案",
        en: "take it out of the text, the head or the template, or word the answer otherwise"))
  }

  static func minutesDiffer(
    stated: Int, sum: Int, largest: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "gate.time", at: place,
      Phrase(
        zh: "页首写 \(count: stated) 分钟，各块加起来是 \(count: sum) 分钟",
        en: "the head says \(count: stated, "minute", "minutes"), the blocks come to \(count: sum)"),
      expected: Phrase(zh: "两个数一样", en: "the same number"),
      fix: Phrase(
        zh: "改页首的 time，或改一个块的 time；最长的一块是“\(largest)”",
        en: "change time in the head or of a block; the longest is “\(largest)”"))
  }

  static func minutesNotCounted(_ sum: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.time", severity: .warning, at: place,
      Phrase(
        zh: "各块加起来是 \(count: sum) 分钟，页首没有 time，一天的时间里没有算进去",
        en:
          "the blocks come to \(count: sum, "minute", "minutes"), which the day leaves out: the head has no time"
      ),
      fix: Phrase(zh: "在页首写 time: \(sum)", en: "write time: \(sum) in the head"))
  }

  static func taskWithoutMinutes(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.time", severity: .warning, at: place,
      Phrase(
        zh: "“\(title)”没有写要几分钟", en: "“\(title)” does not say how many minutes it takes"),
      fix: Phrase(
        zh: "写上 time=，再把页首的 time 改成总数",
        en: "write time=, and make time in the head the sum"))
  }

  static func objectiveWithoutTask(_ id: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.objective", severity: .warning, at: place,
      Phrase(zh: "没有练习为目标“\(id)”而做", en: "no task serves the objective “\(id)”"),
      fix: Phrase(
        zh: "在一个演练上写 objective=\(id)", en: "write objective=\(id) on an exercise"))
  }

  static func taskWithoutObjective(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.objective", severity: .warning, at: place,
      Phrase(zh: "“\(title)”没有写为哪个目标", en: "“\(title)” does not say which objective it serves"),
      fix: Phrase(
        zh: "写上 objective= 和页首里的一个 id", en: "write objective= and an id of the page’s head"))
  }

  static func taskWithoutAnswer(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.answer", severity: .warning, at: place,
      Phrase(zh: "“\(title)”没有答案", en: "“\(title)” has no answer"),
      fix: Phrase(
        zh: "在里面写 :::solution；没有标准答案的，写上 open",
        en: "write :::solution in it, or open where there is none"))
  }

  static func taskWithoutEvidence(_ title: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.evidence", severity: .warning, at: place,
      Phrase(
        zh: "“\(title)”没有地方可写，做没做看不出来",
        en: "“\(title)” has no room to write in, so nothing shows whether it was done"),
      fix: Phrase(
        zh: "加上 ::lines、::table 或要填的空白；只是讨论，就写 :::discussion",
        en: "add ::lines, ::table or blanks to fill; or write :::discussion where it is talk"))
  }

  static func answerRows(_ own: Int, _ room: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.space", severity: .warning, at: place,
      Phrase(
        zh: "答案有 \(count: own) 行，要填的表只有 \(count: room) 行",
        en: "the answer has \(count: own, "row", "rows"), and the table to fill in \(count: room)"),
      fix: Phrase(zh: "写 rows=\(own)", en: "write rows=\(own)"))
  }

  static func noRoom(_ title: String, lines: Int, needed: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.space", severity: .warning, at: place,
      Phrase(
        zh: "“\(title)”的答案手写要 \(count: needed) 行，只有 \(count: lines) 行",
        en:
          "the answer to “\(title)” takes \(count: needed, "line", "lines") by hand, and there are \(count: lines)"
      ),
      fix: Phrase(zh: "写 ::lines{n=\(needed)}", en: "write ::lines{n=\(needed)}"))
  }

  static func noRoomInQuiz(
    _ question: String, lines: Int, needed: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "gate.space", severity: .warning, at: place,
      Phrase(
        zh: "“\(question)”的答案手写要 \(count: needed) 行，只有 \(count: lines) 行",
        en:
          "the answer to “\(question)” takes \(count: needed, "line", "lines") by hand, and there are \(count: lines)"
      ),
      fix: Phrase(
        zh: "写 lines: \(needed)，或不写：照答案留行",
        en: "write lines: \(needed), or leave it out: as many as the answer takes"))
  }

  static func notTranslated(_ id: String, from path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "“\(path)”里的“\(id)”在这一页里没有", en: "“\(id)” of “\(path)” is missing on this page"),
      fix: Phrase(zh: "把它译过来，用同一个 id", en: "translate it under the same id"))
  }

  static func pageNotTranslated(_ language: Language, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "同一个文件夹里别的页有“\(language.rawValue)”的译文，这一页没有",
        en: "other pages of the folder are there in “\(language.rawValue)”, and this one is not"),
      fix: Phrase(
        zh: "译成一页，文件名末尾写 .\(language.rawValue).md",
        en: "translate it as a page whose name ends in .\(language.rawValue).md"))
  }

  static func translatedOtherwise(_ id: String, from path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "“\(id)”和“\(path)”里的种类或分钟不一样",
        en: "“\(id)” is of another kind or length than in “\(path)”"),
      fix: Phrase(zh: "改成一样", en: "make them the same"))
  }

  static func roomsDiffer(
    _ block: String, _ own: Int, _ other: Int, from path: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "“\(path)”有 \(count: own) 个“\(block)”，这一页有 \(count: other) 个",
        en: "“\(path)” has “\(block)” \(count: own, "time", "times"), and this page \(count: other)"
      ),
      fix: Phrase(zh: "两页写一样多", en: "write as many on both pages"))
  }

  static func roomOtherwise(
    _ block: String, _ own: String, _ other: String, from path: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "“\(path)”里同一个“\(block)”是 \(own)，这里是 \(other)",
        en: "the same “\(block)” is \(own) in “\(path)”, and \(other) here"),
      fix: Phrase(zh: "两页写成一样", en: "make them the same on both pages"))
  }

  static func numberNotTranslated(_ number: String, from path: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "“\(path)”里的数 \(number) 在这一页里没有",
        en: "the number \(number) of “\(path)” is missing on this page"),
      fix: Phrase(zh: "两页写同一个数", en: "say the same number on both pages"))
  }

  static func termsDiffer(_ own: Int, _ other: Int, from path: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "“\(path)”的 terms 有 \(count: own) 个词，这一页有 \(count: other) 个",
        en:
          "“\(path)” has \(count: own, "term", "terms") in its head, and this page \(count: other)"
      ),
      fix: Phrase(zh: "按同样的顺序写同样的词", en: "write the same terms in the same order"))
  }

  static func termNotUsed(_ word: String, for own: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.translation", severity: .warning, at: place,
      Phrase(
        zh: "原文用了“\(own)”，这一页里却没有“\(word)”",
        en: "the original says “\(own)”, and this page does not say “\(word)”"),
      fix: Phrase(
        zh: "用词语表里的说法，或改词语表", en: "use the word of the terms, or change it there"))
  }

  static func noRoomInCell(
    _ title: String, column: String, needed: Length?, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "gate.space", severity: .warning, at: place,
      Phrase(
        zh: "“\(title)”的答案写不进“\(column)”这一格",
        en: "the answer to “\(title)” does not fit the cell “\(column)”"),
      fix: needed.map {
        Phrase(
          zh: "写 row=\($0.millimetres())，或用 widths= 放宽这一列，或写 fit=answer",
          en: "write row=\($0.millimetres()), widen the column by widths=, or write fit=answer")
      }
        ?? Phrase(
          zh: "用 widths= 放宽这一列，或分成两列", en: "widen the column by widths=, or make two of it"))
  }

  static func answerColumns(_ own: Int, _ table: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.space", severity: .warning, at: place,
      Phrase(
        zh: "答案的表有 \(count: own) 列，要填的表有 \(count: table) 列",
        en:
          "the answer has \(count: own, "column", "columns"), and the table to fill in \(count: table)"
      ),
      fix: Phrase(zh: "让两张表的列一样", en: "give both the same columns"))
  }
}
