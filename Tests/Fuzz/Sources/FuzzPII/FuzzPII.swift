import PIIFuzzing

/// What libFuzzer calls with each input.
///
/// - Returns: 0, as libFuzzer asks; where a property does not hold, it does not return.
@c(LLVMFuzzerTestOneInput)
public func fuzzPII(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    DetectorProperties(Array(UnsafeBufferPointer(start: start, count: count))).require()
    return 0
}
