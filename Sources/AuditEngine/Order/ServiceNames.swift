internal import ServiceModel
internal import Text

/// A Service's account, SID and name as the entries of its findings have them: made for the first of them, and copied for
/// the others.
struct ServiceNames {
    /// As keys of findings begin, as findings name the Service, and as fingerprints have it; one after the other.
    private var bytes = ByteBuilder()
    private var keyEnd = 0
    private var memberEnd = 0

    /// Whether none was made.
    var isEmpty: Bool { bytes.isEmpty }

    /// Takes all bytes away, and keeps their room: what follows is of another Service.
    mutating func removeAll() { bytes.removeAll() }

    /// Appends account and SID to the key of a finding.
    func append(toKey key: inout ByteBuilder) { key.append(contentsOf: bytes, in: 0..<keyEnd) }

    /// Appends the Service, as findings name it, to a payload.
    func appendMember(to payload: inout ByteBuilder) { payload.append(contentsOf: bytes, in: keyEnd..<memberEnd) }

    /// Appends account and SID, as they are, to what is digested for a fingerprint.
    func append(toFingerprint room: inout ByteBuilder) { room.append(contentsOf: bytes, in: memberEnd..<bytes.count) }

    /// Makes what is appended of a Service of an account, in the place of what there was.
    mutating func make(of masked: inout MaskedSubject, _ account: JudgedAccount) {
        bytes.removeAll()
        bytes.append(contentsOf: account.key)
        masked.withText(of: .sid) { sid in
            bytes.append(ordering: sid)
            keyEnd = bytes.count
            bytes.append(contentsOf: account.name)
            bytes.append(text: sid)
        }
        masked.withText(of: .uniqueName) { bytes.append(text: $0) }
        memberEnd = bytes.count
        bytes.append(contentsOf: account.bytes[...])
        bytes.append(0)
        bytes.append(masked.subject, .sid)
    }
}
