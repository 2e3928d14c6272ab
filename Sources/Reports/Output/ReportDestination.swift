internal import Platform

/// Where a report is to be put.
///
/// A file is written under another name and renamed into place, so that a reader never sees half a report, and only
/// its owner can read it, unless another mode is asked for. ``OutputPath`` says what happens to what is at the path already.
package enum ReportDestination: Sendable, Hashable {
    case standardOutput
    /// A path, absolute or relative to the working folder.
    case file(String)

    /// Reads a path argument; `-` is standard output.
    package init(argument: String) {
        self = argument == "-" ? .standardOutput : .file(argument)
    }

    /// The path as given, or `standard output`.
    package var path: String {
        switch self {
        case .standardOutput: "standard output"
        case .file(let path): path
        }
    }

    /// Finds out, before a long run, whether a report could be put there now.
    /// - Throws: `ReportError` where it clearly could not; nothing is created or changed.
    package func check() throws(ReportError) {
        guard let output = try outputPath else { return }
        do throws(SystemFailure) {
            try output.checkPermission()
        } catch {
            throw error.reportError(path: path)
        }
    }

    /// Whether a report takes the place of a file there, or of nothing.
    /// - Throws: `ReportError` where it could be put there in no way.
    var isReplaceable: Bool {
        get throws(ReportError) { try outputPath?.isReplaceable ?? false }
    }

    /// Whether there is a file that a report will take the place of.
    var replacesFile: Bool {
        get throws(ReportError) {
            guard let output = try outputPath else { return false }
            return output.isReplaceable && output.exists
        }
    }

    /// The place that a report takes, the same however its path is written; nil for devices, which any number of reports may
    /// be written to.
    var place: FilePlace? {
        switch self {
        case .standardOutput: .standardOutput
        case .file(let path): FilePlace(writtenTo: path)
        }
    }

    /// Opens a device or a pipe for writing, and waits for a pipe's reader. Standard output is open already.
    func open() throws(ReportError) -> OutputDescriptor {
        guard let output = try outputPath else { return .standardOutput }
        do throws(SystemFailure) {
            return try output.open()
        } catch {
            throw error.reportError(path: path)
        }
    }

    /// The path and what stands there; nil for standard output.
    private var outputPath: OutputPath? {
        get throws(ReportError) {
            guard case .file(let path) = self else { return nil }
            do throws(OutputPath.Refusal) {
                return try OutputPath(path)
            } catch {
                switch error {
                case .notAPath: throw ReportError(code: .invalidPath, path: path, cause: "not a path")
                case .isLink:
                    throw ReportError(
                        code: .isLink, path: path,
                        cause: "it is a symbolic link; give the path that it leads to, or - for standard output")
                case .failure(let failure): throw failure.reportError(path: path)
                }
            }
        }
    }
}
