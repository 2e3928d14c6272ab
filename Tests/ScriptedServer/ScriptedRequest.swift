/// A request as the scripted server received it.
package struct ScriptedRequest: Sendable, Hashable {
    package let method: String
    /// The path with the query, as sent.
    package let target: String
    /// Names in lower case; the last of a name that repeats.
    package let headers: [String: String]
    package let body: String

    /// Reads one request from the start of `bytes`, and removes it; nil where more bytes are needed.
    ///
    /// Reads what a well-behaved client sends: a body has a Content-Length.
    static func take(from bytes: inout [UInt8]) -> ScriptedRequest? {
        let end = Array("\r\n\r\n".utf8)
        guard let headEnd = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
        let lines = String(decoding: bytes[..<headEnd], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
            headers[parts[0].lowercased()] = String(value)
        }
        let bodyStart = headEnd + end.count
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= bodyStart + length else { return nil }
        let body = String(decoding: bytes[bodyStart..<bodyStart + length], as: UTF8.self)
        bytes.removeFirst(bodyStart + length)
        return ScriptedRequest(method: String(words[0]), target: String(words[1]), headers: headers, body: body)
    }
}
