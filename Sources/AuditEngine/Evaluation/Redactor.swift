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
package struct Redactor: Sendable {
    /// Shows everything as it is: the explicit way round (`--reveal`).
    package static var revealing: Redactor { Redactor(key: nil, isRevealing: true) }

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
    package func text(_ text: String) -> String {
        guard !isRevealing else { return text }
        return withToken(detector.mask(text), of: text)
    }

    /// A URL, or a text that should be one.
    package func url(_ text: String) -> String {
        guard !isRevealing else { return text }
        return withToken(textDetector.mask(URLMask(text).masked), of: text)
    }

    /// The value of one of a Service's fields.
    package func value(of field: ServiceField, in service: Service) -> Finding.Value {
        switch (service.value(of: field), field) {
        case (.null, _): .null
        case (.integer(let number), _): .integer(number)
        case (.timestamp(let instant), _): .text(instant.description)
        case (.stringMap(let links), _): .text(links.map { "\($0.name): \(url($0.url))" }.joined(separator: ", "))
        case (.string(let text), .callbackURL), (.string(let text), .interceptCallbackURL),
            (.string(let text), .outOfSessionCallbackURL), (.string(let text), .url):
            .text(url(text))
        case (.string(let text), _): .text(self.text(text))
        }
    }

    /// A message that a rule computed: the texts of the Services that it may quote are masked as fields, then the rest.
    package func message(_ message: String, quoting services: [Service]) -> String {
        guard !isRevealing else { return message }
        var message = message
        for service in services {
            for field in ServiceField.allCases {
                guard case .string(let raw) = service.value(of: field), raw.utf8.count >= 4, message.contains(raw),
                    case .text(let masked) = value(of: field, in: service), !masked.utf8.elementsEqual(raw.utf8)
                else { continue }
                message = message.replacing(raw, with: masked)
            }
        }
        return textDetector.mask(URLMask.maskingAll(in: message))
    }

    private func withToken(_ masked: String, of original: String) -> String {
        guard let key, !masked.utf8.elementsEqual(original.utf8) else { return masked }
        let code = HMAC<SHA256>.authenticationCode(for: Array(original.utf8), using: key)
        return "\(masked) #\(Hexadecimal.string(code.prefix(4)))"
    }
}
