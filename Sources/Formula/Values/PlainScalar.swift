/// A full-width sign, digit or letter as its plain twin: what any Chinese keyboard gives is read as well.
///
///     plain("（")  // "("
func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
  case 0x3000, 0xA0: " "
  default: scalar
  }
}
