import Diagnostics
import Phrases
import SalesData
import SalesMethod
import YAML

extension DataSettings {
  /// Reads the sections `mapping`, `stages`, `date_order`, `tables` and `sql` of the settings; the
  /// scale and the funnel are the method's.
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
    settings.queries = reader.entries("sql").compactMap { Query.read($0, &found) }
    settings.files = reader.entries("tables").map { entry in
      NamedFile(
        file: entry.key, table: entry.value.isNull ? nil : entry.value.text ?? "",
        place: entry.value.place)
    }
    settings.dateOrders = reader.entries("date_order").compactMap { entry in
      guard let order = entry.value.text.flatMap(DateOrder.init(rawValue:)) else {
        found.append(.dateOrder(at: entry.value.place))
        return nil
      }
      return Order(column: entry.key, order: order, place: entry.place)
    }
    settings.readNumbers(&reader, &found)
    settings.person = reader.text("person")
    settings.owners = reader.entries("owners").map { entry in
      Owner(
        name: entry.key, member: entry.value.isNull ? nil : entry.value.text, place: entry.place)
    }
    settings.rowsLeftOutThousandths =
      reader.read(
        "rows_left_out", expected: Phrase(zh: "行数的一个比例，如 2%", en: "a share of the rows, as 2%")
      ) { $0.text.flatMap(rowsLeftOut) } ?? settings.rowsLeftOutThousandths
    return Parsed(settings, found)
  }

  /// Reads `number_format`, `exchange_rates` and `encodings`.
  private mutating func readNumbers(_ reader: inout MappingReader, _ found: inout [Diagnostic]) {
    let formats = reader.node("number_format")
    var meanings = MappingReader(formats, of: Phrase(zh: "数字格式", en: "number formats"))
    numberFormats = (formats?.entries ?? []).compactMap { entry in
      meanings.choice(entry.key, of: NumberFormat.Meaning.self).map {
        NumberFormat(column: entry.key, meaning: $0, place: entry.place)
      }
    }
    let currencies = reader.node("exchange_rates")
    var rates = MappingReader(currencies, of: Phrase(zh: "汇率", en: "exchange rates"))
    exchangeRates = (currencies?.entries ?? []).compactMap { entry in
      rates.read(
        entry.key, expected: Phrase(zh: "大于 0 的汇率，如 7.12", en: "a rate above 0, as 7.12")
      ) { $0.text.flatMap(exchangeRate) }
      .map { ExchangeRate(currency: entry.key, millionths: $0, place: entry.place) }
    }
    let (files, known) = (reader.node("encodings"), Encoding.known)
    var names = MappingReader(files, of: Phrase(zh: "编码", en: "encodings"))
    encodings = (files?.entries ?? []).compactMap { entry in
      names.read(
        entry.key, expected: Phrase(zh: "其中之一：\(list: known)", en: "one of \(list: known)")
      ) { node in
        node.text.flatMap { Encoding(file: entry.key, named: $0, place: entry.place) }
      }
    }
    found += meanings.finish() + rates.finish() + names.finish()
  }
}

extension DataSettings.Query {
  /// Reads the query that stands for a table; nil where its variable or the query itself is missing,
  /// since a table left out in silence would make every number wrong.
  fileprivate static func read(_ entry: YAMLEntry, _ found: inout [Diagnostic])
    -> DataSettings.Query?
  {
    var reader = MappingReader(entry.value, of: Phrase(zh: "sql 设置", en: "sql settings"))
    let variable = reader.text("url_env")
    let query = reader.text("query")
    let seconds = reader.integer("seconds", in: 1...3600)
    found += reader.finish()
    let place = reader.place(of: "url_env") ?? entry.place
    guard let variable, let query else {
      let key = variable == nil ? "url_env" : "query"
      found.append(.incompleteQuery(of: entry.key, without: key, at: entry.place))
      return nil
    }
    guard isName(ofVariable: variable) else {
      found.append(.notAVariable(at: place))
      return nil
    }
    return DataSettings.Query(
      table: entry.key, variable: variable, query: query, seconds: seconds ?? 30,
      place: entry.place, variablePlace: place)
  }

  private static func isName(ofVariable text: String) -> Bool {
    guard let first = text.utf8.first, !(48...57).contains(first), text.utf8.count <= 200 else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0 == "_" || ($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil))
    }
  }
}

extension DataSettings.Stage {
  fileprivate static func read(_ entry: YAMLEntry, _ found: inout [Diagnostic])
    -> DataSettings.Stage
  {
    var reader = MappingReader(entry.value, of: Phrase(zh: "阶段", en: "stage"))
    let status = reader.choice("status", of: Status.self) ?? .open
    let probability = reader.thousandths("probability", in: 0...1000)
    found += reader.finish()
    return DataSettings.Stage(
      name: entry.key, status: status, probabilityMillionths: probability.map { $0 * 1000 })
  }
}
