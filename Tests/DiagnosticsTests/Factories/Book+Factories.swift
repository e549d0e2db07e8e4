import Desk
import Diagnostics
import Phrases

@testable import Book
@testable import Pages
@testable import Proof

extension Factories {
  /// Every diagnostic of `Book`.
  static let book: [Diagnostic] =
    list1 + list2 + list3 + list4 + list5 + list6 + list7 + list8 + list9 + ofPages + ofBooks
    + ofCourses + ofGates + ofProof

  private static let list1: [Diagnostic] = [
    .unknownObjective("q1", known: ["q1", "q2"], at: place),
    .unknownBlock("q1", known: ["q1", "q2"], at: place),
    .leafExpected("q1", at: place),
    .containerExpected("q1", at: place),
  ]

  private static let list2: [Diagnostic] = [
    .fenceMode("q1", at: place)
  ]

  private static let list3: [Diagnostic] = [
    .unknownPage("q1", known: ["q1", "q2"]),
    .noCalculation("q1", edition: .participant),
    .noCalculations(edition: .participant, in: "q2"),
  ]

  private static let list4: [Diagnostic] = [
    .unknownTree("q1", known: ["q1", "q2"]),
    .unknownPerson("q1", known: ["q1", "q2"]),
    .inNoTree(trees: ["q1", "q2"], at: place),
    .noRows(of: .member, at: place),
    .noRow(
      of: .member, with: FrontMatter.Condition(column: "q8", value: "q9", place: place),
      known: ["q1", "q2"]),
    .sameOutputOfRows("q1", word: "q2", at: place),
    .notMadeInShards(isCourse: true), .notMadeInShards(isCourse: false),
    .shardsOfOtherWorkspace(),
  ]

  private static let list5: [Diagnostic] = [
    .unknownOption(
      BlockAttribute(key: "q6", value: "q7", place: place, valuePlace: place), of: "q2",
      known: ["q1", "q2"]),
    .wrongOption(
      BlockAttribute(key: "q6", value: "q7", place: place, valuePlace: place), of: "q2",
      expected: word),
    .missingOption("q1", of: "q2", at: place),
  ]

  private static let list6: [Diagnostic] = [
    .brokenLink("q1", nearest: "q1", at: place),
    .brokenFragment(
      FragmentLink(target: "q10", tree: "q11", fragment: "q12", place: place), nearest: "q1"),
    .linkOutside("q1", at: place),
    .emptyLink(at: place),
    .linkLeavesTree("q1", tree: "q2", at: place),
    .linkToRows("q1", at: place),
  ]

  private static let list7: [Diagnostic] = [
    .wordIsNotText("q1", at: place)
  ]

  private static let list8: [Diagnostic] = [
    .wordMissing("q1", in: "q2")
  ]

  private static let list9: [Diagnostic] = [
    .columnTitle(at: place),
    .unknownTotal("q1", known: ["q1", "q2"], at: place),
    .tableFault(word, "q2", row: 3, at: place),
  ]

  private static let ofBooks: [Diagnostic] = [
    .bookNotIndex(at: place),
    .bookPage("q1", known: ["q1", "q2"], at: place),
    .bookPart("q1", at: place),
  ]

  private static let ofCourses: [Diagnostic] = [
    .noData("q1", at: place),
    .secondData("q1", at: place),
    .dataIsNoList("q1", at: place),
    .looseData("q1", at: place), .recordOfTeamAlone(at: place),
    .quizWithoutQuestion(at: place),
    .quizKinds([], at: place),
    .quizKinds(["q1", "q2"], at: place),
    .quizWithoutAnswer(at: place),
    .quizAnswerNoOption("q1", known: ["q1", "q2"], at: place),
    .quizTooFew(at: place),
    .cardTooLong("front", lines: 2, at: place),
    .agendaPastMidnight(1000, at: place),
    .taskWithoutEvidence("q1", at: place),
    .answerRows(3, 1, at: place),
    .quizBlanks(1, words: 2, at: place),
    .cardSides(at: place),
    .agendaPage("q1", known: ["q1", "q2"], at: place),
    .agendaBreak("q1", at: place),
    .noItems("q1", at: place),
    .materialsCount("q1", at: place),
    .unknownTerm("q1", known: [], at: place),
    .unknownTerm("q1", known: ["q1", "q2"], at: place),
  ]

  private static let ofProof: [Diagnostic] = [
    .leakedValue(
      .phone, into: "q1", at: ValueSearch.Hit(value: 0, offset: 1, part: "q2"), .team,
      by: "q3", from: place),
    .moreLeaks(1, at: place),
    .archiveWithdrawn("q1", at: place),
    .unknownReader("q1", known: ["q1", "q2"]),
    .unknownCustomer("q1"),
  ]

  private static let ofGates: [Diagnostic] = [
    .looksHidden("q1", "q2", at: place),
    .brokenComment("q1", at: place),
    .taskInside("q1", of: "q2", at: place),
    .leaked("q1", into: "q2", at: place),
    .minutesDiffer(stated: 1, sum: 2, largest: "q1", at: place),
    .minutesNotCounted(2, at: place),
    .taskWithoutMinutes("q1", at: place),
    .emptyFigure(at: place),
    .figureWithoutCaption(at: place),
    .objectiveWithoutTask("q1", at: place),
    .taskWithoutObjective("q1", at: place),
    .taskWithoutAnswer("q1", at: place),
    .noRoom("q1", lines: 1, needed: 2, at: place),
    .noRoomInQuiz("q1", lines: 1, needed: 2, at: place),
    .notTranslated("q1", from: "q2", at: place),
    .translatedOtherwise("q1", from: "q2", at: place),
    .numberNotTranslated("12", from: "q2", at: place),
    .roomsDiffer("q1", 2, 1, from: "q2", at: place),
    .roomOtherwise("q1", "3", "5", from: "q2", at: place),
    .pageNotTranslated(.english, at: place),
    .termsDiffer(2, 1, from: "q2", at: place),
    .termNotUsed("q1", for: "q2", at: place),
    .noRoomInCell("q1", column: "q2", needed: Length(tenths: 270), at: place),
    .answerColumns(2, 3, at: place),
    .leakedFrom("q1", into: "q2", at: place),
    .columnCount("q1", count: 2, columns: 3, at: place),
    .noAnswerToFit("q1", at: place),
  ]

  private static let ofPages: [Diagnostic] = {
    let page = PageSource(
      path: "q1", head: FrontMatter(), start: PageSource.Start(offset: 0, line: 0))
    let outline = Outline(pages: [page], contentFolder: "q2", language: .chinese)
    return outline.entries.map {
      .pageNotForReader($0, PageChoice(sources: nil, edition: .participant))
    }
  }()
}
