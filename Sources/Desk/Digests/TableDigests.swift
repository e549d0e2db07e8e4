package import Pages
import Phrases
import SalesData
import SalesMethod
import Storing

/// What the workspace's own tables say, as digests by which a build knows whose pages are still right.
///
/// A plan rests on its person's rows and on sums over everybody's: life tables, rates, calendars, goals. What
/// those sums cannot read (a customer's name, scores, note, contacts) is told apart: it reaches only the pages
/// of whoever works with that customer.
///
///     let before = desk.tableDigests(), after = edited.tableDigests()  // a score of lin's customer changed
///     before.shared == after.shared       // true
///     before.own["bai"] == after.own["bai"]  // true; lin's differs
package struct TableDigests: Sendable {
  /// Of all that anybody's plan may rest on.
  package let shared: SHA256Digest
  /// Of what is told of the customers each member works with, by the member's id.
  package let own: [String: SHA256Digest]
  /// Of everything.
  package let all: SHA256Digest

  /// The digest of what the tables tell beside what is shared, as far as some members work with it; of everything
  /// where nobody is named.
  package func digest(of members: [String]?) -> SHA256Digest {
    guard let members else { return all }
    var digest = DigestOfValues()
    for member in members {
      digest.bytes.put(member)
      digest.bytes.put(own[member]?.numbers ?? [])
    }
    return digest.result()
  }
}

extension PlanDesk {
  /// The digests of the own tables, as they were read.
  package func tableDigests() -> TableDigests {
    guard let own else {
      let nothing = DigestOfValues().result()
      return TableDigests(shared: nothing, own: [:], all: nothing)
    }
    return TableDigests(own.index, own.memberIds, allReports)
  }
}

extension TableDigests {
  /// The digests of tables, and of what was left out of them.
  init(_ index: RecordIndex, _ ids: [String], _ reports: [ImportReport]) {
    let tellings = index.tellings()
    var shared = DigestOfValues()
    shared.add(index.records)
    shared.add(tellings.nobodys)
    for report in reports {
      shared.bytes.put(report.table.rawValue)
      shared.bytes.put(report.gap.map { $0.chinese + "\n" + $0.english } ?? "")
    }
    let sharedDigest = shared.result()
    var all = DigestOfValues()
    all.add(sharedDigest)
    for digest in tellings.ofMembers { all.add(digest) }
    self.init(
      shared: sharedDigest,
      own: Dictionary(zip(ids, tellings.ofMembers), uniquingKeysWith: { first, _ in first }),
      all: all.result())
  }
}
