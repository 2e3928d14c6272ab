/// Where Services come from, as reports name it.
package enum SourceKind: String, CaseIterable, Sendable {
    /// An account, over the API.
    case live
    /// A file, or the files of a directory.
    case file
    /// Standard input.
    case stdin
}
