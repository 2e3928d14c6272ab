internal import Crypto
internal import Text

/// What identifies a finding from run to run.
///
/// Made from rule id, account SID, Service SID and field: never from a message, an order or a position, so that it holds
/// when these change; and never from a value or group key, which may be personal data that a hash would not hide.
struct Fingerprint: Sendable, Hashable {
    /// How many bytes it has.
    static let size = 16

    /// The first half of a SHA-256.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(ruleID: String, accountSID: String?, serviceSID: String?, field: String?) {
        var text: [UInt8] = []
        text.reserveCapacity(160)
        for part in [ruleID, accountSID ?? "", serviceSID ?? "", field ?? ""] {
            text.append(contentsOf: part.utf8)
            text.append(0)
        }
        bytes = text.withUnsafeBytes { Array(SHA256.hash(data: $0).prefix(Fingerprint.size)) }
    }

    /// 32 hexadecimal digits.
    var text: String { Hexadecimal.string(bytes) }
}
