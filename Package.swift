// swift-tools-version: 6.2
import PackageDescription

/// The rules every module is built by: the Swift 6 language, no warning left standing, no import
/// wider or further than the code needs.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// `SALESBOOK_OPTIMISED=1` has the modules optimised in a debug build too, as `Scripts/test` asks for: the compiler
/// takes longer, and the tests, which build hundreds of sites, a third of the time.
let speed: [SwiftSetting] =
  Context.environment["SALESBOOK_OPTIMISED"] == nil ? [] : [.unsafeFlags(["-O"])]

/// One module: its name and the modules it may import, which all stand above it in this file.
func module(_ name: String, _ dependencies: Target.Dependency..., embeds: Bool = false) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: strict + speed,
    plugins: embeds ? ["EmbedPlugin"] : [])
}

/// The tests of a module, in the folder of the same name with `Tests` behind it.
func tests(_ name: String, _ dependencies: Target.Dependency..., exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

/// A C library of the system, found by pkg-config.
func system(_ name: String, _ pkgConfig: String, apt: [String], brew: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(apt), .brew(brew)])
}

let package = Package(
  name: "salesbook",
  products: [.executable(name: "salesbook", targets: ["salesbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    system(
      "CCMarkGFM", "libcmark-gfm", apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"],
      brew: ["cmark-gfm"]),
    system("CYAML", "yaml-0.1", apt: ["libyaml-dev"], brew: ["libyaml"]),
    system("CZlib", "zlib", apt: ["zlib1g-dev"], brew: ["zlib"]),
    system("CExpat", "expat", apt: ["libexpat1-dev"], brew: ["expat"]),
    system("CSQLite", "sqlite3", apt: ["libsqlite3-dev"], brew: ["sqlite"]),
    system("CPostgres", "libpq", apt: ["libpq-dev"], brew: ["libpq"]),
    system("CXLSXWriter", "xlsxwriter", apt: ["libxlsxwriter-dev"], brew: ["libxlsxwriter"]),
    system("CCrypto", "libcrypto", apt: ["libssl-dev"], brew: ["openssl"]),
    .systemLibrary(name: "CLinux"),

    module("Phrases"),
    module("Diagnostics", "Phrases"),
    module("OrderedJSON"),
    module("Storing"),
    module("Drawing"),
    module("SalesMethod"),
    module("Wording", "Phrases", "SalesMethod"),
    module(
      "Formula", "Diagnostics", "OrderedJSON", "Phrases",
      .product(name: "BigInt", package: "BigInt")),
    module("YAML", "CYAML", "Diagnostics", "Phrases"),
    module("Vocabulary", "Diagnostics", "Phrases", "YAML"),
    module("Markdown", "CCMarkGFM", "Diagnostics", "Phrases"),
    module("Mustache", "Diagnostics", "Phrases"),
    module(
      "Tables", "CZlib", "CExpat", "CSQLite", "CPostgres", "Diagnostics", "Phrases", "YAML"),
    module("Proof", "Tables"),
    module("SalesData", "Diagnostics", "OrderedJSON", "Phrases", "SalesMethod", "Tables"),
    module("Theme", embeds: true),
    module(
      "Serving", "OrderedJSON", "Phrases", .product(name: "NIOCore", package: "swift-nio"),
      .product(name: "NIOHTTP1", package: "swift-nio"),
      .product(name: "NIOPosix", package: "swift-nio")),
    module("Pages", "CCrypto", "Diagnostics", "Formula", "Phrases", "SalesMethod", "YAML"),
    module(
      "Rulebook", "Diagnostics", "Formula", "Pages", "Phrases", "SalesData", "SalesMethod",
      "Vocabulary", "Wording", "YAML"),
    module(
      "PlanData", "Diagnostics", "OrderedJSON", "Phrases", "Rulebook", "SalesMethod", "Wording",
      "YAML"),
    module(
      "Desk", "Diagnostics", "Pages", "Phrases", "PlanData", "Rulebook", "SalesData", "SalesMethod",
      "Storing", "Tables", "Wording"),
    module(
      "Book", "Desk", "Diagnostics", "Drawing", "Formula", "Markdown", "Mustache", "OrderedJSON",
      "Pages", "Phrases", "PlanData", "Proof", "Rulebook", "SalesData", "SalesMethod", "Storing",
      "Vocabulary", "Wording", "YAML"),
    module(
      "Export", "CXLSXWriter", "Book", "Diagnostics", "Formula", "Phrases", "Rulebook",
      "SalesData", "SalesMethod", "Wording"),
    module(
      "Workspace", "Book", "CCrypto", "CLinux", "Desk", "Diagnostics", "Export", "Markdown",
      "OrderedJSON", "Pages",
      "Phrases", "PlanData", "Proof", "Rulebook", "SalesData", "SalesMethod", "Storing", "Tables",
      "Theme", "Vocabulary", "Wording", "YAML"),
    .executableTarget(
      name: "salesbook",
      dependencies: [
        "Book", "Diagnostics", "Formula", "Markdown", "OrderedJSON", "Pages", "Phrases",
        "PlanData", "Rulebook", "SalesData", "SalesMethod", "Serving", "Tables", "Theme",
        "Vocabulary", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "MethodBenchmark", dependencies: ["SalesMethod"], path: "Benchmarks/method",
      swiftSettings: strict),
    .executableTarget(
      name: "HonestyBenchmark", dependencies: ["SalesMethod"], path: "Benchmarks/honesty/swift",
      swiftSettings: strict),
    .executableTarget(
      name: "TemplateBenchmark", dependencies: ["Diagnostics", "Mustache"],
      path: "Benchmarks/templates/swift", swiftSettings: strict),

    .executableTarget(
      name: "FormatBenchmark", dependencies: ["Diagnostics", "Markdown"],
      path: "Benchmarks/fmt", swiftSettings: strict),

    .executableTarget(
      name: "FormulaBenchmark", dependencies: ["Diagnostics", "Formula"],
      path: "Benchmarks/formula", swiftSettings: strict),

    .executableTarget(
      name: "TableBenchmark", dependencies: ["Diagnostics", "SalesData", "SalesMethod", "Tables"],
      path: "Benchmarks/tables/swift", swiftSettings: strict),

    .executableTarget(name: "EmbedFiles", swiftSettings: strict),
    .plugin(
      name: "EmbedPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"],
      path: "Sources/EmbedPlugin"),

    tests("Phrases"),
    tests("Drawing"),
    tests(
      "Diagnostics", "Book", "Desk", "Formula", "Markdown", "Mustache", "Pages", "Phrases",
      "PlanData", "Proof", "Rulebook", "SalesData", "SalesMethod", "Tables", "Vocabulary",
      "Workspace", "YAML"),
    tests(
      "SalesMethod", "Phrases", "Wording",
      exclude: [
        "Independent/check_forecast.py", "Independent/outlook_reference.py",
        "Independent/waits-cases.json", "Independent/waits_cases.py",
        "Independent/waits_reference.py",
      ]),
    tests("Wording", "Phrases", "SalesMethod"),
    tests("Formula", "Diagnostics", "OrderedJSON", "Phrases", "Workspace"),
    tests("YAML", "Diagnostics", "Phrases"),
    tests("Vocabulary", "Diagnostics", "Phrases", "YAML"),
    tests("Markdown", "Diagnostics", "Phrases"),
    tests("Mustache", "Diagnostics", "Phrases"),
    tests("Tables", "Diagnostics", "OrderedJSON", "Phrases"),
    tests("Proof"),
    tests("Storing"),
    tests("Serving", "OrderedJSON", "Phrases"),
    tests("SalesData", "Diagnostics", "OrderedJSON", "Phrases", "SalesMethod", "Tables"),
    tests("Pages", "Diagnostics", "Phrases", "SalesMethod"),
    tests(
      "Rulebook", "Diagnostics", "OrderedJSON", "Phrases", "SalesData", "SalesMethod", "Theme",
      "Wording", "YAML"),
    tests(
      "PlanData", "Diagnostics", "OrderedJSON", "Phrases", "Rulebook", "SalesMethod", "Wording",
      "YAML"),
    tests("Desk", "Diagnostics", "Pages", "Phrases", "Rulebook", "SalesData", "SalesMethod"),
    tests(
      "Book", "Desk", "Diagnostics", "Drawing", "Formula", "Mustache", "Pages", "Phrases",
      "Rulebook",
      "SalesMethod", "Storing",
      "Theme"),
    tests("Export", "Diagnostics", "Formula", "Phrases", "SalesMethod", "Workspace"),
    tests(
      "Workspace", "Book", "Diagnostics", "OrderedJSON", "Pages", "Phrases", "PlanData",
      "SalesData", "SalesMethod", "Wording"),
    tests(
      "salesbook", "CSQLite", "CXLSXWriter", "Diagnostics", "Phrases", "Workspace",
      exclude: ["Cases"]),
  ]
)
