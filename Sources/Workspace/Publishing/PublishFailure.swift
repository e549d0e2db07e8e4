package import Diagnostics

/// Why a site was not published; the old one is as it was.
package enum PublishFailure: Error, Hashable, Sendable {
  /// The machine failed: exit code 3.
  case machine(MachineFailure)
  /// What was asked for would have harmed something: exit code 1, each with its fix.
  case refused([Diagnostic])

  /// Runs what can only fail by the machine.
  static func wrap<Value>(
    _ body: () throws(MachineFailure) -> Value
  ) throws(PublishFailure) -> Value {
    do {
      return try body()
    } catch {
      throw .machine(error)
    }
  }
}
