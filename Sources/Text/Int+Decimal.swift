extension Int {
    /// How many bytes the number takes in decimal digits, with a minus sign where it is below zero.
    package var decimalCount: Int {
        var rest = magnitude
        var count = self < 0 ? 2 : 1
        while rest >= 10 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// Writes it so, into room for so many bytes.
    package func copyDecimal(to room: UnsafeMutableRawBufferPointer) {
        precondition(room.count == decimalCount)
        var rest = magnitude
        var index = room.count
        repeat {
            index -= 1
            room[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if self < 0 { room[0] = UInt8(ascii: "-") }
    }
}
