/// What a unit of the text has been recognized as, so that it is not taken for anything else.
enum Claim: UInt8, Sendable {
    case none
    /// Part of a SID, UUID, hash or ULID.
    case identifier
    /// Part of a date, or of an epoch in seconds to nanoseconds.
    case time
    /// Part of a version number.
    case version
    /// Part of a match.
    case match
}
