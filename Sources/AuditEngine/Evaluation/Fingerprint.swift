internal import Crypto

/// What identifies a finding from run to run.
///
/// Made from rule id, account SID, Service SID and field: never from a message, an order or a position, so that it holds
/// when these change; and never from a value or group key, which may be personal data that a hash would not hide.
enum Fingerprint {
    /// 32 hexadecimal digits: the first half of a SHA-256.
    static func make(ruleID: String, accountSID: String?, serviceSID: String?, field: String?) -> String {
        var hash = SHA256()
        for part in [ruleID, accountSID ?? "", serviceSID ?? "", field ?? ""] {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        return Hexadecimal.string(hash.finalize().prefix(16))
    }
}
