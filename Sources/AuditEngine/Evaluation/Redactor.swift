internal import Crypto
internal import PII
package import ServiceModel

/// Hides personal data and secrets in whatever a report, log or terminal line shows of a Service.
///
/// A unique name in which `PII` finds something is masked, whichever rule the finding is of. Of a URL the user
/// information, the values of the query, the fragment and path segments that look like tokens are hidden, since each
/// can carry a credential; scheme, host and the names of query parameters stay readable. With an organization's key the
/// same hidden value gets the same short token, so that "the same value in three accounts" can be seen without the
/// value; without one no token is shown, because personal data is short enough to be guessed from an unkeyed hash.
package struct Masker: Sendable {
    /// Shows everything as it is: the explicit way round (`--reveal`).
    package static var revealing: Masker { Masker(key: nil, isRevealing: true) }

    private let detector = PIIDetector()
    /// For URLs and prose, where guesses at names would hide hosts and ordinary words.
    private let textDetector = PIIDetector(PIIConfiguration(minimumConfidence: [.personName: 0.5]))
    private let key: SymmetricKey?
    private let isRevealing: Bool

    /// Makes a redactor; `key` is the organization's secret of any length, nil for no tokens.
    package init(key: [UInt8]? = nil) {
        self.init(key: key.map { SymmetricKey(data: $0) }, isRevealing: false)
    }

    private init(key: SymmetricKey?, isRevealing: Bool) {
        self.key = key
        self.isRevealing = isRevealing
    }

    /// A unique name, or any other text without structure.
    package func name(_ text: String) -> String {
        guard !isRevealing else { return text }
        return withToken(detector.mask(text), of: text)
    }

    /// A URL, or a text that should be one.
    package func url(_ text: String) -> String {
        guard !isRevealing else { return text }
        return withToken(textDetector.mask(URLMask(text).masked), of: text)
    }

    package func value(_ text: String, role: ServiceField.Role) -> String {
        switch role {
        case .callback, .resource: url(text)
        case .identifier where text.utf8.count == 34: text
        default: name(text)
        }
    }

    /// Prose that may quote other people's words.
    package func prose(_ text: String) -> String {
        isRevealing ? text : textDetector.mask(URLMask.maskingAll(in: text))
    }

    private func withToken(_ masked: String, of original: String) -> String {
        guard let key, !masked.utf8.elementsEqual(original.utf8) else { return masked }
        let code = HMAC<SHA256>.authenticationCode(for: Array(original.utf8), using: key)
        return "\(masked) #\(Hexadecimal.string(code.prefix(4)))"
    }
}
