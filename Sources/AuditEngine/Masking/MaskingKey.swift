internal import Crypto
internal import Text

/// An organization's secret, from which the tokens of hidden values are made.
package struct MaskingKey: Sendable {
    /// Why bytes are no key.
    package enum Refusal: Error, Sendable, Hashable {
        /// Fewer than ``MaskingKey/minimumLength`` bytes.
        case tooShort(bytes: Int)
        /// Fewer than ``MaskingKey/minimumVariety`` distinct bytes, such as one byte repeated.
        case tooUniform(distinct: Int)

        /// The reason in words, to follow the key's name and a colon.
        package var reason: String {
            switch self {
            case .tooShort(let bytes): "a key has at least \(MaskingKey.minimumLength) bytes, not \(bytes)"
            case .tooUniform(let distinct):
                "a key has at least \(MaskingKey.minimumVariety) distinct bytes, not \(distinct), or it could be guessed"
            }
        }
    }

    /// The fewest bytes of a key: 128 bits.
    package static let minimumLength = 16
    /// The fewest distinct bytes of a key; 16 random bytes have fewer once in billions of billions.
    package static let minimumVariety = 8

    private let key: SymmetricKey

    /// Makes a key of `bytes`.
    /// - Throws: ``Refusal`` where they could be guessed.
    package init(_ bytes: [UInt8]) throws(Refusal) {
        guard bytes.count >= Self.minimumLength else { throw .tooShort(bytes: bytes.count) }
        let distinct = Set(bytes).count
        guard distinct >= Self.minimumVariety else { throw .tooUniform(distinct: distinct) }
        key = SymmetricKey(data: bytes)
    }

    /// The token of a hidden value: `#` and 64 bits of HMAC-SHA256 over its kind and the value in lower case.
    func token(kind: String, value: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(kind)\0\(value.lowercased())".utf8), using: key)
        return "#\(Hexadecimal.string(Array(code.prefix(8))))"
    }
}
