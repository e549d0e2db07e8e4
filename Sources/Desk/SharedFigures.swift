package import Pages
import SalesData
import SalesMethod
package import Storing

/// What all plans of some tables share and takes long to work out, made once for runs that plan a part each.
///
/// What past months taught, in a run for the same period, day and settings, which whoever keeps it has to hold beside.
package struct SharedFigures: Sendable {
  /// The digest of all that the tables say.
  package let tables: SHA256Digest
  /// What months taught, by what planners ask.
  let tests: [String: TestedMonths]
}

extension SharedFigures: Storable {
  package func store(in bytes: inout StoredBytes) {
    for number in tables.numbers { bytes.put(fixed: number) }
    bytes.put(tests.count)
    for (name, test) in tests.sorted(by: { $0.key < $1.key }) {
      bytes.put(name)
      // What cannot be stored is worked out again.
      bytes.put((try? StoredCoding.bytes(of: test)) ?? [])
    }
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    var numbers: [UInt64] = []
    for _ in 0..<4 { numbers.append(try bytes.fixed()) }
    guard let digest = SHA256Digest(numbers: numbers) else { throw UnreadableBytes() }
    tables = digest
    var tests: [String: TestedMonths] = [:]
    for _ in 0..<(try bytes.count()) {
      let (name, stored) = (try bytes.text(), try bytes.plainBytes())
      if stored.isEmpty { continue }
      guard let test = try? StoredCoding.value(TestedMonths.self, from: stored) else {
        throw UnreadableBytes()
      }
      tests[name] = test
    }
    self.tests = tests
  }
}

extension PlanDesk {
  /// What all plans of the own tables share in the periods that pages ask for; with what records of past months rest
  /// on where `looksBack` asks for it.
  package func sharedFigures(looksBack: Bool) -> SharedFigures {
    if let own, codes != nil, let coded = try? codedDataset(own).get() {
      for period in plannedPeriods {
        _ = codedRecords.planner(period) { planner(coded, period, isCoded: true) }
      }
    }
    if looksBack, let own, let planner = try? planner(own, request.period).get() {
      _ = try? past.months { () throws(MethodFailure) in
        try planner.pastMonths(Self.recordedMonths)
      }
    }
    return SharedFigures(tables: tableDigests().all, tests: tests.made)
  }
}
