internal import Text

/// What a function of the host makes of a text.
package enum CELMappedText: Sendable {
    /// The same, but for ASCII capitals, which become small letters.
    case lowerASCII
    case text(String)
}

/// A function of the host that gives a text for a text, most of which need not be made a `String` for that.
struct TextMapping: Sendable {
    /// The steps that going through ten bytes takes.
    let cost: Int
    let body: @Sendable (UnsafeBufferPointer<UInt8>) -> CELMappedText

    /// The result of a call with a value.
    func text(for text: String, _ meter: inout CostMeter) throws(CELFault) -> String {
        try meter.charge(steps(text.utf8.count).saturatingMultiply(cost))
        let mapped: String =
            switch text.withBytes(body) {
            case .lowerASCII: StringExtensions.LetterCase.lower.changed(text) ?? text
            case .text(let mapped): mapped
            }
        try meter.charge(steps(mapped.utf8.count))
        return mapped
    }

    /// The same for a text that is at hand.
    @inline(__always)
    func text(for text: TextBytes, _ context: inout EvaluationContext) throws(CELFault) -> TextBytes {
        try context.meter.charge(steps(text.count).saturatingMultiply(cost))
        let mapped: TextBytes
        switch body(text) {
        case .lowerASCII:
            mapped =
                StringExtensions.LetterCase.lower.changes(text)
                ? context.room.make(text.count) { StringExtensions.LetterCase.lower.write(text, to: $0) } : text
        case .text(let string): mapped = context.room.copy(string)
        }
        try context.meter.charge(steps(mapped.count))
        return mapped
    }

    /// The steps of walking through a text of so many bytes.
    @inline(__always)
    private func steps(_ count: Int) -> Int { 1 + count / 10 }
}
