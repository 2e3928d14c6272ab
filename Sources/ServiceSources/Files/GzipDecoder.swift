internal import CZlib

/// Decompresses gzip (RFC 1952) through zlib, piece by piece.
struct GzipDecoder: ~Copyable {
    private let inflater: OpaquePointer

    init() throws(InputFault) {
        guard let inflater = czlib_inflater_create() else { throw .outOfMemory }
        self.inflater = inflater
    }

    deinit { czlib_inflater_destroy(inflater) }

    /// Goes to the beginning of another member.
    borrowing func reset() throws(InputFault) {
        guard czlib_inflater_reset(inflater) == CZLIB_MORE else { throw .damaged("gzip") }
    }

    /// Decompresses what it can of `input` into `room`.
    borrowing func run(
        _ input: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(InputFault) -> DecodingStep {
        var step = DecodingStep()
        let status = czlib_inflater_run(
            inflater, input.baseAddress, input.count, &step.consumed, room.baseAddress, room.count, &step.produced)
        switch status {
        case CZLIB_MORE: return step
        case CZLIB_MEMBER_END:
            step.isAtUnitEnd = true
            return step
        case CZLIB_NO_MEMORY: throw .outOfMemory
        default: throw .damaged("gzip")
        }
    }
}

/// How far one call of a decompressor came.
struct DecodingStep {
    /// Bytes of compressed input used.
    var consumed = 0
    /// Bytes of output made.
    var produced = 0
    /// Whether a gzip member or a zstd frame is complete.
    var isAtUnitEnd = false
}
