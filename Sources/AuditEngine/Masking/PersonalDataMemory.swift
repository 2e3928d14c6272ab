internal import PII
internal import Synchronization
internal import Text

/// Looks for personal data, and remembers what it found in the texts of late: what a rule has looked through is masked for
/// its finding next, and its kinds are told.
///
/// Shared by everything that looks with the detector's usual settings. Texts of up to ``longestText`` bytes are remembered,
/// each in the one place that its hash gives it, so that memory is bounded and what was met last stays.
final class PersonalDataMemory: Sendable {
    /// The one of the process.
    static let shared = PersonalDataMemory()

    private struct Entry {
        let text: [UInt8]
        let matches: [PIIMatch]
    }

    private static let size = 256
    private static let longestText = 1024

    private let detector = PIIDetector()
    private let entries = Mutex([Entry?](repeating: nil, count: size))

    /// What the detector finds in a text.
    func matches(in text: String) -> [PIIMatch] {
        var text = text
        let place = text.withUTF8 { bytes -> Int? in
            bytes.count > Self.longestText ? nil : Self.place(of: bytes)
        }
        guard let place else { return detector.find(in: text) }
        let known = entries.withLock { entries -> [PIIMatch]? in
            guard let entry = entries[place] else { return nil }
            // By bytes: equal strings may be of different bytes, and matches are at byte offsets.
            return text.withUTF8 { $0.isSame(as: entry.text) } ? entry.matches : nil
        }
        if let known { return known }
        let matches = detector.find(in: text)
        let entry = Entry(text: Array(text.utf8), matches: matches)
        entries.withLock { $0[place] = entry }
        return matches
    }

    private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        return Int((hash >> 32) % UInt64(size))
    }
}
