internal import Text

/// Makes the names of suites and cases: stable, printable, and never twice the same.
///
/// CI servers tell cases apart by suite, class name and name; one that comes twice is dropped by some of them.
struct JUnitName {
    private var uses: [String: Int] = [:]

    /// A part of a class name that stands for a SID: letters and digits as they are, at most 64 of them, and `_` for
    /// anything else; `absent` where there is none, which has a hyphen so that no SID can pass for it.
    static func part(_ text: String?, absent: String) -> String {
        guard var text, !text.isEmpty else { return absent }
        let isPlain = text.utf8.count <= 64 && text.withUTF8 { $0.allSatisfy(\.isAlphanumeric) }
        if isPlain { return text }
        let bytes = text.utf8.prefix(64).map { $0.isAlphanumeric ? $0 : UInt8(ascii: "_") }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `name` where it was not given out yet, or else with the number of times that it was asked for.
    mutating func unique(_ name: String) -> String {
        if isFirst(name) { return name }
        while true {
            let candidate = "\(name) #\(uses[name, default: 1])"
            if isFirst(candidate) { return candidate }
            uses[name, default: 1] += 1
        }
    }

    /// Counts one more use of a name.
    private mutating func isFirst(_ name: String) -> Bool {
        uses[name, default: 0] += 1
        return uses[name] == 1
    }
}
