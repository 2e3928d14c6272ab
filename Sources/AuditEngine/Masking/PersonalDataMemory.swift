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
        let text: [UInt8]
        let matches: [PIIMatch]
    }

    private static let size = 256
    private static let longestText = 1024

    let detector: PIIDetector
    private let entries = Mutex([Entry?](repeating: nil, count: size))

    private init(_ detector: PIIDetector) { self.detector = detector }

    /// The text with each match masked; see ``PIIDetector/mask(_:minimum:)``.
    func mask(_ text: String) -> String { matches(in: text).isEmpty ? text : detector.mask(text) }

    /// What the detector finds in a text.
    func matches(in text: String) -> [PIIMatch] { text.withBytes { matches(in: $0, text) } }

    /// The same, in the UTF-8 of a text, which is made only where it is not remembered.
    func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [PIIMatch] {
        matches(in: bytes, String(decoding: bytes, as: UTF8.self))
    }

    private func matches(in bytes: UnsafeBufferPointer<UInt8>, _ text: @autoclosure () -> String) -> [PIIMatch] {
        guard bytes.count <= Self.longestText else { return detector.find(in: text()) }
        let place = Self.place(of: bytes)
        let known = entries.withLock { entries -> [PIIMatch]? in
            guard let entry = entries[place] else { return nil }
            // By bytes: equal strings may be of different bytes, and matches are at byte offsets.
            return bytes.isSame(as: entry.text) ? entry.matches : nil
        }
        if let known { return known }
        let matches = detector.find(in: text())
        let entry = Entry(text: Array(bytes), matches: matches)
        entries.withLock { $0[place] = entry }
        return matches
    }

    private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return Int((hash >> 32) % UInt64(size))
    }
}
