/// The math extension, by the names and meanings of cel-go's `ext.Math`: rounding, signs and bits.
enum MathFunctions {
    /// The functions, for ``CELLibrary``.
    static let functions: [Function] = [
        rounding("math.ceil", .up), rounding("math.floor", .down),
        rounding("math.round", .toNearestOrAwayFromZero), rounding("math.trunc", .towardZero),
        test("math.isNaN") { $0.isNaN }, test("math.isInf") { $0.isInfinite }, test("math.isFinite") { $0.isFinite },
        Function("math.abs", numbers.map { .global([$0], $0) }, cost: .linear, .unary(absolute)),
        Function("math.sign", numbers.map { .global([$0], $0) }, cost: .linear, .unary(sign)),
        Function("math.sqrt", numbers.map { .global([$0], .double) }, cost: .linear, .unary(squareRoot)),
        bits("math.bitAnd", { $0 & $1 }, { $0 & $1 }), bits("math.bitOr", { $0 | $1 }, { $0 | $1 }),
        bits("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 }),
        Function("math.bitNot", [.global([.int], .int), .global([.uint], .uint)], cost: .linear, .unary(complement)),
        // Bits that are shifted out are lost: a shift of 64 or more leaves none.
        shift("math.bitShiftLeft", { $0 << $1 }), shift("math.bitShiftRight", { $0 >> $1 }),
    ]

    private static let numbers: [CELType] = [.double, .int, .uint]

    // MARK: - Doubles

    private static func rounding(_ name: String, _ rule: FloatingPointRoundingRule) -> Function {
        Function(
            name, [.global([.double], .double)],
            cost: .linear,
            .unary { (value, _) throws(CELFault) in
                guard case .double(let number) = value else { throw .noSuchOverload(name, [value]) }
                return .double(number.rounded(rule))
            })
    }

    private static func test(_ name: String, _ holds: @escaping @Sendable (Double) -> Bool) -> Function {
        Function(
            name, [.global([.double], .bool)],
            cost: .linear,
            .unary { (value, _) throws(CELFault) in
                guard case .double(let number) = value else { throw .noSuchOverload(name, [value]) }
                return .bool(holds(number))
            })
    }

    private static func squareRoot(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .double(let number): return .double(number.squareRoot())
        case .int(let number): return .double(Double(number).squareRoot())
        case .uint(let number): return .double(Double(number).squareRoot())
        default: throw .noSuchOverload("math.sqrt", [value])
        }
    }

    // MARK: - Signs

    private static func absolute(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .double(let number): return .double(number.magnitude)
        case .int(let number):
            guard let magnitude = Int64(exactly: number.magnitude) else {
                throw .integerOverflow
            }
            return .int(magnitude)
        case .uint: return value
        default: throw .noSuchOverload("math.abs", [value])
        }
    }

    private static func sign(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .double(let number):
            if number.isNaN { return value }
            return .double(number > 0 ? 1 : number < 0 ? -1 : 0)
        case .int(let number): return .int(number.signum())
        case .uint(let number): return .uint(number == 0 ? 0 : 1)
        default: throw .noSuchOverload("math.sign", [value])
        }
    }

    // MARK: - Bits

    private static func bits(
        _ name: String, _ ofInts: @escaping @Sendable (Int64, Int64) -> Int64,
        _ ofUInts: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> Function {
        Function(
            name, [.global([.int, .int], .int), .global([.uint, .uint], .uint)],
            cost: .linear,
            .binary { (left, right, _) throws(CELFault) in
                switch (left, right) {
                case (.int(let left), .int(let right)): return .int(ofInts(left, right))
                case (.uint(let left), .uint(let right)): return .uint(ofUInts(left, right))
                default: throw .noSuchOverload(name, [left, right])
                }
            })
    }

    private static func complement(_ value: CELValue, _ meter: inout CostMeter) throws(CELFault) -> CELValue {
        switch value {
        case .int(let number): return .int(~number)
        case .uint(let number): return .uint(~number)
        default: throw .noSuchOverload("math.bitNot", [value])
        }
    }

    /// A shift of the 64 bits, whatever sign they stand for.
    private static func shift(_ name: String, _ shifted: @escaping @Sendable (UInt64, Int64) -> UInt64) -> Function {
        Function(
            name, [.global([.int, .int], .int), .global([.uint, .int], .uint)],
            cost: .linear,
            .binary { (value, count, _) throws(CELFault) in
                guard case .int(let count) = count else { throw .noSuchOverload(name, [value, count]) }
                if count < 0 { throw .negativeShift(by: name) }
                switch value {
                case .int(let number): return .int(Int64(bitPattern: shifted(UInt64(bitPattern: number), count)))
                case .uint(let number): return .uint(shifted(number, count))
                default: throw .noSuchOverload(name, [value, .int(count)])
                }
            })
    }
}
