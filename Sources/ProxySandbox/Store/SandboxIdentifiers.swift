internal import Crypto
import ServiceModel
internal import Text

/// Where everything that must not be guessed or repeated comes from: SIDs, request ids and the key of page tokens.
///
/// All of it is derived from one key, so that a database keeps its page tokens over a restart and a seeded sandbox
/// gives the same answers every time.
struct SandboxIdentifiers: Sendable {
    /// 32 bytes.
    let key: [UInt8]

    init(key: [UInt8]) {
        self.key = key
    }

    /// Makes a key from a seed, or from the system's random numbers.
    init(randomSeed: UInt64?) {
        if let randomSeed {
            key = Array(SHA256.hash(data: SandboxIdentifiers.bytes(randomSeed)))
        } else {
            var generator = SystemRandomNumberGenerator()
            key = (0..<4).flatMap { _ in SandboxIdentifiers.bytes(generator.next()) }
        }
    }

    /// The SID of the Service at a row that is never given twice.
    func serviceSID(row: Int64) -> String {
        "KS" + digits("service", SandboxIdentifiers.bytes(UInt64(bitPattern: row)))
    }

    /// The id of a request, by its number since the sandbox started.
    func requestID(number: UInt64) -> String {
        "RQ" + digits("request", SandboxIdentifiers.bytes(number))
    }

    /// The SID of a seeded Service that has none of its own: the same for the same account and name, whatever the key.
    ///
    /// - Parameter namesakes: How many such Services of the same name came before.
    static func seededServiceSID(account: SID, uniqueName: String, namesakes: Int) -> String {
        let message = Array("\(account.text)/\(namesakes)/\(uniqueName)".utf8)
        return "KS" + Hexadecimal.string(Array(SHA256.hash(data: message).prefix(16)))
    }

    /// The first 16 bytes of a message's authentication code, bound to what the message is for.
    func authenticationCode(purpose: String, _ message: [UInt8]) -> [UInt8] {
        let data = Array(purpose.utf8) + [0] + message
        return Array(HMAC<SHA256>.authenticationCode(for: data, using: SymmetricKey(data: key)).prefix(16))
    }

    /// The bytes of a number, the most significant first.
    static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
    }

    private func digits(_ purpose: String, _ message: [UInt8]) -> String {
        Hexadecimal.string(Array(authenticationCode(purpose: purpose, message)))
    }
}
