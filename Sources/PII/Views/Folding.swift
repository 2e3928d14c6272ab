internal import PIIData

/// What is read in place of a character, from the table that `PIIData` embeds.
enum Folding: Equatable {
    /// A control, symbol or punctuation mark that only separates.
    case gap
    /// A character that cannot be seen, or an accent.
    case nothing(isDisguise: Bool)
    /// One unit.
    case unit(Unit, isDisguise: Bool, skeleton: Unit)
    /// Up to three ASCII characters of seven bits each, the first in the lowest bits.
    case sequence(Unit, isDisguise: Bool)

    private static let identity: UInt32 = 1
    private static let invisible: UInt32 = 2
    private static let disguiseBit: UInt32 = 1 << 21
    private static let skeletonShift: UInt32 = 22
    private static let sequenceBit: UInt32 = 1 << 31

    /// The folding of a scalar; `skeleton` is the Latin letter that it looks like, 0 for none.
    init(_ scalar: UInt32) {
        let entry = pii_data_folding_entry(scalar)
        let value = entry & 0x1F_FFFF
        let isDisguise = entry & Self.disguiseBit != 0
        let skeleton = (entry & ~Self.sequenceBit) >> Self.skeletonShift
        if entry & Self.sequenceBit != 0 {
            self = .sequence(value, isDisguise: isDisguise)
        } else if value == 0 {
            self = .gap
        } else if value == Self.identity {
            self = .unit(scalar, isDisguise: isDisguise, skeleton: skeleton)
        } else if value == Self.invisible {
            self = .nothing(isDisguise: isDisguise)
        } else {
            self = .unit(value, isDisguise: isDisguise, skeleton: skeleton)
        }
    }
}
