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

    /// - Parameters:
    ///   - rule: What ``bytes(of:)`` gives of the rule's id.
    ///   - room: Room for what is digested, used again for each finding.
    init(rule: [UInt8], of service: ServiceNames, field: ServiceField?, room: inout ByteBuilder) {
        room.removeAll()
        room.append(contentsOf: rule[...])
        service.append(toFingerprint: &room)
        room.append(0)
        if let field { room.append(field.name) }
        room.append(0)
        digest = HalfDigest(of: room)
    }

    /// What is digested of a rule.
    static func bytes(of ruleID: String) -> [UInt8] { Array(ruleID.utf8) + [0] }
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
