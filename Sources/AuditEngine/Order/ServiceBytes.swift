internal import ServiceModel
internal import Text

/// The bytes that the entries of one Service share: made for the first of them, and copied for the others.
struct ServiceBytes {
    /// Where the record was found.
    private var origin = ByteBuilder()
    private var hasOrigin = false
    /// Account and SID as keys of findings begin, the Service as findings name it, and what fingerprints have of it.
    private var key = ByteBuilder()
    private var member = ByteBuilder()
    private var names = ByteBuilder()
    private var hasNames = false

    /// Takes all bytes away, and keeps their room: what follows is of another Service.
    mutating func removeAll() {
        hasOrigin = false
        hasNames = false
    }

    /// Appends where the record was found to a payload.
    mutating func appendOrigin(of subject: Subject, to payload: inout ByteBuilder) {
        if !hasOrigin {
            origin.removeAll()
            origin.append(subject.origin, subject.origin.provenance)
            hasOrigin = true
        }
        payload.append(contentsOf: origin)
    }

    /// Appends account and SID to the key of a finding.
    func appendNames(toKey bytes: inout ByteBuilder) { bytes.append(contentsOf: key) }

    /// Appends the Service, as findings name it, to a payload.
    func appendMember(to payload: inout ByteBuilder) { payload.append(contentsOf: member) }

    /// Appends account and SID, as they are, to what is digested for a fingerprint.
    func appendNames(toFingerprint bytes: inout ByteBuilder) { bytes.append(contentsOf: names) }

    /// Makes what is appended of a Service that is named; nothing where that was done.
    mutating func makeNames(of subject: Subject, _ masked: inout MaskedSubject) {
        if hasNames { return }
        key.removeAll()
        masked.withText(of: .accountSID) { key.append(ordering: $0) }
        masked.withText(of: .sid) { key.append(ordering: $0) }
        member.removeAll()
        masked.appendMember(to: &member)
        names.removeAll()
        names.append(subject, .accountSID)
        names.append(0)
        names.append(subject, .sid)
        hasNames = true
    }
}
