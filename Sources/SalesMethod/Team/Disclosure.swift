/// Which sums over groups may be shown to people who may not know any one of those who are in them.
///
/// Groups lie in one another. Whoever knows the sums shown can subtract those inside from the one around
/// them, and learns the sums of what is left: so of each group shown it is what is left that must count
/// enough, or nothing at all.
///
/// Everybody knows their own numbers, and who manages others those of all below them: of what is left to
/// each of these readers, too, a sum must not be about one alone.
package enum Disclosure {
  /// A sum over fewer than these could be one person's, or one person's and the reader's own.
  package static let least = 3

  /// A group, the one around it, and what it counts beside the groups inside it.
  package struct Group: Hashable, Sendable {
    package let id: String
    /// The group around it; nil for the outmost.
    package let parent: String?
    /// What stands in the group itself and in none inside: one count for each thing that is told.
    package let counts: [Count]

    package init(id: String, parent: String?, counts: [Count]) {
      self.id = id
      self.parent = parent
      self.counts = counts
    }
  }

  /// How many there are of something, by the member whose it is.
  ///
  /// Those who could be of several members, as customers are, go by name, and each counts once.
  ///
  ///     // A customer who bought of two members is one
  ///     (Count(of: ["C1", "C2"], by: "li") + Count(of: ["C2"], by: "sun")).size  // 2
  package struct Count: Hashable, Sendable, ExpressibleByIntegerLiteral {
    private var each: [String: Int] = [:]
    private(set) var named: [String: Set<String>] = [:]

    package init() {}

    /// A number of those who are one member's alone.
    package init(_ each: Int, by member: String = "") { self.each[member] = each }

    /// Those who may be other members' too.
    package init(of named: Set<String>, by member: String = "") { self.named[member] = named }

    package init(integerLiteral each: Int) { self.init(each) }

    package var size: Int { size(without: []) }

    /// How many are left to whom knows all of some members.
    func size(without known: Set<String>) -> Int {
      let names = named.reduce(into: Set<String>()) { names, next in
        if !known.contains(next.key) { names.formUnion(next.value) }
      }
      return each.reduce(names.count) { $0 + (known.contains($1.key) ? 0 : $1.value) }
    }

    /// Whether a sum over them tells nobody anything of one or two: there are none, or enough, and to each who
    /// knows some of them anyway so many are left that it is not one.
    func isEnough(_ least: Int, to knowledge: Knowledge) -> Bool {
      let size = size
      guard size > 0 else { return true }
      guard size >= least else { return false }
      // What a reader knows is a part of all only where it is nearly all; most readers need no closer look.
      var shares: [String: Int] = [:]
      for (member, count) in each.merging(named.mapValues(\.count), uniquingKeysWith: +) {
        for reader in knowledge.readers(of: member) { shares[reader, default: 0] += count }
      }
      return shares.allSatisfy { reader, share in
        if share <= size - (least - 1) { return true }
        let left = self.size(without: knowledge.known(to: reader))
        return left == 0 || left >= least - 1
      }
    }

    package static func += (sum: inout Count, more: Count) {
      sum.each.merge(more.each, uniquingKeysWith: +)
      sum.named.merge(more.named) { $0.union($1) }
    }

    package static func + (left: Count, right: Count) -> Count {
      var both = left
      both += right
      return both
    }
  }

  /// The groups whose sums can be shown, so that no difference of sums shown is about fewer than `least`
  /// of anything counted.
  ///
  /// Where too little is left of a group, the smallest one inside it that is shown is hidden too, and so
  /// on; where that does not help, the group itself is hidden. Groups that lie around themselves are.
  ///
  ///     // All of 7 people: 4 of east, 2 of south, 1 of no team
  ///     Disclosure.shown(groups)  // ["", "east"]
  package static func shown(
    _ groups: [Group], to knowledge: Knowledge = .nothing, least: Int = Disclosure.least
  ) -> Set<String> {
    var finder = Finder(groups, knowledge, least)
    for group in finder.inside.order { finder.decide(group) }
    return finder.shown
  }

  /// The order of groups from the inside out.
  struct Nesting {
    /// The groups, each behind all inside it; without those that lie around themselves.
    let order: [Group]
    let children: [String: [Group]]

    init(_ groups: [Group]) {
      let known = Set(groups.map(\.id))
      let isOutmost = { (group: Group) in group.parent.map { !known.contains($0) } ?? true }
      children = Dictionary(grouping: groups.filter { !isOutmost($0) }) { $0.parent ?? "" }
      var order: [Group] = []
      var waiting = groups.filter(isOutmost)
      while let next = waiting.popLast() {
        order.append(next)
        waiting += children[next.id] ?? []
      }
      self.order = order.reversed()
    }
  }

  private struct Finder {
    let inside: Nesting
    let knowledge: Knowledge
    let least: Int
    var shown: Set<String> = []
    /// What is left of each group shown beside those shown inside it.
    private var left: [String: [Count]] = [:]
    /// What groups that are not shown hand on to the one around them.
    private var handedOn: [String: [Count]] = [:]
    /// The outmost groups shown in a group.
    private var outmost: [String: [String]] = [:]

    init(_ groups: [Group], _ knowledge: Knowledge, _ least: Int) {
      inside = Nesting(groups)
      self.knowledge = knowledge
      self.least = least
    }

    mutating func decide(_ group: Group) {
      let children = inside.children[group.id] ?? []
      var counts = group.counts
      for child in children { counts = added(counts, handedOn[child.id]) }
      var open = children.flatMap { outmost[$0.id] ?? [] }
      while !isEnough(counts), let smallest = smallest(of: open) {
        counts = added(counts, left[smallest])
        shown.remove(smallest)
        open.removeAll { $0 == smallest }
        open += outmostInside[smallest] ?? []
      }
      if isEnough(counts) {
        shown.insert(group.id)
        left[group.id] = counts
        outmostInside[group.id] = open
        outmost[group.id] = [group.id]
      } else {
        handedOn[group.id] = counts
        outmost[group.id] = open
      }
    }

    /// The outmost groups shown inside a group that is shown.
    private var outmostInside: [String: [String]] = [:]

    private func isEnough(_ counts: [Count]) -> Bool {
      counts.allSatisfy { $0.isEnough(least, to: knowledge) }
    }

    /// The group of which least is left, the first of equals; none where nothing is left of any.
    private func smallest(of open: [String]) -> String? {
      open.filter { size($0) > 0 }.min { (size($0), $0) < (size($1), $1) }
    }

    private func size(_ group: String) -> Int { (left[group] ?? []).reduce(0) { $0 + $1.size } }

    private func added(_ counts: [Count], _ more: [Count]?) -> [Count] {
      more.map { more in zip(counts, more).map(+) } ?? counts
    }
  }
}
