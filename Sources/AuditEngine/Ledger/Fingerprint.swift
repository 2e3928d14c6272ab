internal import Text

/// What identifies a finding from run to run.
///
/// Made from rule id, account SID, Service SID and field: never from a message, an order or a position, so that it holds
/// when these change; and never from a value or group key, which may be personal data that a hash would not hide.
struct Fingerprint: Sendable, Hashable {
    let digest: HalfDigest

    init(_ digest: HalfDigest) { self.digest = digest }

    /// - Parameter room: Room for what is digested, used again for each finding.
    init(ruleID: String, accountSID: String?, serviceSID: String?, field: String?, room: inout ByteBuilder) {
        room.removeAll()
        func add(_ part: String?) {
            if let part { room.append(part) }
            room.append(0)
        }
        add(ruleID)
        add(accountSID)
        add(serviceSID)
        add(field)
        digest = HalfDigest(of: room)
    }

    /// 32 hexadecimal digits.
    var text: String { digest.text }
}
