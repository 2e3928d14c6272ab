internal import ServiceModel
internal import Text

/// What stands for a Service: the same for two records if, and only if, they name the same account and SID, or have no SID
/// and say the same.
///
/// A well-formed SID stands for itself, beside the digest of its account, which each account has at hand. All else is digested.
struct ServiceIdentity: Sendable, Hashable {
    /// How many bytes it takes in a key.
    static let size = 2 * HalfDigest.size

    private let service: HalfDigest
    /// That of the account where ``service`` is the SID itself, ``HalfDigest/none`` where it is a digest, of both or of all
    /// that the record says: so that nobody can write a SID that is taken for a digest.
    private let account: HalfDigest

    /// - Parameters:
    ///   - sid: The text of the record's SID, nil for none.
    ///   - content: What stands for all that the record says.
    ///   - room: Room for what is digested.
    init(sid: UnsafeBufferPointer<UInt8>?, account: JudgedAccount, content: HalfDigest, room: inout ByteBuilder) {
        guard let sid else {
            (service, self.account) = (content, .none)
            return
        }
        if let digits = HalfDigest(serviceSID: sid) {
            (service, self.account) = (digits, account.scope)
            return
        }
        room.removeAll()
        room.append(account.scope)
        room.append(contentsOf: sid)
        (service, self.account) = (HalfDigest(of: room), .none)
    }

    fileprivate init(service: HalfDigest, account: HalfDigest) {
        self.service = service
        self.account = account
    }

    /// Writes it into room, from an offset on.
    func copy(to room: UnsafeMutableRawBufferPointer, at offset: Int) {
        service.copy(to: room, at: offset)
        account.copy(to: room, at: offset + HalfDigest.size)
    }
}

extension ByteBuilder {
    mutating func append(_ identity: ServiceIdentity) {
        append(count: ServiceIdentity.size) { identity.copy(to: $0, at: 0) }
    }
}

extension PayloadReader {
    mutating func identity() -> ServiceIdentity { ServiceIdentity(service: digest(), account: digest()) }
}
