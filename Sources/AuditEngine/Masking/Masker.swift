internal import PII
package import ServiceModel
internal import Text

/// Hides personal data and secrets in the texts that a report, log or terminal line shows.
///
/// With an organization's key each hidden value is followed by a token, the same wherever the value stands; without one no token is
/// shown, because personal data is short enough to be guessed from an unkeyed hash.
///
/// A class for speed alone: each Service hands it on.
package final class Masker: Sendable {
    /// Shows everything as it is: the explicit way round (`--reveal`).
    package static var revealing: Masker { Masker(key: nil, isRevealing: true) }

    /// Whether everything is shown as it is.
    package let isRevealing: Bool

    private static let hidden = "***"

    private let key: MaskingKey?
    private let secrets: KnownSecrets

    /// Makes a masker; without a key there are no tokens.
    package convenience init(key: MaskingKey? = nil) { self.init(key: key, isRevealing: false) }

    private init(key: MaskingKey?, isRevealing: Bool, secrets: KnownSecrets = KnownSecrets()) {
        self.key = key
        self.isRevealing = isRevealing
        self.secrets = secrets
    }

    /// The same masker, which also hides `texts`, such as tokens and keys that the run uses: in any case, percent-encoded and in base64.
    package func with(secrets texts: [String]) -> Masker {
        var secrets = secrets
        secrets.insert(texts)
        return Masker(key: key, isRevealing: isRevealing, secrets: secrets)
    }

    /// A unique name, or any other text without structure.
    package func name(_ text: String) -> String {
        guard !isRevealing else { return text }
        let secretless = hidingSecrets(in: text, tokens: false)
        if secretless.hasSameBytes(as: text) { return covered(text) ?? text }
        return covered(secretless) ?? hidingSecrets(in: text, tokens: true)
    }

    /// A URL, or a text that should be one.
    package func url(_ text: String) -> String {
        guard !isRevealing else { return text }
        let shown = text.withBytes(isURLLeft) ? text : URLMask(hidingSecrets(in: text, tokens: false)).masked
        let masked = PersonalDataMemory.ofProse.mask(shown)
        return masked.hasSameBytes(as: text) ? text : withToken(masked, kind: "url", value: text)
    }

    /// Whether no secret and no part that can carry one is looked for in a URL, since none can be there.
    private func isURLLeft(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        !secrets.mayStand(in: text) && URLMask.leaves(text)
    }

    /// The text of a Service's field, by what the field holds; a well-formed SID is shown without a search.
    package func value(_ text: String, of field: ServiceField) -> String {
        if text.withBytes({ leaves($0, of: field) }) { return text }
        return switch field.role {
        case .callback, .resource, .links: url(text)
        case .identifier, .enumeration, .name, .number, .date: name(text)
        }
    }

    /// Whether ``value(_:of:)`` gives the text of a field as it is, where that can be told without making anything of it: for
    /// well-formed SIDs, known values, and names and URLs that hold nothing. False where it cannot.
    func leaves(_ text: UnsafeBufferPointer<UInt8>, of field: ServiceField) -> Bool {
        if isRevealing { return true }
        switch field.role {
        case .callback, .resource, .links:
            return isURLLeft(text) && PersonalDataMemory.ofProse.matches(in: text).isEmpty
        case .identifier where Self.isSID(text): return true
        case .enumeration(let known) where known.contains(where: { $0.withBytes(text.isSame(as:)) }): return true
        case .identifier, .enumeration, .name, .number, .date:
            return !secrets.mayStand(in: text) && !URLMask.mayStand(in: text)
                && !Self.isTelling(PersonalDataMemory.shared.matches(in: text))
        }
    }

    /// Words of a server, labels, file names in messages: ordinary words stay.
    package func prose(_ text: String) -> String {
        guard !isRevealing else { return text }
        return PersonalDataMemory.ofProse.mask(hidingSecrets(in: text, tokens: false))
    }

    /// The text with its personal data and what is not known to be harmless beside it hidden; nil where there is none.
    private func covered(_ text: String) -> String? {
        let matches = PersonalDataMemory.shared.matches(in: text)
        guard Self.isTelling(matches) else { return nil }
        let parts = PIIDetector().cover(text, matches: matches)
        let masked = Self.joined(parts) { _, _, mask in mask }
        // What was hidden can complete another match, as in `a@b.io@c.io`.
        guard
            masked.hasSameBytes(as: text) || !Self.isTelling(PersonalDataMemory.shared.matches(in: masked))
        else { return withToken(Self.hidden, kind: "text", value: text) }
        return Self.joined(parts) { kind, value, mask in withToken(mask, kind: kind.rawValue, value: value) }
    }

    private static func isTelling(_ matches: [PIIMatch]) -> Bool { matches.contains { $0.level >= .medium } }

    private static func joined(_ parts: [PIIDetector.Part], mask: (PIIKind, String, String) -> String) -> String {
        parts.map { part in
            switch part {
            case .shown(let text): text
            case .match(let kind, let value, let masked): mask(kind, value, masked)
            case .rest: hidden
            }
        }.joined()
    }

    /// The text without known secrets and keys, and with the URLs in it masked.
    private func hidingSecrets(in text: String, tokens: Bool) -> String {
        if text.withBytes({ !secrets.mayStand(in: $0) && !URLMask.mayStand(in: $0) }) { return text }
        let bytes = Array(text.utf8)
        let ranges = secrets.ranges(in: bytes)
        if ranges.isEmpty { return URLMask.maskingAll(in: text) }
        var result: [UInt8] = []
        var position = 0
        for range in ranges {
            let value = String(decoding: bytes[range], as: UTF8.self)
            let mask = tokens ? withToken(Self.hidden, kind: "secret", value: value) : Self.hidden
            result += bytes[position..<range.lowerBound] + Array(mask.utf8)
            position = range.upperBound
        }
        result += bytes[position...]
        return URLMask.maskingAll(in: String(decoding: result, as: UTF8.self))
    }

    private func withToken(_ mask: String, kind: String, value: String) -> String {
        key.map { "\(mask) \($0.token(kind: kind, value: value))" } ?? mask
    }

    /// Whether a text is two capital letters and 32 hexadecimal digits.
    private static func isSID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 34, text[0].isUppercase, text[1].isUppercase else { return false }
        // All are looked at, so that they are at once.
        var others: UInt8 = 0
        for index in 2..<34 { others |= text[index] &- 0x30 < 10 || text[index] &- 0x61 < 6 ? 0 : 1 }
        return others == 0
    }
}
