import Foundation

/// The messages of a catalogue of the language, read from its source.
struct MessageLiterals {
    /// What the literals say; an ellipsis stands for what is put into them.
    let messages: [String]

    /// - Parameter catalogue: The type whose cases are messages. All its literals of several words are such, or parts of one.
    init(catalogue: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/CEL/Messages/\(catalogue).swift")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let code = lines.filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }.joined(separator: "\n")
        var messages: Set<String> = []
        var rest = Array(code.utf8)[...]
        while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest[(quote + 1)...]
            let message = Self.literal(&rest)
            if message.contains(" ") { messages.insert(message) }
        }
        self.messages = messages.sorted()
    }

    /// The literal whose opening quote stands before the rest.
    private static func literal(_ rest: inout ArraySlice<UInt8>) -> String {
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
