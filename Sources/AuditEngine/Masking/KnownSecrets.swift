/// The secrets that a run knows, and the formats that secrets of well-known services have, as they are found in a text.
struct KnownSecrets: Sendable {
    /// Shorter texts are no secrets: they would be found in ordinary words.
    static let minimumLength = 6

    private var forms: [[UInt8]] = []

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
            forms +=
                ([bytes, Self.percentEncoded(bytes, all: false), Self.percentEncoded(bytes, all: true)] + base64
                + urlSafe)
                .map { $0.map(Self.folded) }
        }
        forms = Array(Set(forms)).sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    }

    /// Where secrets stand in `bytes`, in order and without overlaps.
    /// - Complexity: O(*n*) in the number of bytes, times the length of the secrets that are known.
    func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        let folded = bytes.map(Self.folded)
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

    private func known(at position: Int, in folded: [UInt8]) -> Int? {
        for form in forms where folded[position] == form[0] && folded.count - position >= form.count {
            if folded[position..<(position + form.count)].elementsEqual(form) { return position + form.count }
        }
        return nil
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

    private static let pem = Array("-----BEGIN".utf8)

    private static func formatted(at position: Int, in bytes: [UInt8]) -> Int? {
        let rest = bytes[position...]
        if rest.starts(with: pem) { return bytes.count }
        if position > 0, isAlphanumeric(bytes[position - 1]) { return nil }
        for prefix in prefixes where rest.starts(with: prefix.text) {
            let start = position + prefix.text.count
            let end = bytes[start...].firstIndex { !isTokenByte($0) } ?? bytes.count
            if end - start >= prefix.length { return end }
        }
        return nil
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "_-.+/=".utf8.contains(byte) }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private static func percentEncoded(_ bytes: [UInt8], all: Bool) -> [UInt8] {
        bytes.flatMap { byte in
            isAlphanumeric(byte) && !all || "-._~".utf8.contains(byte) && !all
                ? [byte] : Array("%\(Hexadecimal.string([byte]))".utf8)
        }
    }

    /// The characters of base64 that depend on `bytes` alone, where `offset` other bytes stand before them.
    private static func base64(of bytes: [UInt8], offset: Int) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let padded = Array(repeating: 0, count: offset) + bytes
        let first = (offset * 8 + 5) / 6
        return (first..<(padded.count * 8 / 6)).map { sextet in
            let bit = sextet * 6
            let high = UInt16(padded[bit / 8]) << 8
            let low = bit / 8 + 1 < padded.count ? UInt16(padded[bit / 8 + 1]) : 0
            return alphabet[Int((high | low) >> UInt16(10 - bit % 8)) & 63]
        }
    }
}
