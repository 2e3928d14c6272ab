internal import Text

/// `['x', 'y'].exists(e, text.endsWith(e) && …)` and the like, where the text is the same for all elements.
///
/// Gives, takes and fails as the macro does, but evaluates its body only for the elements that pass one of the tests which
/// the body begins with, and finds those without going through the list. The other elements' steps are taken all the same.
final class ElementSearchNode: ConditionNode {
    /// A text that can be had without evaluating anything.
    enum InvariantText: Sendable {
        /// A variable or a named expression of a slot.
        case variable(Int)
        case field(VariableField)
        /// A variable of another macro.
        case local(Int)

        /// The text; `nil` if it is not known, or the value is no text.
        @inline(__always)
        func text(_ context: inout EvaluationContext) -> TextBytes? {
            switch self {
            case .variable(let slot):
                switch context.shapes[slot] {
                case .field(let field): return field.text(&context)
                case .text(let text): return text.bytes
                case .message, .list, .texts, .lookup, .other: break
                }
                if case .string(let text)? = context.variables[slot] { return context.room.copy(text) }
            case .field(let field): return field.text(&context)
            case .local(let slot): return context.localText(at: slot)
            }
            return nil
        }
    }

    /// A test that the body begins with: the body is false for an element for which none of them holds.
    struct Test: Sendable {
        /// The test; `nil` for `==`.
        let function: TextTest?
        /// By element, the UTF-8 of what the text is tested for.
        let parts: [[UInt8]]
        /// By element, the steps of computing that.
        let partSteps: [Int]
    }

    private let elements: [CELValue]
    private let text: InvariantText
    private let indexes: [TextListIndex]
    private let slot: Int
    /// The slot of the element's index, if something reads it.
    private let indexSlot: Int?
    private let body: any PlanNode
    let span: Range<Int>

    // What elements take that pass no test.

    /// The steps of one that do not depend on anything.
    private let fixedSteps: Int
    /// How many tests take steps for the length of the whole text.
    private let lengthTests: Int
    /// By element, the steps of the parts of those before it.
    private let partSteps: [Int]
    /// The tests that take steps for the length of the shorter text.
    private let comparisons: [Comparison]

    /// A test for equality.
    private struct Comparison: Sendable {
        let lengths: [Int]
        let longest: Int
        /// By element, the steps of those before it for a text that is no shorter than they are.
        let steps: [Int]

        init(_ parts: [[UInt8]]) {
            lengths = parts.map(\.count)
            longest = lengths.max() ?? 0
            steps = runningSums(lengths.map { $0 / 10 })
        }

        /// The steps for the length of the texts.
        func steps(_ range: Range<Int>, length: Int) -> Int {
            if length < 10 { return 0 }
            if length >= longest { return steps[range.upperBound] - steps[range.lowerBound] }
            return lengths[range].reduce(0) { $0 + min($1, length) / 10 }
        }
    }

    /// - Parameter tests: At least one; each has as many parts as there are elements.
    init(
        over elements: [CELValue], slot: Int, indexSlot: Int?, _ text: InvariantText, _ tests: [Test],
        body: any PlanNode, _ span: Range<Int>
    ) {
        self.elements = elements
        self.text = text
        self.slot = slot
        self.indexSlot = indexSlot
        self.body = body
        self.span = span
        indexes = tests.map { TextListIndex($0.parts, at: $0.function?.place ?? .whole) }
        // A step for the element, and one for each call.
        fixedSteps = 1 + tests.count
        lengthTests = tests.filter { $0.function != nil }.count
        partSteps = runningSums(elements.indices.map { index in tests.reduce(0) { $0 + $1.partSteps[index] } })
        comparisons = tests.filter { $0.function == nil }.map { Comparison($0.parts) }
    }

    func bool(_ context: inout EvaluationContext) throws(CELError) -> Bool {
        let mark = context.room.mark
        defer { context.room.release(to: mark) }
        var failure: CELError?
        var index = 0
        // A named expression may have no value yet: then the first element's body computes it.
        var text = text.text(&context)
        while index < elements.count {
            if let text {
                let candidate = candidate(from: index, in: text)
                guard try pass(index..<candidate, text, &context, &failure) else { return true }
                index = candidate
                if index == elements.count { break }
            }
            if try holds(index, &context, &failure) { return true }
            index += 1
            if text == nil { text = self.text.text(&context) }
        }
        if let failure { throw failure }
        return false
    }

    /// The first element from an index on for which a test holds.
    private func candidate(from start: Int, in bytes: TextBytes) -> Int {
        var group = start / TextSetIndex.capacity
        var passed = start % TextSetIndex.capacity
        while group * TextSetIndex.capacity < elements.count {
            var candidates: TextSetIndex.Members = 0
            for index in indexes { candidates |= index.candidates(ofGroup: group, in: bytes) }
            candidates &= .max << TextSetIndex.Members(passed)
            if candidates != 0 {
                return min(elements.count, group * TextSetIndex.capacity + candidates.trailingZeroBitCount)
            }
            group += 1
            passed = 0
        }
        return elements.count
    }

    /// Takes the steps of elements for which no test holds.
    ///
    /// - Returns: Always true; it fails where their bodies would.
    private func pass(
        _ range: Range<Int>, _ text: TextBytes, _ context: inout EvaluationContext, _ failure: inout CELError?
    ) throws(CELError) -> Bool {
        if range.isEmpty { return true }
        let length = text.count
        var steps = range.count * (fixedSteps + lengthTests * (length / 10))
        steps += partSteps[range.upperBound] - partSteps[range.lowerBound]
        for comparison in comparisons { steps += comparison.steps(range, length: length) }
        if context.meter.take(steps) { return true }
        // Not all of them fit, and the failure says at which part they ended.
        for index in range {
            if try holds(index, &context, &failure) { return false }
        }
        return true
    }

    /// Whether the body holds for an element; a failure is kept if it is the first.
    private func holds(
        _ index: Int, _ context: inout EvaluationContext, _ failure: inout CELError?
    ) throws(CELError) -> Bool {
        try context.step(at: span)
        context.locals[slot] = .value(elements[index])
        if let indexSlot { context.locals[indexSlot] = .value(.int(Int64(index))) }
        do throws(CELError) {
            return try body.bool(&context)
        } catch {
            if error.code == .costLimitExceeded { throw error }
            failure = failure ?? error
            return false
        }
    }
}

/// For each number, the sum of those before it; and the sum of all at the end.
private func runningSums(_ numbers: [Int]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(numbers.count + 1)
    for number in numbers { sums.append((sums.last ?? 0) + number) }
    return sums
}
