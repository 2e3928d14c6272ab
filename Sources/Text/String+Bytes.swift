extension String {
    /// Calls the body with the string's UTF-8 bytes, without a copy where the storage allows.
    @inlinable
    @inline(__always)
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
        return Array(utf8).withUnsafeBufferPointer(body)
    }

    /// Whether both strings are the same code points. Unlike `==`, canonical equivalence does not count.
    @inlinable
    @inline(__always)
    package func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return withBytes { left in other.withBytes { right in left.startsWith(right) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes start with others; eight are compared at a time.
    @inlinable
    @inline(__always)
    package func startsWith(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = prefix.count
        guard self.count >= count else { return false }
        let left = UnsafeRawBufferPointer(self)
        let right = UnsafeRawBufferPointer(prefix)
        var offset = 0
        while count - offset >= 8 {
            if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
                return false
            }
            offset += 8
        }
        while offset < count {
            if left[offset] != right[offset] { return false }
            offset += 1
        }
        return true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are the same as others.
    @inlinable
    package func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool { count == other.count && startsWith(other) }

    /// Whether the bytes are those of an array.
    @inlinable
    package func isSame(as bytes: [UInt8]) -> Bool {
        count == bytes.count && bytes.withUnsafeBufferPointer { startsWith($0) }
    }
}

extension UnsafeRawBufferPointer {
    /// How the bytes order with others, compared byte by byte from the first; eight are compared at a time.
    ///
    /// - Returns: Less than zero where they come before them, and zero where they are the same.
    @inlinable
    package func order(with other: UnsafeRawBufferPointer) -> Int {
        let common = Swift.min(count, other.count)
        var offset = 0
        while common - offset >= 8 {
            let left = loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let right = other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if left != right { return left.bigEndian < right.bigEndian ? -1 : 1 }
            offset += 8
        }
        while offset < common {
            if self[offset] != other[offset] { return Int(self[offset]) - Int(other[offset]) }
            offset += 1
        }
        return count - other.count
    }
}

extension ArraySlice<UInt8> {
    /// Calls the body with the bytes: what `withUnsafeBytes` does, with the type of what the body throws.
    @inlinable
    @inline(__always)
    public func withBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withUnsafeBytes { bytes -> Swift.Result<Result, Failure> in
            do throws(Failure) {
                return .success(try body(bytes))
            } catch {
                return .failure(error)
            }
        }.get()
    }

    /// Whether the bytes are the same as others; eight are compared at a time.
    @inlinable
    package func hasSameBytes(as other: ArraySlice<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBufferPointer { left in other.withUnsafeBufferPointer { left.startsWith($0) } }
    }
}
