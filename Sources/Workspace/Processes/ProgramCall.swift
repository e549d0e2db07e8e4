/// A program of the machine and how it is run.
///
/// No shell reads the arguments: each reaches the program as it is. The program sees no variables
/// but those given here, and it and all it starts are gone when `run` returns.
///
///     let sort = ProgramCall("/usr/bin/sort", ["-r"], input: Array("a\nb\n".utf8))
///     String(decoding: try sort.run().output, as: UTF8.self)  // "b\na\n"
package struct ProgramCall: Sendable {
  /// The path of the program; a bare name is looked for nowhere.
  package var program: String
  /// What it is told, its own name not included.
  package var arguments: [String]
  /// All the variables that it sees.
  package var environment: [String: String]
  /// The folder it works in; nil for that of this process.
  package var folder: String?
  /// What stands on its standard input.
  package var input: [UInt8]
  /// How long it may take and how much it may say.
  package var limits: ProgramLimits

  /// Describes a call; nothing runs yet.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    in folder: String? = nil, input: [UInt8] = [], limits: ProgramLimits = ProgramLimits()
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
    self.input = input
    self.limits = limits
  }
}

/// How long a program may take and how much it may say.
package struct ProgramLimits: Hashable, Sendable {
  /// The time from its start to its end.
  package var time: Duration
  /// The bytes of its output, and as many of its errors.
  package var output: Int

  /// A minute and 64 MiB, unless told otherwise.
  package init(time: Duration = .seconds(60), output: Int = 64 << 20) {
    self.time = time
    self.output = output
  }
}

/// What became of a program that was run.
package struct ProgramResult: Hashable, Sendable {
  /// How a program comes to its end.
  package enum Ending: Hashable, Sendable {
    /// By itself, with this status: 0 where all went well.
    case exited(Int32)
    /// By a signal from elsewhere, such as 11 for a fault of its own.
    case signal(Int32)
    /// By us, when its time was over.
    case outOfTime
    /// By us, when it had said more than it may.
    case tooMuchOutput
  }

  /// How it ended.
  package let ending: Ending
  /// What it said on standard output, as far as its limit.
  package let output: [UInt8]
  /// What it said on standard error, as far as its limit.
  package let errors: [UInt8]

  /// Whether it ended by itself and says that all went well.
  package var isDone: Bool { ending == .exited(0) }
}

/// The path of the first of these programs that a list of folders holds, as in `PATH`.
///
///     programPath(of: ["soffice", "libreoffice"], in: "/usr/bin:/bin")  // "/usr/bin/soffice"
package func programPath(of names: [String], in folders: String) -> String? {
  for name in names {
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
      let path = joined(String(folder), name)
      if isProgram(path) { return path }
    }
  }
  return nil
}
