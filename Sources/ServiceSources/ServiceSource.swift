package import ProxyAPI
package import ServiceModel

/// Where the Services of one part of a run come from.
package enum ServiceSource: Sendable, Hashable {
    /// A file, a directory, or standard input.
    case file(FileSource)
    /// An account, over the API.
    case live(LiveSource)

    package var kind: SourceKind {
        switch self {
        case .file(let source): source.kind
        case .live: .live
        }
    }

    /// How messages and reports name the source.
    package var label: String {
        switch self {
        case .file(let source): source.label
        case .live(let source): source.label
        }
    }

    /// The account whose Services they are; nil for files, which may hold those of any accounts.
    package var accountSID: SID? {
        switch self {
        case .file: nil
        case .live(let source): source.accountSID
        }
    }

    /// A reader at the beginning of the source.
    ///
    /// - Parameters:
    ///   - limits: for files only.
    ///   - transport: what a live source sends its requests through; not asked for by a file.
    package func makeReader(
        limits: FileReadingLimits = FileReadingLimits(),
        transport: @autoclosure () throws(SourceError) -> ProxyTransport
    ) throws(SourceError) -> any ServiceReader {
        switch self {
        case .file(let source): source.makeReader(limits: limits)
        case .live(let source): source.makeReader(transport: try transport())
        }
    }
}
