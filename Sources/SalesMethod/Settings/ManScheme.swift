/// How the three letters become a base class.
package enum ManScheme: Hashable, Sendable {
  /// By the table of eight rows.
  case letters(LetterTable)
  /// By the sum of the scores, which lets a high score make up for a missing letter.
  case sum(SumBands)
  /// By a formula of the company's own.
  case rule(RuleTable)
}

extension ManScheme {
  /// The company's own rule as it is written; nil where a table or the sum decides.
  package var ruleText: String? {
    guard case .rule(let table) = self else { return nil }
    return table.text
  }
}

/// The table of eight rows: which letters a customer has, and the class that makes.
///
/// Unless told otherwise three letters make A, two B, one C, none D.
package struct LetterTable: Hashable, Sendable {
  package var all: CustomerClass
  package var withoutNeed: CustomerClass
  package var withoutAuthority: CustomerClass
  package var withoutMoney: CustomerClass
  package var needOnly: CustomerClass
  package var authorityOnly: CustomerClass
  package var moneyOnly: CustomerClass
  package var none: CustomerClass

  package init(
    all: CustomerClass = .a, withoutNeed: CustomerClass = .b,
    withoutAuthority: CustomerClass = .b, withoutMoney: CustomerClass = .b,
    needOnly: CustomerClass = .c, authorityOnly: CustomerClass = .c,
    moneyOnly: CustomerClass = .c, none: CustomerClass = .d
  ) {
    self.all = all
    self.withoutNeed = withoutNeed
    self.withoutAuthority = withoutAuthority
    self.withoutMoney = withoutMoney
    self.needOnly = needOnly
    self.authorityOnly = authorityOnly
    self.moneyOnly = moneyOnly
    self.none = none
  }

  /// The class of a customer who has these letters; the caller may set it.
  ///
  ///     LetterTable().customerClass(money: true, authority: false, need: true)  // .b
  package func customerClass(money: Bool, authority: Bool, need: Bool) -> CustomerClass {
    switch (money, authority, need) {
    case (true, true, true): all
    case (true, true, false): withoutNeed
    case (true, false, true): withoutAuthority
    case (false, true, true): withoutMoney
    case (false, false, true): needOnly
    case (false, true, false): authorityOnly
    case (true, false, false): moneyOnly
    case (false, false, false): none
    }
  }
}

/// The classes by the sum of the three scores, in thousandths of the largest sum: unless told
/// otherwise A from 800, B from 500, C from 250.
package struct SumBands: Hashable, Sendable {
  package var a: Int
  package var b: Int
  package var c: Int

  package init(a: Int = 800, b: Int = 500, c: Int = 250) {
    self.a = a
    self.b = b
    self.c = c
  }

  /// The class of a sum in thousandths of the largest.
  package func customerClass(thousandths sum: Int) -> CustomerClass {
    sum >= a ? .a : sum >= b ? .b : sum >= c ? .c : .d
  }
}
