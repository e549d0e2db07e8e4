import Testing

@testable import SalesMethod

@Suite struct `Rows of several persons` {
  /// Persons, and how many records each has.
  @Test(arguments: [
    ([7, 7, 6], true), ([7, 6, 6], false), ([10, 10], false), ([19, 1], false), ([18, 1, 1], true),
    ([5, 5, 5, 5], true), ([20], false), ([], false),
  ])
  func `are counted together from three persons and twenty records on`(
    records: [Int], isPooled: Bool
  ) {
    var contributors = Contributors()
    var owners: [Int?] = []
    for (member, count) in records.enumerated() {
      contributors.add(count, of: member)
      owners += Array(repeating: member, count: count)
    }
    #expect(contributors.mayBePooled == isPooled)
    #expect(Pooling.allows(owners, members: max(1, records.count)) == isPooled)
    // Rows of nobody make no pool fuller.
    #expect(Pooling.allows(owners + [nil, nil], members: max(1, records.count)) == isPooled)
  }

  @Test func `of one person in two parts are one person's`() {
    var contributors = Contributors()
    for count in [10, 10, 10] { contributors.add(count, of: 4) }
    contributors.add(0, of: 5)
    contributors.add(5, of: 6)
    #expect(!contributors.mayBePooled)
  }
}
