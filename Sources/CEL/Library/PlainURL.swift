internal import Text

/// Where the parts of a URL stand that is written as most are: a scheme, a host, perhaps a port, a path and a query, all of
/// which are what they look like.
///
/// The offsets are in the order of the fields, and none is beyond the bytes that they were read from.
///
/// Reading one takes a small part of the time that ``ParsedURL`` does, makes nothing, and gives the same.
struct PlainURL: Sendable {
    private let hostStart: UInt32
    private let hostEnd: UInt32
    private let portStart: UInt32
    private let pathStart: UInt32
    private let pathEnd: UInt32
    private let queryStart: UInt32
    private let end: UInt32

    /// The scheme as written.
    var scheme: Range<Int> { 0..<Int(hostStart) - 3 }
    /// The host and port.
    var host: Range<Int> { Int(hostStart)..<Int(pathStart) }
    /// The host alone.
    var hostname: Range<Int> { Int(hostStart)..<Int(hostEnd) }
    /// The port's digits; empty for none.
    var port: Range<Int> { Int(portStart)..<Int(pathStart) }
    /// The path.
    var path: Range<Int> { Int(pathStart)..<Int(pathEnd) }
    /// The query.
    var query: Range<Int> { Int(queryStart)..<Int(end) }

    /// The longest URL in bytes.
    private static let longest = 1 << 20

    /// The ASCII characters of a host's name.
    static let ofHost = ASCIISet("-._~!$&'()*+,;=").union(.alphanumerics)
    private static let ofPath = ASCIISet("!$&'()*+,;=:@[]/-._~").union(.alphanumerics)

    /// Reads a URL.
    ///
    /// - Returns: `nil` for one of another form, and for what is none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        guard count <= Self.longest, let start = Self.hostStart(in: bytes) else { return nil }
        let (ofHost, ofPath) = (Self.ofHost, Self.ofPath)
        var offset = start
        while offset < count, bytes[offset].isOfPlainName || ofHost.contains(bytes[offset]) { offset += 1 }
        let hostEnd = offset
        var portStart = offset
        if offset < count, bytes[offset] == UInt8(ascii: ":") {
            portStart = offset + 1
            guard let end = Self.portEnd(in: bytes, from: portStart) else { return nil }
            offset = end
        }
        let pathStart = offset
        if offset < count, bytes[offset] == UInt8(ascii: "/") {
            while offset < count, bytes[offset].isOfPlainName || ofPath.contains(bytes[offset]) { offset += 1 }
        }
        let pathEnd = offset
        if offset < count {
            guard bytes[offset] == UInt8(ascii: "?") else { return nil }
            offset += 1
        }
        let queryStart = offset
        while offset < count {
            let byte = bytes[offset]
            if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "#") { return nil }
            offset += 1
        }
        self.hostStart = UInt32(start)
        self.hostEnd = UInt32(hostEnd)
        self.portStart = UInt32(portStart)
        self.pathStart = UInt32(pathStart)
        self.pathEnd = UInt32(pathEnd)
        self.queryStart = UInt32(queryStart)
        end = UInt32(count)
    }

    /// The offset after `scheme://`.
    private static func hostStart(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let first = bytes.first, first.isLetter else { return nil }
        var offset = 1
        while offset < bytes.count {
            let byte = bytes[offset]
            let isOfScheme =
                byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            if !isOfScheme { break }
            offset += 1
        }
        guard offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: ":"), bytes[offset + 1] == UInt8(ascii: "/"),
            bytes[offset + 2] == UInt8(ascii: "/")
        else { return nil }
        return offset + 3
    }

    /// The offset after a port of one to four digits, of which each number is one.
    private static func portEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
        return (1...4).contains(offset - start) ? offset : nil
    }
}

extension UInt8 {
    /// Whether the byte is one of those that hosts and paths are mostly made of, which is found out without a table.
    @inline(__always)
    fileprivate var isOfPlainName: Bool { isAlphanumeric || self &- UInt8(ascii: "-") < 2 }
}
