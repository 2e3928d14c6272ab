internal import Text

/// What a function of the host makes of a text.
package enum CELTextResult: Sendable {
    /// The same text, but for ASCII capitals, which become small letters.
    case lowerASCII
    case value(CELValue)
}

/// A function of the host that takes one text, which need not be made a `String` for that.
struct TextFunction: Sendable {
    /// The steps that going through ten bytes takes.
    let cost: Int
    let body: @Sendable (UnsafeBufferPointer<UInt8>) -> CELTextResult

    /// The result of a call with a value.
    func call(_ text: String, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        try meter.charge(Self.steps(text.utf8.count).saturatingMultiply(cost))
        let result: CELValue =
            switch text.withBytes(body) {
            case .lowerASCII: .string(StringExtensions.LetterCase.lower.changed(text) ?? text)
            case .value(let value): value
            }
        try meter.chargeWalk(of: result, stepCost: 1)
        return result
    }

    /// The same for a text that is at hand.
    ///
    /// - Returns: The text that is the result, or `nil` when `other` was set to another.
    @inline(__always)
    func call(
        _ text: TextBytes, _ context: inout EvaluationContext, else other: inout CELValue
    ) throws(CELFault) -> TextBytes? {
        try context.meter.charge(Self.steps(text.count).saturatingMultiply(cost))
        switch body(text) {
        case .lowerASCII:
            let lower = StringExtensions.LetterCase.lower
            try context.meter.charge(Self.steps(text.count))
            return lower.changes(text) ? context.room.make(text.count) { lower.write(text, to: $0) } : text
        case .value(let value):
            try context.meter.chargeWalk(of: value, stepCost: 1)
            other = value
            return nil
        }
    }

    /// The steps of walking through a text of so many bytes.
    @inline(__always)
    private static func steps(_ count: Int) -> Int { 1 + count / 10 }
}
