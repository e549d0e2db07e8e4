/// The discrete Fourier transform of lists whose length is a power of two, in a fixed order of
/// operations: the same input gives the same bytes everywhere.
struct Fourier {
  let count: Int
  /// cos and −sin of 2πk/count for the first half of all k.
  private let cosines: [Double]
  private let sines: [Double]

  /// Prepares for lists of at least so many numbers.
  init(atLeast least: Int) {
    var count = 2
    while count < least { count *= 2 }
    self.count = count
    (cosines, sines) = Self.roots(count)
  }

  /// Roots of unity from half angles: square roots and products only.
  private static func roots(_ count: Int) -> ([Double], [Double]) {
    let half = count / 2
    var cosines = [Double](repeating: 1, count: half)
    var sines = [Double](repeating: 0, count: half)
    // The angle π/2 is known; every halving gives the next smaller power of two.
    var (cosine, sine) = (0.0, -1.0)
    var step = half / 2
    while step >= 1 {
      for position in stride(from: step, to: half, by: step * 2) {
        let (c, s) = (cosines[position - step], sines[position - step])
        cosines[position] = c * cosine - s * sine
        sines[position] = c * sine + s * cosine
      }
      let next = ((1 + cosine) / 2).squareRoot()
      sine /= 2 * next
      cosine = next
      step /= 2
    }
    return (cosines, sines)
  }

  /// The root of unity e^(−2πik/count).
  func root(_ k: Int) -> (real: Double, imaginary: Double) {
    let position = k & (count - 1)
    return position < count / 2
      ? (cosines[position], sines[position])
      : (-cosines[position - count / 2], -sines[position - count / 2])
  }

  /// Transforms in place; twice gives the list backwards, `count` times as large.
  func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
    reverseBits(&real, &imaginary)
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        var size = 1
        while size < count {
          Self.pass(real, imaginary, size, cosines, sines)
          size *= 2
        }
      }
    }
  }

  /// Joins neighbouring transforms of one size to those of twice the size.
  @inline(__always)
  private static func pass(
    _ real: UnsafeMutableBufferPointer<Double>, _ imaginary: UnsafeMutableBufferPointer<Double>,
    _ size: Int, _ cosines: [Double], _ sines: [Double]
  ) {
    let step = cosines.count / size
    cosines.withUnsafeBufferPointer { cosines in
      sines.withUnsafeBufferPointer { sines in
        for start in stride(from: 0, to: real.count, by: size * 2) {
          for offset in 0..<size {
            let (low, high) = (start + offset, start + offset + size)
            let (c, s) = (cosines[offset * step], sines[offset * step])
            let r = real[high] * c - imaginary[high] * s
            let i = real[high] * s + imaginary[high] * c
            real[high] = real[low] - r
            imaginary[high] = imaginary[low] - i
            real[low] += r
            imaginary[low] += i
          }
        }
      }
    }
  }

  private func reverseBits(_ real: inout [Double], _ imaginary: inout [Double]) {
    var reversed = 0
    for position in 1..<count {
      var bit = count >> 1
      while reversed & bit != 0 {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
      if position < reversed {
        real.swapAt(position, reversed)
        imaginary.swapAt(position, reversed)
      }
    }
  }
}
