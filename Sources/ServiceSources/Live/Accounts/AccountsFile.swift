internal import Platform
package import ProxyAPI

/// The file that names the accounts of a run and where their credentials are, never the credentials themselves.
///
/// ```yaml
/// accounts:
///   - label: payments-prod
///     sid: AC…
///     auth_token: { env: PAYMENTS_TOKEN }
///   - sid: AC…
///     api_key: SK…
///     api_secret: { file: secrets/billing }
///     region: ie1
///   - parent: AC…
///     auth_token: { env: PARENT_TOKEN }
/// ```
package struct AccountsFile: Sendable {
    /// The entries in the order of the file.
    package let entries: [AccountEntry]
    /// One line each, about secret files that others may read.
    package let warnings: [String]

    /// The largest file that is read, in bytes; thousands of accounts fit.
    static var largest: Int { 1 << 20 }

    /// Reads the file at `path`, and the secrets that it points at.
    ///
    /// - Parameters:
    ///   - path: Where the file is; paths in it are relative to its directory.
    ///   - environment: The variables that it may point at.
    ///   - endpoint: Takes the place of the base URLs, regions and edges in the file.
    /// - Throws: `AccountsFileError` with every problem at once.
    package init(
        path: String, environment: [String: String], endpoint: ProxyEndpoint? = nil
    ) throws(AccountsFileError) {
        let bytes: [UInt8]
        do throws(SystemFailure) {
            bytes = try FileContent(path: path, limit: AccountsFile.largest).bytes
        } catch {
            throw AccountsFileError(problems: ["\(path): \(error.words)"])
        }
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw AccountsFileError(problems: ["\(path): not UTF-8"])
        }
        try self.init(yaml: yaml, path: path, environment: environment, endpoint: endpoint)
    }

    /// Reads the text of a file; `path` is where it is said to come from.
    package init(
        yaml: String, path: String, environment: [String: String], endpoint: ProxyEndpoint? = nil
    ) throws(AccountsFileError) {
        var interpreter = AccountsInterpreter(path: path, environment: environment, endpoint: endpoint)
        entries = try interpreter.entries(of: yaml)
        warnings = interpreter.warnings
    }
}
