internal import Platform
internal import ProxyAPI
internal import Text

/// Where a secret is to be found.
enum SecretReference {
    /// In an environment variable.
    case environment(String)
    /// In a file.
    case file(String)

    /// The largest file that may hold a secret, in bytes.
    private static var largestFile: Int { 64 << 10 }

    /// Why a secret is not to be had.
    struct Failure: Error {
        let reason: String
    }

    /// A secret, and what is worth a warning about where it was.
    struct Found {
        let secret: Secret
        var warning: String?
    }

    /// Looks the secret up. A line end at the end of a file is not a part of it.
    ///
    /// - Parameter directory: What a relative path starts from; empty, or with a trailing `/`.
    func resolve(environment: [String: String], directory: String) throws(Failure) -> Found {
        switch self {
        case .environment(let name):
            guard let value = environment[name], !value.utf8.isEmpty else {
                throw Failure(reason: "the environment variable \(SecretReference.shown(name)) is not set, or empty")
            }
            return Found(secret: try SecretReference.secret(Array(value.utf8)))
        case .file(let path):
            let shown = SecretReference.shown(path)
            let file: FileContent
            do throws(SystemFailure) {
                file = try FileContent(
                    path: path.hasPrefix("/") ? path : directory + path, limit: SecretReference.largestFile)
            } catch {
                throw Failure(reason: "the file \(shown): \(error.words)")
            }
            var bytes = file.bytes
            if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
            if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            guard !bytes.isEmpty else { throw Failure(reason: "the file \(shown) is empty") }
            var found = Found(secret: try SecretReference.secret(bytes))
            if file.permissions & 0o044 != 0 {
                found.warning = "the file \(shown) can be read by other users; chmod 600 would keep it to its owner"
            }
            return found
        }
    }

    /// HTTP Basic has no place for control characters, and a blank or a line end within is a slip of the hand.
    private static func secret(_ bytes: [UInt8]) throws(Failure) -> Secret {
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(reason: "what is there is not a secret: it has blanks, line ends or control characters")
        }
        return Secret(text)
    }

    /// A name or path in a message, unless it may be a secret that was put in the wrong place.
    private static func shown(_ text: String) -> String {
        let isName = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || byte.isDigit || byte == UInt8(ascii: "_")
        }
        let isPath = text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
        let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        let hasLetter = text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        return isPrintable && (isPath || isName && hasLetter) ? text : "named there"
    }
}
