internal import ServiceModel
internal import Text

/// What identifies a finding from run to run.
///
/// Made from rule id, account SID, Service SID and field: never from a message, an order or a position, so that it holds
/// when these change; and never from a value or group key, which may be personal data that a hash would not hide.
///
/// Reports show it as 32 hexadecimal digits.
struct Fingerprint: Sendable, Hashable {
    let digest: HalfDigest

    /// - Parameter room: Room for what is digested, used again for each finding.
    init(ruleID: String, of service: ServiceNames, field: String?, room: inout ByteBuilder) {
        room.removeAll()
        room.append(ruleID)
        room.append(0)
        service.append(toFingerprint: &room)
        room.append(0)
        if let field { room.append(field) }
        room.append(0)
        digest = HalfDigest(of: room)
    }
}

extension ByteBuilder {
    /// Appends the text of a field; nothing where it is unset, unreadable or no text.
    mutating func append(_ subject: Subject, _ field: ServiceField) {
        if let text = subject.utf8(field) {
            append(contentsOf: text)
        } else if let text = subject.text(field) {
            append(text)
        }
    }
}
