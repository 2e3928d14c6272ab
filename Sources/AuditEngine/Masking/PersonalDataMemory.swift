internal import PII
internal import Synchronization
internal import Text

/// Looks for personal data, and remembers what it found in the texts of late: what a rule has looked through is masked for
/// its finding next, and its kinds are told.
///
/// One for each setting of the detector, shared by everything that looks with it. Texts of up to ``longestText`` bytes are remembered,
/// each in the one place that its hash gives it, so that memory is bounded and what was met last stays.
final class PersonalDataMemory: Sendable {
    /// With the usual settings.
    static let shared = PersonalDataMemory(PIIDetector())
    /// For URLs and prose, where guesses at names would hide hosts and ordinary words.
    static let ofProse = PersonalDataMemory(PIIDetector(PIIConfiguration(minimumConfidence: [.personName: 0.5])))

    private struct Entry {
        var text: [UInt8] = []
        var matches: [PIIMatch] = []
        /// Whether a text has been remembered here.
        var isUsed = false

        /// What was found in `bytes`, if they are the text that is remembered.
        func matches(of bytes: UnsafeBufferPointer<UInt8>) -> [PIIMatch]? {
            // By bytes: equal strings may be of different bytes, and matches are at byte offsets.
            isUsed && bytes.isSame(as: text) ? matches : nil
        }

        /// Remembers another text, in the memory of the last one.
        mutating func remember(_ bytes: UnsafeBufferPointer<UInt8>, _ matches: [PIIMatch]) {
            text.removeAll(keepingCapacity: true)
            text.append(contentsOf: bytes)
            self.matches = matches
            isUsed = true
        }
    }

    /// A power of two.
    private static let size = 256
    private static let longestText = 1024

    let detector: PIIDetector
    private let entries = Mutex([Entry](repeating: Entry(), count: size))

    private init(_ detector: PIIDetector) { self.detector = detector }

    /// The text with each match masked; see ``PIIDetector/mask(_:minimum:)``.
    func mask(_ text: String) -> String { matches(in: text).isEmpty ? text : detector.mask(text) }

    /// What the detector finds in a text.
    func matches(in text: String) -> [PIIMatch] { text.withBytes { matches(in: $0) } }

    /// The same, in the UTF-8 of a text.
    func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [PIIMatch] {
        guard bytes.count <= Self.longestText else { return detector.find(in: bytes) }
        let place = Self.place(of: bytes)
        if let known = entries.withLock({ $0[place].matches(of: bytes) }) { return known }
        let matches = detector.find(in: bytes)
        entries.withLock { $0[place].remember(bytes, matches) }
        return matches
    }

    private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        // Eight bytes at a time, and those that are left.
        let memory = UnsafeRawBufferPointer(bytes)
        var (hash, position) = (UInt64(bytes.count), 0)
        while position + 8 <= bytes.count {
            hash = mixed(hash ^ memory.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            position += 8
        }
        var rest: UInt64 = 0
        for byte in bytes[position...] { rest = rest << 8 | UInt64(byte) }
        return Int(truncatingIfNeeded: mixed(hash ^ rest) >> 32) & (size - 1)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }
}
