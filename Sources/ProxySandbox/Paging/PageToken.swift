#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The text form of a `PageAnchor` in a `PageToken` parameter: opaque, and of no use in another list or made by hand.
///
/// Standard Base64 (RFC 4648, section 4) of one byte for the direction, eight for the row and sixteen of an HMAC over
/// these and the list's name. It has characters that must be percent-encoded in a query, as the API's own tokens do.
enum PageToken {
    /// Writes an anchor; nil for `.start`, which needs no token.
    ///
    /// - Parameter list: What the token is good for, such as one account's Services.
    static func text(_ anchor: PageAnchor, list: String, identifiers: SandboxIdentifiers) -> String? {
        let payload: [UInt8]
        switch anchor {
        case .start: return nil
        case .after(let row): payload = [1] + SandboxIdentifiers.bytes(UInt64(bitPattern: row))
        case .before(let row): payload = [2] + SandboxIdentifiers.bytes(UInt64(bitPattern: row))
        }
        let code = identifiers.authenticationCode(purpose: "page " + list, payload)
        return Data(payload + code).base64EncodedString()
    }

    /// Reads an anchor; nil for a text that `text` did not write for this list.
    static func anchor(_ text: String, list: String, identifiers: SandboxIdentifiers) -> PageAnchor? {
        guard text.utf8.count == 36, let data = Data(base64Encoded: text) else { return nil }
        let bytes = Array(data)
        // The last digit has bits to spare: only the text that was written counts, not others that decode alike.
        guard bytes.count == 25, data.base64EncodedString().utf8.elementsEqual(text.utf8) else { return nil }
        let payload = Array(bytes.prefix(9))
        let code = identifiers.authenticationCode(purpose: "page " + list, payload)
        // All bytes are compared whatever they are, so that a code cannot be found byte by byte.
        let difference = zip(code, bytes.dropFirst(9)).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        guard difference == 0 else { return nil }
        let row = Int64(bitPattern: payload.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        return payload[0] == 1 ? .after(row) : .before(row)
    }
}
