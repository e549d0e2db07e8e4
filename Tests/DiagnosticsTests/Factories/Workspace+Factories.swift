import Book
import Desk
import Diagnostics
import Phrases
import SalesMethod

@testable import Tables
@testable import Workspace

extension Factories {
  /// Every diagnostic of `Workspace`.
  static let workspace: [Diagnostic] =
    list1 + list2 + list3 + ofPeriods + ofReleases + ofKeys + ofShards

  private static let ofKeys: [Diagnostic] = [
    .placeIsTaken("q1", by: "q2"), .nobodyToForget(.person("q1"), known: ["q2"]),
    .nobodyToForget(.customer("q1"), known: []),
    .openCodeKey(), .unreadableCodeKey(), .codeKeyExists(), .noCodeKeyToRotate(),
  ]

  private static let ofShards: [Diagnostic] =
    Shard(2, of: 4).map { shard in
      [
        .noShard(in: "q1"), .damagedShard("q1", in: "q2"), .shardMissing(shard),
        .shardTwice(shard, in: "q1", and: "q2"),
        .shardsOfOtherCount(shard, in: "q1", shard, in: "q2"),
        .shardOfOtherProgram(in: "q1", than: "q2"), .shardsOfOtherProgramThanThis(in: "q1"),
        .shardOfOtherDay("q1", in: "q2", "q3", in: "q4"),
        .shardOfOtherRequest(in: "q1", than: "q2"), .shardOfOtherInputs(in: "q1", than: "q2"),
        .unreadableSharedFile("q1"), .sharedFileOfOtherProgram("q1"),
        .sharedFileOfOtherDay("q1", "q2", than: "q3"), .sharedFileOfOtherFiles("q1"),
        .notShared(),
        .outputHoldsSite("q1", such: "q2"), .outputIsShard("q1", "q2"),
      ]
    } ?? []

  private static let list1: [Diagnostic] = [
    .noBrowser(for: "q1"),
    .noPandoc(for: "q1"),
    .leftOutOfOffice(Phrase(zh: "图", en: "pictures"), count: 2, in: "q1"),
    .noSlides(in: "q1"),
    .noPlanPages(),
    .noChineseFont(),
    .unknownPage("q1", of: "q2", known: ["q3"]),
    .hollowSheet(HollowSheet(page: 7, percent: 40, heading: "q1"), of: "q2"),
    .unsettledNumbers(of: "q1"),
    .linkOut("q1", to: "q2"),
    .exportForeignFile("q1"),
    .exportIsNoFile("q1"),
    .unknownTeam("q1", known: ["q1", "q2"]),
    .noTables(in: "q1"),
    .noTables(in: "q1", "q2"),
    .cannotWrite("q1", at: place),
    .converted(at: place),
    .goalIsThere(at: place),
    .whoseGoal(["q1", "q2"], at: place),
    .manyTables(["q1", "q2"], for: "q2"),
    .unknownTable("q1", known: ["q1", "q2"]),
  ]

  private static let list2: [Diagnostic] = [
    .noPlanData(in: "q1"),
    .unknownMember("q1", known: ["q1", "q2"]),
    .whichMember(known: ["q1", "q2"]),
    .noPlan(because: .overflow, in: "q2"),
    .namesakes("q1", ids: ["q1", "q2"]),
    .nothingToExplain("q1", near: "q1", keys: ["q1", "q2"]),
    .noEarlierPlan("q1", horizonEnd: Day(number: 20_000)),
  ]

  private static let list3: [Diagnostic] = [
    .foreignOutput("q1", holding: "q2"),
    .unreadableManifest("q1"),
    .danglingOutput("q1"),
    .outputIsNoFolder("q1"),
    .outputHoldsSource("q1", source: "q2"),
    .unsafeOutputPath("q1", in: "q2"),
    .twoFilesForOnePath("q1", in: "q2"),
    .pathsDifferInCase("q1", "q2", in: "q3"),
    .fileAndFolder("q1", in: "q2"),
    .foreignInTheWay("q1", in: "q2"),
    .publishedInPlace("q1", because: word),
    .leftoverStays(MachineFailure("write", "q19", because: "q20")),
    .notUTF8(at: place, 0xFF),
    .utf16("q1"),
    .fileTooLarge("q1", limit: 3),
    .nameNotUTF8("q1", in: "q2"),
    .notAFile("q1"),
    .danglingLink("q1"),
    .folderReadAlready("q1"),
    .starterNeedsEmptyFolder("q1", holding: "q2"),
    .unknownTimeZone("q1", near: "q1"),
    .fileExists("q1"),
    .noPageToFormat("q1", known: ["q1", "q2"]),
    .noPageForSkeleton("q1", known: ["q1", "q2"]),
    .unsetVariable("q1", at: place),
    .databaseFailed(SQLFailure(description: "q18"), variable: "q2", at: place),
  ]

  private static let ofReleases: [Diagnostic] = [
    .noSuchRelease("q1", known: ["q2"], in: "q3"),
    .nothingToPublish("q1"), .noReaders("q1"),
    .usersAlike(["q1", "Q1"], at: Place(path: "q2")), .targetInOutput("q1", "q2"),
    .pathForServer("q1"),
    .noUserName("q1", at: place),
  ]

  private static let ofPeriods: [Diagnostic] =
    Period.month(5, of: 2026).map { period in
      [
        .noWorkload(period, because: [word], in: "q3"),
        .nothingPlanned(period, in: "q2"),
        .noNextPeriod(period),
        .periodNotBegun(period),
        .periodOver(period),
      ]
    } ?? []
}
