internal import CZstd

/// Decompresses Zstandard (RFC 8878) through libzstd, piece by piece, over the ends of frames and skippable frames.
///
/// Frames that ask for a window of more than 128 MB (`zstd --long=28` and up) are refused, to bound the memory.
struct ZstdDecoder: ~Copyable {
    private let decoder: OpaquePointer

    init() throws(InputFault) {
        guard let decoder = czstd_decoder_create() else { throw .outOfMemory }
        self.decoder = decoder
    }

    deinit { czstd_decoder_destroy(decoder) }

    /// Decompresses what it can of `input` into `room`.
    borrowing func run(
        _ input: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>
    ) throws(InputFault) -> DecodingStep {
        var step = DecodingStep()
        let status = czstd_decoder_run(
            decoder, input.baseAddress, input.count, &step.consumed, room.baseAddress, room.count, &step.produced)
        switch status {
        case CZSTD_MORE: return step
        case CZSTD_FRAME_END:
            step.isAtUnitEnd = true
            return step
        case CZSTD_NO_MEMORY: throw .outOfMemory
        case CZSTD_WINDOW_TOO_LARGE:
            throw InputFault(.unknownFormat, "the zstd data needs a window of more than 128 MB")
        default: throw .damaged("zstd")
        }
    }
}
