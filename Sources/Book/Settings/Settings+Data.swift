import Diagnostics
import SalesData
import SalesMethod
import YAML

extension DataSettings {
  /// Reads the sections `mapping`, `stages` and `date_order` of the settings; the scale and the
  /// funnel are the method's.
  static func read(_ reader: inout MappingReader, _ method: MethodSettings) -> Parsed<DataSettings>
  {
    var found: [Diagnostic] = []
    var settings = DataSettings()
    settings.scale = method.man.scale.lowest...method.man.scale.highest
    settings.funnel = method.funnel.map(\.name)
    settings.mapping = reader.entries("mapping").flatMap { table in
      if table.value.entries == nil, !table.value.isNull {
        found.append(.mappingOfTable(table.key, at: table.value.place))
      }
      return (table.value.entries ?? []).map { entry in
        Mapping(
          table: table.key, header: entry.key,
          field: entry.value.isNull ? nil : entry.value.text, place: entry.place)
      }
    }
    settings.stages = reader.entries("stages").map { Stage.read($0, &found) }
    for entry in reader.entries("sql") { found += checkQuery(entry) }
    settings.dateOrders = reader.entries("date_order").compactMap { entry in
      guard let order = entry.value.text.flatMap(DateOrder.init(rawValue:)) else {
        found.append(.dateOrder(at: entry.value.place))
        return nil
      }
      return Order(column: entry.key, order: order, place: entry.place)
    }
    return Parsed(settings, found)
  }

  /// Checks the query that stands for a table.
  ///
  /// A build reads files only, and a table left out in silence would make every number wrong.
  private static func checkQuery(_ entry: YAMLEntry) -> [Diagnostic] {
    var reader = MappingReader(entry.value, of: "sql settings")
    _ = reader.text("url_env")
    _ = reader.text("query")
    _ = reader.integer("seconds", in: 1...3600)
    return reader.finish() + [.queryNotRead(entry.key, at: entry.place)]
  }
}

extension DataSettings.Stage {
  fileprivate static func read(_ entry: YAMLEntry, _ found: inout [Diagnostic])
    -> DataSettings.Stage
  {
    var reader = MappingReader(entry.value, of: "stage")
    let status = reader.choice("status", of: Status.self) ?? .open
    let probability = reader.thousandths("probability", in: 0...1000)
    found += reader.finish()
    return DataSettings.Stage(
      name: entry.key, status: status, probabilityMillionths: probability.map { $0 * 1000 })
  }
}
