import Foundation
import Testing

/// The published schemas: files of the repository, and what the program prints.
@Suite struct `The published schemas` {
  private static let folder = Site.repository.appending(path: "Documentation/schemas")
  private static let names = [
    "settings", "team", "teams", "customers", "contacts", "deals", "orders", "activities",
    "receivables", "products", "goals", "calendar", "rates", "factors", "participants",
  ]

  private func run(_ command: String) throws -> Program.Run {
    try Program.run("exec \"$0\" " + command, in: FileManager.default.temporaryDirectory)
  }

  @Test(arguments: names) func `are in the repository as the program prints them`(
    name: String
  ) throws {
    let printed = try run("schema \(name)")
    let file = Self.folder.appending(path: name + ".schema.json")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(printed.stdout.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == printed.stdout)
    #expect(printed.exit == 0)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(printed.stdout.utf8))
    }
  }

  @Test func `are listed, and a wrong name gets the nearest`() throws {
    let list = try run("schema").stdout.split(separator: "\n")
    #expect(list.map { String($0.split(separator: " ")[0]) } == Self.names)
    let wrong = try run("schema setings")
    #expect(wrong.exit == 2 && wrong.stderr.contains("did you mean “settings”?"))
  }

  @Test(
    .enabled(if: TablePython.has("jsonschema, yaml"), "this python3 has no jsonschema and yaml"))
  func `accept every settings file and goal list of the starters, and no misspelt key`() throws {
    let workspace = try PlanWorkspace()
    let script = """
      import glob, json, jsonschema, re, sys, yaml
      class Texts(yaml.SafeLoader): pass
      Texts.yaml_implicit_resolvers = {
        key: [r for r in found if r[0] != 'tag:yaml.org,2002:timestamp']
        for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      root = sys.argv[1]
      def check(name, paths):
        schema = json.load(open(f'{root}/Documentation/schemas/{name}.schema.json'))
        jsonschema.Draft202012Validator.check_schema(schema)
        for path in paths:
          text = re.sub('{{[a-z_]+}}', '2026-05-01', open(path, encoding='utf-8').read())
          jsonschema.validate(yaml.load(text, Texts), schema)
        return schema
      found = glob.glob(root + '/Templates/starters/*/*/salesbook.yaml') + [root + '/salesbook.yaml']
      assert len(found) == 7, found
      schema = check('settings', found)
      goals = glob.glob(root + '/Templates/starters/**/goals.yaml', recursive=True)
      assert goals
      check('goals', goals)
      for wrong in ({'titel': 'x'}, {'sql': {'deals': {'url': 'x'}}}, {'tables': {'a.csv': 'deal'}}):
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(wrong)), wrong
      """
    try workspace.write("check.py", script)
    let run = try Program.run(
      "\(TablePython.program) check.py '\(Site.repository.path)'", in: workspace.folder)
    #expect(run.exit == 0, "\(run.stderr)")
  }
}
