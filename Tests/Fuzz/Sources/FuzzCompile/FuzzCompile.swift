internal import CELFuzzing

/// What libFuzzer calls with each input.
///
/// - Returns: 0, as libFuzzer asks; where a property does not hold, it does not return.
@c(LLVMFuzzerTestOneInput)
public func fuzzCompile(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.compile.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
