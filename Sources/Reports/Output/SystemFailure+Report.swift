import Platform

extension SystemFailure {
    /// The error that tells a user about it; `path` is as the user gave it.
    func reportError(path: String) -> ReportError {
        let (code, cause): (ReportError.Code, String) =
            switch kind {
            case .isFolder: (.isFolder, "it is a folder")
            case .absent: (.folderMissing, "its folder does not exist")
            case .notPermitted: (.notPermitted, "no permission to write there (\(words))")
            case .noSpace: (.noSpace, "no space left (\(words))")
            case .brokenPipe: (.brokenPipe, "its reader has gone")
            case .linkLoop: (.isLink, "too many symbolic links")
            case .other: (.systemFailure, words)
            }
        return ReportError(code: code, path: path, cause: cause)
    }
}
