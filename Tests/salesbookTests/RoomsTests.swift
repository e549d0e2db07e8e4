import Foundation
import Testing

/// `Scripts/check-rooms` finds what it is there to find, in packages made for it.
@Suite struct RoomsTests {
  private static let manifest = """
    // swift-tools-version: 6.0
    import PackageDescription
    let package = Package(
      name: "house", targets: [.target(name: "Low"), .target(name: "House", dependencies: ["Low"])])
    """

  /// What the script says of a package whose module `House` holds these files.
  private func check(_ files: [String: String]) throws -> Program.Run {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-rooms-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = ["Package.swift": Self.manifest, "Sources/Low/Low.swift": "package struct Low {}"]
      .merging(files.map { ("Sources/House/\($0)", $1) }) { first, _ in first }
    for (path, text) in all {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((text + "\n").utf8).write(to: file)
    }
    let script = Site.repository.appending(path: "Scripts/check-rooms").path
    return try Program.run("exec '\(script)' --package .", in: folder)
  }

  @Test func `two rooms that name each other's types are a cycle`() throws {
    let run = try check([
      "Attic/Roof.swift": "import Low\nstruct Roof { var wall: Wall }",
      "Cellar/Wall.swift": "struct Wall {\n  func bear() -> Roof? { nil }\n}",
    ])
    #expect(run.exit == 1)
    #expect(run.stdout.contains("House: a cycle of 2: Attic, Cellar\n"), "\(run.stdout)")
    #expect(run.stdout.contains("House: Cellar -> Attic: Roof (Cellar/Wall.swift)\n"))
  }

  @Test func `comments, strings and nested names of one's own draw no arrow`() throws {
    let run = try check([
      "Attic/Roof.swift": "import Low\nstruct Roof { var wall: Wall }",
      "Cellar/Wall.swift": """
      /// Holds the Roof. /* Roof */
      struct Wall {
        let text = "Roof \\(1) Roof"
        struct Gable {}
      }
      """,
      "Cellar/Gable.swift": "struct Beam { let roof = 1 /* Roof */ }",
      "Door.swift": "struct Door { var roof: Roof }",
    ])
    #expect(run.exit == 0, "\(run.stdout)\(run.stderr)")
    #expect(run.stdout == "2 modules without a cycle\n")
  }

  @Test func `what a string interpolates does`() throws {
    let run = try check([
      "Attic/Roof.swift": "import Low\nstruct Roof { var wall: Wall }",
      "Cellar/Wall.swift": "struct Wall { var text: String { \"it is \\(Roof.self)\" } }",
    ])
    #expect(run.stdout.contains("House: a cycle of 2: Attic, Cellar\n"), "\(run.stdout)")
  }

  @Test func `an import that the manifest does not name is found, and one that nobody needs`()
    throws
  {
    let run = try check(["House.swift": "import Foundation\nimport Street\nstruct House {}"])
    #expect(run.exit == 1)
    #expect(
      run.stdout == """
        House/House.swift: imports Street, which Package.swift does not let House import
        Package.swift: House may import Low, and no file of it does

        """)
  }
}
