import Foundation

/// The messages that a folder of the language's sources can make, read from the source.
struct MessageLiterals {
    /// What the literals say; an ellipsis stands for what is put into them.
    let messages: [String]

    /// - Parameter makers: The words after which a message stands.
    init(folder: String, makers: [String]) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CEL/\(folder)")
        var messages: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: root.path) where name.hasSuffix(".swift") {
            let source = Array(try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8).utf8)
            for maker in makers {
                var start = source.startIndex
                while let range = source[start...].firstRange(of: Array(maker.utf8)) {
                    start = range.upperBound
                    if let message = Self.literal(in: source[start...]), message.contains(" ") {
                        messages.insert(message)
                    }
                }
            }
        }
        self.messages = messages.sorted()
    }

    /// The first string literal of a call, if one starts before the call's first closing bracket or next statement.
    private static func literal(in source: ArraySlice<UInt8>) -> String? {
        var rest = source.prefix(160)
        guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        let before = String(decoding: rest[..<quote], as: UTF8.self)
        let isFirst = before.allSatisfy { $0.isWhitespace || $0.isLetter || ".,_?:(".contains($0) }
        guard isFirst, !before.contains("suggestion"), !before.contains("func") else { return nil }
        rest = source[(quote + 1)...]
        var text: [UInt8] = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
                text.append(byte)
                continue
            }
            if next == UInt8(ascii: "(") {
                skipInterpolation(&rest)
                text += Array("…".utf8)
            } else {
                text.append(next)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func skipInterpolation(_ rest: inout ArraySlice<UInt8>) {
        var depth = 1
        while depth > 0, let byte = rest.popFirst() {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
        }
    }
}
