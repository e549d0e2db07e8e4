import Diagnostics
import Formula
import Testing

@Suite struct `A faded example` {
  let text = """
    目标 = ? 35 万元 in 20..50 step 5
    单量 = ? 35000 元/单 in 20000..50000 step 5000
    成交单数 = 目标 / 单量
    开发 = 成交单数 × 20 家/单
    每周 = ROUNDUP(开发 / 4, 0)
    always 成交单数 whole
    always 成交单数 in 4..20 单
    """
  var evaluation: Evaluation { calculate(text, at: origin).value }

  @Test(arguments: [
    (Fading.backward, [[], ["每周"], ["开发", "每周"], ["开发", "成交单数", "每周"]]),
    (.forward, [[], ["成交单数"], ["开发", "成交单数"], ["开发", "成交单数", "每周"]]),
  ])
  func `goes from the whole to nothing but blanks`(fading: Fading, blanks: [[String]]) {
    let variants = evaluation.variants(fading, count: 3, seed: 1, at: origin)
    #expect(variants.diagnostics.isEmpty)
    #expect(variants.value.map { $0.blanks.sorted() } == blanks.map { $0.sorted() })
  }

  @Test func `begins with the written numbers and has new ones in every variant`() {
    let variants = evaluation.variants(.backward, count: 3, seed: 1, at: origin).value
    let numbers = variants.map { variant in
      ["目标", "单量"].compactMap { variant.evaluation[$0]?.exact }
    }
    #expect(numbers.first == ["350000", "35000"])
    #expect(Set(numbers).count == 4)
  }

  @Test func `is the same for the same seed, and another for another`() {
    func made(seed: Int) -> [Variant] {
      evaluation.variants(.backward, count: 3, seed: seed, at: origin).value
    }
    #expect(made(seed: 7) == made(seed: 7))
    #expect(made(seed: 7) != made(seed: 8))
  }

  @Test func `keeps every property for a thousand seeds`() {
    #expect(evaluation.verifyVariants(count: 3, at: origin).isEmpty)
    for seed in 0..<1_000 {
      let variants = evaluation.variants(.backward, count: 3, seed: seed, at: origin).value
      #expect(variants.count == 4)
      for variant in variants {
        guard let deals = variant.evaluation["成交单数"]?.outcome.number?.whole,
          let target = variant.evaluation["目标"]?.outcome.number?.whole
        else {
          Issue.record("seed \(seed): not whole")
          continue
        }
        #expect((4...20).contains(deals) && target % 50_000 == 0)
        #expect((200_000...500_000).contains(target))
      }
    }
  }

  @Test func `never divides by zero, though the range holds it`() {
    let calculated = calculate("a = ? 1 in -2..2\nb = 6 / a\nc = b + a", at: origin)
    #expect(calculated.value.verifyVariants(count: 2, at: origin).isEmpty)
    for seed in 0..<100 {
      for variant in calculated.value.variants(.forward, count: 2, seed: seed, at: origin).value {
        #expect(variant.evaluation["b"]?.exact != nil)
      }
    }
  }

  @Test(arguments: [-1, 0, 21, 1_000_000]) func `has one to twenty variants`(count: Int) {
    let made = evaluation.variants(.backward, count: count, seed: 0, at: origin)
    #expect(made.diagnostics.map(\.id) == ["formula.few-variants"])
  }

  @Test(arguments: [
    ("a = 1\nb = a + 1", "formula.no-range"),
    ("a = ? 1\nb = a + 1", "formula.no-range"),
    ("a = ? 1 in 1..2\nb = a + 1", "formula.few-variants"),
    ("a = ? 1 in 1..100\nb = a + 1\nalways a < 2", "formula.few-variants"),
  ])
  func `says when its ranges are too narrow`(text: String, id: String) {
    let evaluation = calculate(text, at: origin).value
    #expect(evaluation.verifyVariants(count: 3, at: origin).map(\.id) == [id])
    let made = evaluation.variants(.backward, count: 3, seed: 0, at: origin)
    #expect(made.diagnostics.map(\.id) == [id])
    #expect(made.value.count == 1)
  }
}
