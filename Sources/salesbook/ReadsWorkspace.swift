/// A command that reads a workspace, whose language it speaks.
protocol ReadsWorkspace {
  /// The options that say which workspace it is.
  var shared: SharedOptions { get }
}

extension Build: ReadsWorkspace {}
extension Check: ReadsWorkspace {}
extension Clean: ReadsWorkspace {}
extension Explain: ReadsWorkspace {}
extension ExportCSV: ReadsWorkspace {}
extension ExportXLSX: ReadsWorkspace {}
extension Import: ReadsWorkspace {}
extension Plan: ReadsWorkspace {}
extension Render: ReadsWorkspace {}
extension Fix: ReadsWorkspace {}
extension Next: ReadsWorkspace {}
extension Record: ReadsWorkspace {}
extension ExportPDF: ReadsWorkspace {}
extension ExportHTML: ReadsWorkspace {}
extension ExportICS: ReadsWorkspace {}
extension ExportDOCX: ReadsWorkspace {}
extension ExportPPTX: ReadsWorkspace {}
