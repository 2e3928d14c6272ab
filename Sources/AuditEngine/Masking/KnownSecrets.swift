internal import Text

/// The secrets that a run knows, and the formats that secrets of well-known services have, as they are found in a text.
struct KnownSecrets: Sendable {
    /// Shorter texts are no secrets: they would be found in ordinary words.
    static let minimumLength = 6

    /// The forms by their first bytes, the longest first.
    private var forms: [UInt32: [[UInt8]]] = [:]
    /// A bit for each hash of first bytes, so that most positions of a text cost no look-up.
    private var filter: [UInt64] = []

    /// Adds secrets in the forms in which they may be quoted: as they are, percent-encoded and in base64 at any offset.
    mutating func insert(_ secrets: [String]) {
        for secret in secrets where secret.utf8.count >= Self.minimumLength {
            let bytes = Array(secret.utf8)
            let base64 = (0..<3).map { Self.base64(of: bytes, offset: $0) }
            let urlSafe = base64.map {
                $0.map {
                    $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
                }
            }
            let escaped = [PercentEncoding.encoded(bytes), PercentEncoding.encoded(bytes, keeping: { _ in false })]
            let forms = [bytes] + escaped.map { Array($0.utf8) } + base64 + urlSafe
            for form in forms {
                insert(form: form.map(Self.folded))
            }
        }
    }

    private mutating func insert(form: [UInt8]) {
        let start = Self.start(of: form, at: 0)
        var others = forms[start, default: []]
        guard !others.contains(form) else { return }
        others.insert(form, at: others.firstIndex { $0.count < form.count } ?? others.endIndex)
        forms[start] = others
        if filter.isEmpty { filter = Array(repeating: 0, count: Self.filterBits / UInt64.bitWidth) }
        let bit = Self.filterBit(of: start)
        filter[bit / UInt64.bitWidth] |= 1 << UInt64(bit % UInt64.bitWidth)
    }

    private static let filterBits = 1 << 16

    private static func filterBit(of start: UInt32) -> Int { Int((start &* 0x9E37_79B1) >> 16) }

    /// The first four bytes of a form, or of what stands at a position; every form has more.
    private static func start(of bytes: [UInt8], at position: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[position + $1]) }
    }

    /// Where secrets stand in `bytes`, in order and without overlaps.
    /// - Complexity: O(*n*) in the number of bytes, however many secrets are known, times the length of those that begin alike.
    func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        let folded = forms.isEmpty ? [] : bytes.map(Self.folded)
        var ranges: [Range<Int>] = []
        var position = 0
        while position < bytes.count {
            if let end = known(at: position, in: folded) ?? Self.formatted(at: position, in: bytes) {
                ranges.append(position..<end)
                position = end
            } else {
                position += 1
            }
        }
        return ranges
    }

    /// Whether a secret may stand in bytes; where not, ``ranges(in:)`` finds none. Linear, and takes a small part of its time.
    func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard forms.isEmpty else { return true }
        return Self.formatsByPlace.withUnsafeBufferPointer { formats in
            for index in bytes.indices.dropLast(2) {
                var left = formats[Int(bytes[index])]
                if left == 0 { continue }
                left &= formats[Self.values + Int(bytes[index + 1])]
                if left == 0 { continue }
                left &= formats[2 * Self.values + Int(bytes[index + 2])]
                if left != 0 && Self.begins(UnsafeBufferPointer(rebasing: bytes[index...])) { return true }
            }
            return false
        }
    }

    private func known(at position: Int, in folded: [UInt8]) -> Int? {
        guard folded.count - position > 4 else { return nil }
        let start = Self.start(of: folded, at: position)
        let bit = Self.filterBit(of: start)
        guard filter[bit / UInt64.bitWidth] >> UInt64(bit % UInt64.bitWidth) & 1 == 1 else { return nil }
        return forms[start]?.first { folded[position...].starts(with: $0) }.map { position + $0.count }
    }

    /// Prefixes of keys (AWS, GitHub, GitLab, Slack, Stripe, SendGrid, Google) and the fewest characters that follow; a bare run of 32
    /// hexadecimal digits is an ordinary id and stays.
    private static let prefixes: [(text: [UInt8], length: Int)] = [
        ("AKIA", 16), ("ASIA", 16), ("ghp_", 20), ("gho_", 20), ("ghs_", 20), ("ghu_", 20), ("ghr_", 20),
        ("github_pat_", 20),
        ("glpat-", 16), ("xoxb-", 10), ("xoxp-", 10), ("xoxa-", 10), ("xoxr-", 10), ("xoxs-", 10), ("xapp-", 10),
        ("sk_live_", 10), ("rk_live_", 10), ("sk_test_", 10), ("rk_test_", 10), ("whsec_", 16), ("SG.", 20),
        ("AIza", 30),
        ("eyJ", 20),
    ].map { (Array($0.0.utf8), $0.1) }

    /// The characters that formats begin with.
    private static let beginnings = ASCIISet(String(decoding: formats.map { $0[0] }, as: UTF8.self))

    private static let values = 256
    /// For each value of a byte a bit for each format that has it first, and then the same for the second and third byte: no
    /// format is shorter.
    private static let formatsByPlace: [UInt32] = {
        var places = [UInt32](repeating: 0, count: 3 * values)
        for (number, format) in formats.enumerated() {
            for place in 0..<3 { places[place * values + Int(format[place])] |= 1 << UInt32(number) }
        }
        return places
    }()

    private static let formats = prefixes.map(\.text) + [pem]

    private static func begins(_ rest: UnsafeBufferPointer<UInt8>) -> Bool {
        formats.contains { $0.withUnsafeBufferPointer(rest.startsWith) }
    }

    private static let pem = Array("-----BEGIN".utf8)

    private static func formatted(at position: Int, in bytes: [UInt8]) -> Int? {
        guard beginnings.contains(bytes[position]) else { return nil }
        let rest = bytes[position...]
        if rest.starts(with: pem) { return bytes.count }
        if position > 0, bytes[position - 1].isAlphanumeric { return nil }
        for prefix in prefixes where rest.starts(with: prefix.text) {
            let start = position + prefix.text.count
            let end = bytes[start...].firstIndex { !ofToken.contains($0) } ?? bytes.count
            if end - start >= prefix.length { return end }
        }
        return nil
    }

    private static let ofToken = ASCIISet("_-.+/=").union(.alphanumerics)

    private static func folded(_ byte: UInt8) -> UInt8 { byte.isUppercase ? byte | 0x20 : byte }

    /// The characters of base64 that depend on `bytes` alone, where `offset` other bytes stand before them.
    private static func base64(of bytes: [UInt8], offset: Int) -> [UInt8] {
        let encoded = Base64.encoded(Array(repeating: 0, count: offset) + bytes).utf8
        let whole = (offset + bytes.count) * 8 / 6
        return Array(encoded.prefix(whole).dropFirst((offset * 8 + 5) / 6))
    }
}
