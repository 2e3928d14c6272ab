internal import Crypto
import ProxyAPI
import ServiceModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The user names and passwords that the sandbox takes.
struct CredentialTable: Sendable {
    /// Who a request comes from.
    struct Principal: Sendable {
        let account: SandboxAccount
        /// Whether the list of accounts may be read: with an auth token or a Main API key.
        let reachesAccounts: Bool
    }

    private struct Entry: Sendable {
        let digest: SHA256Digest
        let principal: Principal
    }

    private let entries: [String: Entry]
    /// What an unknown user's password is compared with, so that it takes as long as a known one's.
    private let nobody: SHA256Digest

    init(_ accounts: [SandboxAccount], identifiers: SandboxIdentifiers) {
        var entries: [String: Entry] = [:]
        for account in accounts {
            func digest(_ secret: Secret) -> SHA256Digest { SHA256.hash(data: Array(secret.revealed.utf8)) }
            entries[account.sid.text] = Entry(
                digest: digest(account.authToken), principal: Principal(account: account, reachesAccounts: true))
            for key in account.apiKeys {
                entries[key.sid.text] = Entry(
                    digest: digest(key.secret), principal: Principal(account: account, reachesAccounts: key.isMain))
            }
        }
        self.entries = entries
        nobody = SHA256.hash(data: identifiers.authenticationCode(purpose: "nobody", []))
    }

    /// Finds who an `Authorization: Basic …` header belongs to.
    ///
    /// Passwords are compared by their digests, in a time that does not depend on where they differ.
    ///
    /// - Throws: the API's error 20003 for a header that is missing, malformed, wrong, or of an account that is not
    ///   active.
    func principal(authorization: String?) throws(APIProblem) -> Principal {
        guard let authorization, authorization.prefix(6).lowercased() == "basic ",
            let data = Data(base64Encoded: String(authorization.dropFirst(6).drop { $0 == " " })),
            let colon = data.firstIndex(of: UInt8(ascii: ":")),
            let user = String(validating: data[..<colon], as: UTF8.self)
        else { throw .unauthenticated }
        let given = SHA256.hash(data: Array(data[data.index(after: colon)...]))
        let entry = entries[user]
        guard given == entry?.digest ?? nobody, let entry, entry.principal.account.status == .active else {
            throw .unauthenticated
        }
        return entry.principal
    }
}
