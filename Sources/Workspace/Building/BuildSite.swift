/// Builds the site of a workspace and publishes it, or checks that it could be.
///
/// Every mistake in the input is in the report; where one is an error nothing is published. Only the
/// machine's failure is thrown.
package func buildSite(
  _ request: BuildRequest, progress: ProgressLine
) async throws(MachineFailure) -> BuildReport {
  BuildReport()
}
