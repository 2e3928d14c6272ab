#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

// Bytes that need no look, passed eight at a time.
//
// The bits are those of "Bit Twiddling Hacks" (Sean Eron Anderson, public domain), "Determine if a word has a zero byte":
// false alarms can only come above a true one, so the lowest bit that is set is always right.

extension UnsafeBufferPointer<UInt8> {
    /// The first index from `start` on, and before `end`, whose byte is a quotation mark, a backslash, a control, `other` or no
    /// ASCII; `end` where there is none.
    ///
    /// Complexity: linear in the bytes passed. The range must lie in the buffer.
    @inlinable
    @inline(__always)
    package func endOfPlainText(
        from start: Int, before end: Int, or other: UInt8 = UInt8(ascii: "\"")
    ) -> Int {
        precondition(start >= 0 && start <= end && end <= count)
        let bytes = UnsafeRawBufferPointer(self)
        var index = start
        while end &- index >= 8 {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let found = Self.noPlainText(in: word, or: other)
            if found != 0 { return index &+ found.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < end {
            let byte = self[index]
            if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == other
            {
                return index
            }
            index &+= 1
        }
        return end
    }

    /// The highest bits of the bytes of a word that are a quotation mark, a backslash, a control, `other` or no ASCII, the first
    /// byte being the lowest; after one there may be more.
    @inlinable
    @inline(__always)
    static func noPlainText(in word: UInt64, or other: UInt8) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A byte below 0x20 borrows, and so does nothing that has its highest bit set.
        let controls = word &- (0x20 &* ones)
        let quotes = (word ^ (0x22 &* ones)) &- ones
        let backslashes = (word ^ (0x5C &* ones)) &- ones
        let others = (word ^ (UInt64(other) &* ones)) &- ones
        return (controls | quotes | backslashes | others | word) & (0x80 &* ones)
    }

    /// Copies the bytes into room of the same size.
    ///
    /// - Returns: Whether none of them is a quotation mark, a backslash, a control, U+007F or no ASCII.
    package func copyPlainText(to room: UnsafeMutableRawBufferPointer) -> Bool {
        precondition(room.count == count)
        let bytes = UnsafeRawBufferPointer(self)
        if count < 16 { return copyShortPlainText(bytes, to: room) }
        // Compared with vectors, as what compares one with a number is not made of the processor's operations.
        let space = SIMD16<Int8>(repeating: 0x20)
        let quote = SIMD16<Int8>(repeating: 0x22)
        let backslash = SIMD16<Int8>(repeating: 0x5C)
        let delete = SIMD16<Int8>(repeating: 0x7F)
        let last = count - 16
        var found = SIMDMask<SIMD16<Int8>>(repeating: false)
        var index = 0
        while true {
            let vector = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<Int8>.self)
            room.storeBytes(of: vector, toByteOffset: index, as: SIMD16<Int8>.self)
            // What is no ASCII is less than zero here.
            let controls = (vector .< space) .| (vector .== delete)
            let escaped = (vector .== quote) .| (vector .== backslash)
            found = (found .| (controls .| escaped))
            if index == last { break }
            // The last sixteen bytes are copied together, some of them for the second time.
            index = Swift.min(index &+ 16, last)
        }
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return halves[0] | halves[1] == 0
    }

    private func copyShortPlainText(
        _ bytes: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer
    ) -> Bool {
        // The first half and the last, some bytes for the second time.
        if count >= 8 {
            let first = bytes.loadUnaligned(as: UInt64.self)
            let last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            room.storeBytes(of: first, as: UInt64.self)
            room.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
            return Self.noPlainText(in: first, or: 0x7F) | Self.noPlainText(in: last, or: 0x7F) == 0
        }
        if count >= 4 {
            let first = bytes.loadUnaligned(as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            room.storeBytes(of: first, as: UInt32.self)
            room.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
            return Self.noPlainText(in: UInt64(first) | UInt64(last) << 32, or: 0x7F) == 0
        }
        var found: UInt64 = 0
        for index in 0..<count {
            room[index] = bytes[index]
            found |= Self.noPlainText(in: 0x2020_2020_2020_2000 | UInt64(bytes[index]), or: 0x7F)
        }
        return found == 0
    }

    /// Copies the bytes into room of the same size: a few, for which a call takes longer than the copy.
    @inlinable
    @inline(__always)
    package func copyWords(to room: UnsafeMutableRawBufferPointer) {
        precondition(room.count == count)
        let bytes = UnsafeRawBufferPointer(self)
        if count < 8 {
            for index in 0..<count { room[index] = bytes[index] }
            return
        }
        let last = count - 8
        var index = 0
        while true {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            room.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
            if index == last { break }
            index = Swift.min(index + 8, last)
        }
    }

    /// The first index of `byte` from `start` on, and before `end`; nil where there is none.
    ///
    /// Complexity: linear in the bytes passed. The range must lie in the buffer.
    package func firstIndex(of byte: UInt8, from start: Int, before end: Int) -> Int? {
        precondition(start >= 0 && start <= end && end <= count)
        guard start < end, let base = baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}

extension [UInt8] {
    /// The first index of `byte` in a range of the array; nil where there is none.
    package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBufferPointer { $0.firstIndex(of: byte, from: range.lowerBound, before: range.upperBound) }
    }

    /// Moves the bytes of a range to the start of the array, in place; what else stood there is gone.
    ///
    /// `replaceSubrange` with a slice of the array itself copies the whole array first.
    package mutating func moveToStart(_ range: Range<Int>) {
        withUnsafeMutableBytes { bytes in
            UnsafeMutableRawBufferPointer(rebasing: bytes[..<range.count])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
    }
}
