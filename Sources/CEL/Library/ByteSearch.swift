internal import Text

/// Finds a sequence of bytes in another, in time linear in both (Knuth, Morris and Pratt).
enum ByteSearch {
    /// The first offset, not before `start`, at which the part stands in the text.
    static func first(
        _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        guard let head = part.first else { return start <= text.count ? start : nil }
        guard part.count <= text.count, start <= text.count - part.count else { return nil }
        if part.count == 1 { return text.firstIndex(of: head, from: start, before: text.count) }
        if part.count <= shortPart { return simpleFirst(part, in: text, from: start) }
        let borders = borders(of: part)
        var matched = 0
        for offset in start..<text.count {
            while matched > 0, text[offset] != part[matched] { matched = borders[matched - 1] }
            if text[offset] == part[matched] { matched += 1 }
            if matched == part.count { return offset - part.count + 1 }
        }
        return nil
    }

    /// The last offset, not after `start`, at which the part stands in the text.
    static func last(
        _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, notAfter start: Int
    ) -> Int? {
        let end = min(text.count, start + part.count)
        guard part.count <= end else { return nil }
        // The first from the other side.
        return Array(text[..<end].reversed()).withUnsafeBufferPointer { text in
            Array(part.reversed()).withUnsafeBufferPointer { part in
                first(part, in: text, from: 0).map { end - $0 - part.count }
            }
        }
    }

    /// Up to this length a table is not worth its making, and comparing at each offset is linear all the same.
    private static let shortPart = 16

    private static func simpleFirst(
        _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        let head = part[0]
        let end = text.count - part.count + 1
        var next = start
        while let offset = text.firstIndex(of: head, from: next, before: end) {
            var matched = 1
            while matched < part.count, text[offset + matched] == part[matched] { matched += 1 }
            if matched == part.count { return offset }
            next = offset + 1
        }
        return nil
    }

    /// For each prefix, the length of the longest proper prefix of it that is also its end.
    private static func borders(of part: UnsafeBufferPointer<UInt8>) -> [Int] {
        var borders = [Int](repeating: 0, count: part.count)
        var matched = 0
        for offset in 1..<part.count {
            while matched > 0, part[offset] != part[matched] { matched = borders[matched - 1] }
            if part[offset] == part[matched] { matched += 1 }
            borders[offset] = matched
        }
        return borders
    }
}
