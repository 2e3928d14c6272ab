internal import Text

extension String {
    /// The order by code points, which is the order of the UTF-8 bytes.
    func codePointOrder(against other: String) -> Ordering {
        withBytes { left in other.withBytes { right in Ordering(bytes: left, right) } }
    }

    /// The number of code points. Linear in the length.
    var codePointCount: Int { withBytes { $0.codePointCount } }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number of code points of UTF-8. Linear in the length.
    var codePointCount: Int {
        var count = 0
        for byte in self where !UTF8.isContinuation(byte) { count += 1 }
        return count
    }

    /// Whether the bytes end with others.
    @inline(__always)
    func endsWith(_ suffix: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count >= suffix.count else { return false }
        return UnsafeBufferPointer(rebasing: self[(count - suffix.count)...]).startsWith(suffix)
    }
}
