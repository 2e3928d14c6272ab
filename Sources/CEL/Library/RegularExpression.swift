internal import CRE2
internal import Text

/// A compiled RE2 pattern: matching takes time linear in the text, whatever the pattern is.
final class RegularExpression: Sendable {
    /// The most bytes that a pattern's programs and caches may take.
    private static let memoryLimit: Int64 = 8 << 20
    /// The longest pattern in UTF-8 bytes.
    private static let lengthLimit = 10_000

    /// The C library's object.
    private struct Handle: ~Copyable, Sendable {
        // Pointers are not Sendable; RE2 objects may be used by several threads once they are made.
        private let address: UInt

        init(address: UInt) { self.address = address }

        deinit {
            if let pointer = OpaquePointer(bitPattern: address) { cre2_release(pointer) }
        }

        var programSize: Int {
            OpaquePointer(bitPattern: address).map { Int(cre2_program_size($0)) } ?? 0
        }

        func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
            guard let pointer = OpaquePointer(bitPattern: address) else { return false }
            return text.withMemoryRebound(to: CChar.self) { cre2_matches(pointer, $0.baseAddress, $0.count) }
        }

        var groupCount: Int {
            OpaquePointer(bitPattern: address).map { Int(cre2_group_count($0)) } ?? 0
        }

        /// Writes the bounds of the first match and of its groups, -1 for those that took no part.
        func find(_ text: UnsafeBufferPointer<UInt8>, from start: Int, bounds: inout [Int64]) -> Bool {
            guard let pointer = OpaquePointer(bitPattern: address) else { return false }
            return text.withMemoryRebound(to: CChar.self) { text in
                bounds.withUnsafeMutableBufferPointer { bounds in
                    guard let first = bounds.baseAddress else { return false }
                    return cre2_find(pointer, text.baseAddress, text.count, start, first, CInt(bounds.count / 2))
                }
            }
        }
    }

    private let handle: Handle
    /// What matches texts of ASCII characters faster.
    private let automaton: LazyPatternAutomaton
    /// Steps for each ten bytes of text.
    private let cost: Int

    /// Compiles a pattern.
    ///
    /// - Throws: `invalidArgument` with RE2's reason.
    init(_ pattern: String) throws(CELFault) {
        guard pattern.utf8.count <= Self.lengthLimit else {
            throw .longPattern(limit: Self.lengthLimit)
        }
        var reason = [CChar](repeating: 0, count: 160)
        let compiled = Self.compile(pattern, &reason)
        guard let address = compiled else {
            let text = String(decoding: reason.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw .pattern(reason: text)
        }
        handle = Handle(address: address)
        cost = 1 + handle.programSize / 100
        automaton = LazyPatternAutomaton(pattern)
    }

    /// The address of the compiled pattern; without one, the reason is written.
    private static func compile(_ pattern: String, _ reason: inout [CChar]) -> UInt? {
        pattern.withBytes { bytes in
            bytes.withMemoryRebound(to: CChar.self) { pattern in
                reason.withUnsafeMutableBufferPointer { reason in
                    guard let start = reason.baseAddress else { return nil }
                    return cre2_compile(pattern.baseAddress, pattern.count, memoryLimit, start, reason.count)
                        .map { UInt(bitPattern: $0) }
                }
            }
        }
    }

    /// Whether the pattern matches anywhere in the text, for which the steps were taken.
    @inline(__always)
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        automaton.verdict(on: text) ?? handle.matches(text)
    }

    /// Whether the pattern matches anywhere in the text.
    func matches(_ text: String, _ meter: inout CostMeter) throws(CELFault) -> Bool {
        try chargeSearch(of: text.utf8.count, groups: 1, &meter)
        return text.withBytes { matches($0) }
    }

    /// The number of groups in the pattern.
    var groupCount: Int { handle.groupCount }

    /// The bounds of the first match at or after an offset, and those of its groups.
    ///
    /// - Parameter groups: How many bounds are asked for, that of the whole match included: 1 to 10.
    /// - Returns: `nil` for no match; groups that took no part are `nil`.
    func firstMatch(in text: [UInt8], from start: Int, groups: Int) -> [Range<Int>?]? {
        var bounds = [Int64](repeating: -1, count: groups * 2)
        guard text.withUnsafeBufferPointer({ handle.find($0, from: start, bounds: &bounds) }) else { return nil }
        return (0..<groups).map { group in
            let lower = Int(bounds[group * 2])
            let upper = Int(bounds[group * 2 + 1])
            return lower >= 0 && lower <= upper && upper <= text.count ? lower..<upper : nil
        }
    }

    /// Takes the steps of looking for a match in so many bytes.
    func chargeSearch(of bytes: Int, groups: Int, _ meter: inout CostMeter) throws(CELFault) {
        try meter.charge(searchSteps(bytes: bytes, groups: groups))
    }

    /// The steps of looking for a match in so many bytes.
    @inline(__always)
    func searchSteps(bytes: Int, groups: Int) -> Int {
        // Groups are found by a slower machine than matches are.
        let factor = groups > 1 ? cost * 4 : cost
        let (steps, overflows) = (bytes / 10 + 1).multipliedReportingOverflow(by: factor)
        return overflows ? .max : steps
    }

    /// The steps of looking for one match of a pattern that may not be constant, at most.
    static func searchSteps(_ call: CallBounds) -> Int {
        // Compiling a pattern of a kilobyte, and going through ten bytes with a long pattern.
        call.linear.saturatingMultiply(10).saturatingAdd(11_000)
    }

    /// The steps of looking for all matches: each is a search of what follows it.
    static func searchAllSteps(_ call: CallBounds) -> Int {
        let bytes = call.bytes(0)
        return searchSteps(call).saturatingAdd(bytes.saturatingAdd(1).saturatingMultiply(bytes / 10 + 2))
    }

    /// Compiles a pattern that is known only now, for one text.
    static func compile(_ source: String, _ meter: inout CostMeter) throws(CELFault) -> RegularExpression {
        // Compiling takes tens of microseconds, and more for a long pattern.
        try meter.charge(1000 + source.utf8.count * 10)
        // The reason would show a part of the pattern, which is a value.
        guard let pattern = try? RegularExpression(source) else {
            throw .pattern(reason: nil)
        }
        return pattern
    }

    /// `matches` with a pattern that is known only now.
    static func matches(_ text: CELValue, _ pattern: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        guard case .string(let text) = text, case .string(let source) = pattern else {
            throw .noSuchOverload("matches", [text, pattern])
        }
        return .bool(try compile(source, &meter).matches(text, &meter))
    }
}
