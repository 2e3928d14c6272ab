internal import CELFuzzing

/// What libFuzzer calls with each input.
///
/// - Returns: 0, as libFuzzer asks; where a property does not hold, it does not return.
@c(LLVMFuzzerTestOneInput)
public func fuzzEvaluate(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.evaluate.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
