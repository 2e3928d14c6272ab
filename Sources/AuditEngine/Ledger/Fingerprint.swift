internal import Text

/// What identifies a finding from run to run.
///
/// Made from rule id, account SID, Service SID and field: never from a message, an order or a position, so that it holds
/// when these change; and never from a value or group key, which may be personal data that a hash would not hide.
struct Fingerprint: Sendable, Hashable {
    let digest: HalfDigest

    init(_ digest: HalfDigest) { self.digest = digest }

    /// - Parameter room: Room for what is digested, used again for each finding.
    init(ruleID: String, accountSID: String?, serviceSID: String?, field: String?, room: inout [UInt8]) {
        room.removeAll(keepingCapacity: true)
        for part in [ruleID, accountSID ?? "", serviceSID ?? "", field ?? ""] {
            part.withBytes { room.append(contentsOf: $0) }
            room.append(0)
        }
        digest = HalfDigest(of: room)
    }

    /// 32 hexadecimal digits.
    var text: String { digest.text }
}
