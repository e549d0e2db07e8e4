import CXLSXWriter
import Phrases

/// Why a workbook could not be written.
package struct ExportFailure: Error, Hashable, Sendable {
  package let path: String
  /// What the library said.
  package let reason: String
}

extension Workbook {
  /// Writes the workbook as an XLSX file.
  ///
  /// The only place that knows the C library; the workbook it works on never leaves this function.
  package func write(to path: String) throws(ExportFailure) {
    if let sheet = sheets.first(where: { $0.rows.count > Self.mostRows }) {
      throw ExportFailure(
        path: path, reason: "a sheet holds \(Self.mostRows) rows, and “\(sheet.name)” has more")
    }
    guard let file = workbook_new(path) else {
      throw ExportFailure(path: path, reason: "not enough memory")
    }
    setProperties(of: file)
    var writer = SheetWriter(file: file)
    for (sheet, name) in zip(sheets, sheetNames) { writer.write(sheet, named: name) }
    let error = workbook_close(file)
    guard error == LXW_NO_ERROR else {
      throw ExportFailure(path: path, reason: lxw_strerror(error).map { String(cString: $0) } ?? "")
    }
  }

  /// A sheet has no more rows.
  static let mostRows = 1_048_576

  /// Who made the workbook, in its properties: what is saved by another program says so there.
  package static let author = "Salesbook"

  private func setProperties(of file: UnsafeMutablePointer<lxw_workbook>) {
    title.withCString { title in
      Self.author.withCString { author in
        var properties = lxw_doc_properties()
        // The library copies the texts and does not write to them.
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = created
        _ = workbook_set_properties(file, &properties)
      }
    }
  }

  /// The names of the sheets as a spreadsheet allows them: 31 characters, some signs not, no two
  /// alike.
  package var sheetNames: [String] {
    var taken: Set<String> = ["history"]
    return sheets.map { sheet in
      let kept = sheet.name.unicodeScalars.filter {
        $0.value >= 0x20 && $0.value != 0x7F && !"[]:*?/\\'".unicodeScalars.contains($0)
      }
      let base = String(String.UnicodeScalarView(kept.prefix(24)))
      var (name, number) = (base.isEmpty ? "Sheet" : base, 2)
      while !taken.insert(name.lowercased()).inserted {
        name = (base.isEmpty ? "Sheet" : base) + " \(number)"
        number += 1
      }
      return name
    }
  }
}

/// Writes one sheet after another into a file.
private struct SheetWriter {
  let file: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var marks: [Highlight.Mark: UnsafeMutablePointer<lxw_format>] = [:]
  private var globalNames: Set<String> = []

  init(file: UnsafeMutablePointer<lxw_workbook>) { self.file = file }

  mutating func write(_ sheet: Sheet, named name: String) {
    guard let target = workbook_add_worksheet(file, name) else { return }
    for (column, width) in sheet.widths.enumerated() {
      let style = column < sheet.columnStyles.count ? format(sheet.columnStyles[column]) : nil
      worksheet_set_column(target, UInt16(column), UInt16(column), width, style)
    }
    for (row, cells) in sheet.rows.enumerated() {
      if let height = sheet.height(of: cells) {
        worksheet_set_row(target, UInt32(row), height, nil)
      }
      for (column, cell) in cells.enumerated() {
        if let cell { write(cell, to: target, UInt32(row), UInt16(column)) }
      }
    }
    setUp(target, for: sheet)
    if let area = sheet.filter {
      worksheet_autofilter(
        target, UInt32(area.first.row), UInt16(area.first.column), UInt32(area.last.row),
        UInt16(area.last.column))
    }
    for name in sheet.names { define(name, on: target.pointee.name) }
    for note in sheet.notes {
      worksheet_write_comment(
        target, UInt32(note.address.row), UInt16(note.address.column), note.text)
    }
    for validation in sheet.validations { write(validation, to: target) }
    for highlight in sheet.highlights { write(highlight, to: target) }
    for chart in sheet.charts { write(chart, to: target, sheet: name) }
  }

  /// A4, one page wide, its header on every page; a sheet of one page as high as that.
  private func setUp(_ target: UnsafeMutablePointer<lxw_worksheet>, for sheet: Sheet) {
    let a4: UInt8 = 9
    worksheet_set_paper(target, a4)
    worksheet_fit_to_pages(target, 1, sheet.isOnePage ? 1 : 0)
    worksheet_set_margins(target, 0.98, 0.59, 0.79, 0.71)
    if sheet.isLandscape { worksheet_set_landscape(target) }
    worksheet_set_footer(target, "&L&A&R&P / &N")
    if sheet.frozen.row > 0 || sheet.frozen.column > 0 {
      worksheet_freeze_panes(target, UInt32(sheet.frozen.row), UInt16(sheet.frozen.column))
    }
    if let row = sheet.headerRow { worksheet_repeat_rows(target, UInt32(row), UInt32(row)) }
  }

  private mutating func write(
    _ cell: Cell, to target: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16
  ) {
    let format = format(cell.style)
    switch cell.content {
    case .blank: worksheet_write_blank(target, row, column, format)
    case .text(let text): worksheet_write_string(target, row, column, cut(text), format)
    case .number(let number): worksheet_write_number(target, row, column, number, format)
    case .formula(let formula, .number(let value)):
      worksheet_write_formula_num(target, row, column, "=" + formula, format, value)
    case .formula(let formula, .text(let value)):
      worksheet_write_formula_str(target, row, column, "=" + formula, format, cut(value))
    }
  }

  /// A text as long as a cell takes; the library would leave a longer one out.
  private func cut(_ text: String) -> String {
    let most = 32_767
    guard text.utf8.count > most, text.utf16.count > most else { return text }
    var (kept, units) = (String.UnicodeScalarView(), 1)
    for scalar in text.unicodeScalars {
      units += scalar.value > 0xFFFF ? 2 : 1
      if units > most { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// A name for the whole workbook, or for its sheet where another sheet has taken it.
  private mutating func define(_ name: DefinedName, on sheet: UnsafeMutablePointer<CChar>?) {
    guard let sheet else { return }
    let quoted = "'" + String(cString: sheet) + "'"
    let isGlobal = globalNames.insert(name.name.lowercased()).inserted
    let scope = isGlobal ? name.name : "\(quoted)!\(name.name)"
    workbook_define_name(file, scope, "=\(quoted)!\(name.area.fixed)")
  }

  // MARK: Formats

  private mutating func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain { return nil }
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(file) else { return nil }
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    if style.isBold { format_set_bold(format) }
    if style.isFaint { format_set_font_color(format, 0x808080) }
    if style.isTitle { format_set_font_size(format, 15) }
    if style.hasBorder {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0x808080)
    }
    if style.wraps { format_set_text_wrap(format) }
    if style.isIndented { format_set_indent(format, 1) }
    if style.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch style.fill {
    case .none: break
    case .header: format_set_bg_color(format, 0xD9D9D9)
    case .input: format_set_bg_color(format, 0xFFF8DC)
    case .muted: format_set_bg_color(format, 0xF2F2F2)
    }
    formats[style] = format
    return format
  }

  private mutating func format(_ mark: Highlight.Mark) -> UnsafeMutablePointer<lxw_format>? {
    if let known = marks[mark] { return known }
    guard let format = workbook_add_format(file) else { return nil }
    switch mark {
    case .alert:
      format_set_bold(format)
      format_set_font_color(format, 0x8A0000)
      format_set_bg_color(format, 0xFFE3E0)
    case .shade(let level):
      let shades: [UInt32] = [0xC6C6C6, 0xDADADA, 0xECECEC, 0xFFFFFF]
      format_set_bg_color(format, shades[min(max(level, 0), shades.count - 1)])
      if level == 0 { format_set_bold(format) }
    }
    marks[mark] = format
    return format
  }

  // MARK: Rules and charts

  private func write(_ validation: Validation, to target: UnsafeMutablePointer<lxw_worksheet>) {
    var rule = lxw_data_validation()
    var list: [UnsafeMutablePointer<CChar>?] = []
    var cells: UnsafeMutablePointer<CChar>?
    switch validation.rule {
    case .list(let values):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      list = values.map { strdup($0) } + [nil]
    case .whole(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      (rule.minimum_number, rule.maximum_number) = (
        Double(range.lowerBound), Double(range.upperBound)
      )
    case .decimal(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      (rule.minimum_number, rule.maximum_number) = (range.lowerBound, range.upperBound)
    case .days:
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      // 2000-01-01 and 2099-12-31 as spreadsheets count days.
      (rule.minimum_number, rule.maximum_number) = (36_526, 73_050)
    case .cells(let formula):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      cells = strdup(formula)
    case .any: rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    rule.value_formula = cells
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    rule.error_message = strdup(String(validation.message.unicodeScalars.prefix(255)))
    rule.input_message =
      validation.prompt.map { strdup(String($0.unicodeScalars.prefix(255))) }
      ?? nil
    defer {
      free(rule.error_message)
      free(rule.input_message)
      free(cells)
      for value in list { free(value) }
    }
    let area = validation.area
    list.withUnsafeMutableBufferPointer { values in
      if !values.isEmpty { rule.value_list = values.baseAddress }
      worksheet_data_validation_range(
        target, UInt32(area.first.row), UInt16(area.first.column), UInt32(area.last.row),
        UInt16(area.last.column), &rule)
    }
  }

  private mutating func write(
    _ highlight: Highlight, to target: UnsafeMutablePointer<lxw_worksheet>
  ) {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    rule.format = format(highlight.mark)
    let condition = strdup("=" + highlight.condition)
    defer { free(condition) }
    rule.value_string = condition
    let area = highlight.area
    worksheet_conditional_format_range(
      target, UInt32(area.first.row), UInt16(area.first.column), UInt32(area.last.row),
      UInt16(area.last.column), &rule)
  }

  private func write(
    _ chart: Chart, to target: UnsafeMutablePointer<lxw_worksheet>, sheet: String
  ) {
    let kind =
      switch chart.kind {
      case .columns: LXW_CHART_COLUMN
      case .line: LXW_CHART_LINE
      case .bars: LXW_CHART_BAR
      }
    guard let made = workbook_add_chart(file, UInt8(kind.rawValue)) else { return }
    let categories = "='\(sheet)'!\(chart.categories.fixed)"
    let all = [Chart.Series(name: chart.name, values: chart.values), chart.beside]
    for row in all.compactMap(\.self) {
      let series = chart_add_series(made, categories, "='\(sheet)'!\(row.values.fixed)")
      chart_series_set_name(series, row.name)
      if chart.hasLabels { chart_series_set_labels(series) }
    }
    if let format = chart.axisFormat { chart_axis_set_num_format(made.pointee.y_axis, format) }
    chart_title_set_name(made, chart.title)
    let legend = chart.beside == nil ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM
    chart_legend_set_position(made, UInt8(legend.rawValue))
    if chart.kind == .bars { chart_axis_set_reverse(made.pointee.y_axis) }
    if let maximum = chart.maximum { chart_axis_set_max(made.pointee.y_axis, maximum) }
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = (chart.scale.width, chart.scale.height)
    worksheet_insert_chart_opt(
      target, UInt32(chart.anchor.row), UInt16(chart.anchor.column), made, &options)
  }
}
