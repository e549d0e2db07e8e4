extension Evaluation {
  /// The names of `blanks`, and those that follow from them: what they give would give away what a
  /// reader is to find.
  package func followers(of blanks: Set<String>) -> Set<String> {
    guard !blanks.isEmpty else { return [] }
    let count = program.block.definitions.count
    var hidden: Set<Int> = []
    for (index, outer) in program.outers.enumerated() where blanks.contains(outer.name) {
      hidden.insert(count + index)
    }
    var names = blanks
    for slot in program.order {
      let name = program.block.definitions[slot].name
      let follows = program.codes[slot]?.loads.contains(where: hidden.contains) ?? false
      guard follows || blanks.contains(name) else { continue }
      hidden.insert(slot)
      names.insert(name)
    }
    return names
  }
}

extension Program {
  /// The definitions that a reader can change or see change, but for what is blank or follows from
  /// what is blank.
  func liveSlots(without blanks: Set<String>) -> Set<Int> {
    let count = block.definitions.count
    var (live, hidden) = (Set<Int>(), Set<Int>())
    for (index, outer) in outers.enumerated() {
      if blanks.contains(outer.name) {
        hidden.insert(count + index)
      } else if outer.entry.isLive {
        live.insert(count + index)
      }
    }
    for slot in order {
      let loads = codes[slot]?.loads ?? []
      if blanks.contains(block.definitions[slot].name) || loads.contains(where: hidden.contains) {
        hidden.insert(slot)
      } else if isInput(slot) || loads.contains(where: live.contains) {
        live.insert(slot)
      }
    }
    return live
  }
}

extension Program {
  fileprivate func isInput(_ slot: Int) -> Bool {
    if case .input = block.definitions[slot].formula { true } else { false }
  }
}

extension Program.Code {
  /// The slots the formula reads.
  var loads: [Int] {
    instructions.compactMap { instruction in
      if case .load(let slot) = instruction { slot } else { nil }
    }
  }
}
