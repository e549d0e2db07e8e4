/// The version of the program, as `salesbook --version` prints it.
///
/// It stands nowhere else; the newest of `CHANGELOG.md` that has a number is to be the same.
let programVersion = "0.1.0"
