import Diagnostics
import Phrases
import SalesMethod
import Tables

@testable import SalesData

extension Factories {
  /// Every diagnostic of `SalesData`.
  static let salesData: [Diagnostic] = list1 + list2 + list3 + list4 + list5

  private static let list1: [Diagnostic] = [
    .missingValues(["q1", "q2"], at: place),
    .noFormFor(TableSchema.of(.customers), forms: [], at: place),
    .noFormFor(
      TableSchema.of(.goals),
      forms: [FormTable(name: "q1", columns: ["q2", "q3"], rows: [], place: place)], at: place),
    .whichForm(["q1", "q2"], for: .goals, at: place),
    .actualsTwice(3, of: .orders, at: place),
    .planWorkbook(["q1", "q2"], at: place),
    .nothingFilledIn(at: place),
    .almostTable(
      AlmostTable(name: .deals, column: TableSchema.all[0].columns[0], unknown: ["q1", "q2"]),
      file: "q3", at: place),
    .nobodyIsYou(["q1", "q2"], rows: 3, at: place),
    .closeDateIsEnd(1, header: "q1", isOpen: true, at: place),
    .closeDateIsEnd(3, header: "q1", at: place),
    .moneyForOthers("q1", metric: "q2", at: place),
    .othersCustomers(3, of: "q2"),
    .proposedGoal("q1", at: place),
    .rowsOfOthers([(table: .orders, count: 3)], names: ["q1"], at: place),
    .ownerOfNobody(DataSettings.Owner(name: "q1", member: "q2", place: place), known: "q3"),
  ]

  private static let list2: [Diagnostic] = [
    .openNumberFormat("q1", ["q1", "q2"], column: "q3", at: place),
    .notLeave("q1", column: "q2", at: place),
    .noYear("q1", column: "q2", at: place),
    .ownersNotRead("q1", of: .deals, at: place),
    .ownNameSetAside("q1", person: "q2", rows: 3, at: place),
    .lostID("q1", column: "q2", cells: 3, hasNames: true, at: place),
    .goalsByMonth("q1", at: place), .monthsSideBySide(12, at: place),
    .goalsWithoutYear(at: place),
    .goalsWithoutColumns(TableSchema.of(.goals).columns, unknown: ["q1"], at: place),
    .severalCustomers("q1", rows: 3, at: place),
    .amountsByPrice("q1", quantity: "q2", at: place),
    .amountBesidePrice(["q1"], price: "q2", quantity: "q3", at: place),
    .discountNotRead("q1", price: "q2", at: place), .refundsNotRead("q1", at: place),
    .balanceAndPayments("q1", paid: "q2", at: place), .outcomeBeside("q1", rows: 3, at: place),
    .closedButOpen(3, header: "q1", at: place),
    .unusualKinds(3, text: "q1", header: "q2", at: place),
    .notANumber("q1", column: "q2", of: .hours, at: place),
    .notANumber("q1", column: "q2", of: .share, at: place),
    .notANumber("q1", column: "q2", of: .count, at: place),
    .withdrawnCustomers(3, header: "q1", text: "q2", at: place),
    .withdrawnRows(3, of: .orders, header: "q1", text: "q2", at: place),
    .returnsByKind(3, text: "q1", header: "q2", at: place),
    .ordersNotApproved(["q1"], rows: 3, at: place),
    .totalsOnLines(3, header: "q1", at: place),
    .unknownStage("q1", rows: 3, known: [], isStatus: true, at: place),
    .openScale("q1", column: "q2", at: place),
    .mixedParts("q1", "q2", column: "q3", at: place),
    .hoursOrMinutes("q1", column: "q2", at: place),
    .longerThanADay("q1", column: "q2", at: place),
    .unitsDiffer("q1", header: "q2", column: "q3", at: place),
    .foreignCurrency(.usd, own: "q2", rows: 3, column: "q4", at: place),
    .unknownCurrency("q1", at: place),
    .unknownUnit("q1", column: "q2", at: place),
    .notMoney("q1", at: place),
    .lostDigits("q1", column: "q2", cells: 3, at: place),
    .stageByChance("q1", rows: 3, at: place),
    .twoGoals("q1", first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
    .twoRates(first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
    .twoFactors(first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
  ]

  private static let list3: [Diagnostic] = [
    .unknownTable("q1", file: "q3", ranked: [.orders], at: place),
    .headerBelow(3, at: place),
    .headerNotFound(
      ["q1", "q2"], of: .orders, needed: [TableSchema.all[0].columns[0]], mark: nil, isText: true,
      at: place),
    .headerNotFound(
      ["q1|q2"], of: .orders, needed: [TableSchema.all[0].columns[0]], mark: "|", isText: true,
      at: place),
    .impliedKind("q1", at: place),
    .twoFiles(for: .orders, first: "q2", at: place),
    .besideNamed(.orders, named: "q2", at: place),
    .whichSheet(["q1", "q2"], at: place),
    .twoCandidates(["q1", "q2"], field: "q2", table: .orders, at: place),
    .missingColumn(TableSchema.all[0].columns[0], of: .orders, unknown: ["q1", "q2"], at: place),
    .missingColumn(
      named: "q1", of: .orders, unknown: ["q1", "q2"], also: ["q4"], why: word, at: place),
    .tooManyCells(header: 3, isText: true, at: place),
    .noCustomers(of: [.orders, .deals], at: place),
    .unknownMappedTable("q1", at: place),
    .unknownField("q1", of: TableSchema.all[0], at: place),
    .namedFileMissing(
      DataSettings.NamedFile(file: "q13", table: "q14", place: place), known: ["q1", "q2"]),
    .mappedHeaderMissing(
      DataSettings.Mapping(table: "q15", header: "q16", field: "q17", place: place),
      headers: ["q1", "q2"]),
  ]

  private static let list4: [Diagnostic] = [
    .takenAs(.orders, at: place),
    .whichTable([.orders, .deals], file: "q2", at: place),
    .joined(["q1", "q2"], as: .orders, at: place),
    .overlappingFiles(3, at: place),
    .replacedByLaterFile(3, of: .orders, at: place),
    .customersUpdated(3, columns: ["q1", "q2"], at: place),
    .orderOfTwo("q1", first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
    .ordersThatAreNone(["q1", "q2"], rows: 3, at: place),
    .unknownOrderStatus(["q1", "q2"], rows: 3, at: place),
    .otherColumns(.orders, first: "q2", at: place),
    .rowsLeftOut(3, of: 3, in: .orders, limit: 3, isBearable: true, at: place),
    .dealsWithoutAmount(2, lines: shownLines([2, 5]), at: place),
    .totalRows(2, of: .orders, lines: shownLines([3, 4]), at: place),
    .totalDiffers("q1", Money(hundredths: 150), column: "q3", at: place),
    .unknownOwner("q1", rows: 3, in: [.orders, .deals], nearest: "q1", isOnlyOne: true, at: place),
    .unknownOwners(["q1", "q2"], rows: 3, in: [.orders, .deals], at: place),
    .unknownReferences(["q1", "q2"], .customer, rows: 3, of: 3, at: place),
    .sameCustomer("q1", "q2", "q3", first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
  ]

  private static let list5: [Diagnostic] = [
    .missingValue("q1", at: place),
    .tooLong("q1", at: place),
    .errorValue("q1", column: "q2", at: place),
    .notANumber("q1", column: "q2", at: place),
    .outOfRange("q1", column: "q2", at: place),
    .notADay("q1", column: "q2", at: place),
    .notADayInOrder("q1", .dmy, column: "q3", at: place),
    .openDateOrder("q1", [(.dmy, Day(number: 20_000))], column: "q3", at: place),
    .mixedDateOrder(word, column: "q2", at: place),
    .outOfScale("q1", letter: "q2", 1...5, at: place),
    .notALetter("q1", letter: "q2", 1...5, at: place),
    .notAFlag("q1", column: "q2", at: place),
    .unknownWord("q1", column: "q2", [Word("won", ["q5"])], at: place),
    .unknownStageOfFunnel("q1", funnel: ["q1", "q2"], at: place),
    .notAMilestone(at: place),
    .unknownReference("q1", .customer, nearest: "q1", rows: 3, at: place),
    .ambiguousName("q1", .customer, ["q1", "q2"], rows: 3, at: place),
    .duplicateID("q1", column: "q2", first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
    .mergedRow(
      id: "q1", differing: ["q1", "q2"], isName: true, first: Phrase(zh: "第 3 行", en: "line 3"),
      at: place),
    .repeatedRow(first: Phrase(zh: "第 3 行", en: "line 3"), at: place),
    .sharedName(
      Customer(id: "q1", name: "q2", row: Row(path: "q.csv", line: 4)),
      Customer(id: "q3", name: "q2", row: Row(path: "q.csv", line: 5))),
    .circle(["q1", "q2"], at: place),
    .endBeforeStart("q1", "q2", at: place),
    .unknownStage("q1", rows: 3, known: ["q1", "q2"], at: place),
    .closedWithoutStatus(at: place),
    .stagesNotInOrder(funnel: ["q1", "q2"], at: place),
    .moreSuccessesThanTrials(at: place),
    .notPositive("q1", at: place),
    .repeatBelowOne("q1", at: place),
  ]
}
