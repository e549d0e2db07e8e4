/// How likely a customer is to buy soon: A is the likeliest.
///
/// It is not the value tier of 80/20.
package enum CustomerClass: String, Codable, Hashable, Comparable, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"

  /// Likelier classes come first.
  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  /// From 0 for A: comparing numbers costs nothing, comparing letters does.
  private var order: Int {
    switch self {
    case .a: 0
    case .b: 1
    case .c: 2
    case .d: 3
    }
  }
}

/// How many customers each class has.
package struct ClassCounts: Codable, Hashable, Sendable {
  package private(set) var a = 0
  package private(set) var b = 0
  package private(set) var c = 0
  package private(set) var d = 0

  /// Counts classes.
  package init(_ classes: some Sequence<CustomerClass> = []) {
    for customerClass in classes { add(customerClass) }
  }

  /// Counts one more.
  package mutating func add(_ customerClass: CustomerClass) {
    switch customerClass {
    case .a: a += 1
    case .b: b += 1
    case .c: c += 1
    case .d: d += 1
    }
  }

  /// The count of a class.
  package subscript(_ customerClass: CustomerClass) -> Int {
    switch customerClass {
    case .a: a
    case .b: b
    case .c: c
    case .d: d
    }
  }

  /// All of them together.
  package var total: Int { a + b + c + d }

  package static func + (left: Self, right: Self) -> ClassCounts {
    var result = left
    result.a += right.a
    result.b += right.b
    result.c += right.c
    result.d += right.d
    return result
  }
}
