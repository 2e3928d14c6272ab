#include "CCompression.h"

#include <limits.h>
#include <zlib.h>
#include <zstd.h>

/* zlib's window bits for the largest window, and what is added to them to ask for the gzip format. */
#define GZIP_WINDOW_BITS (15 + 16)
#define DEFAULT_MEMORY_LEVEL 8

size_t ccompression_bound(size_t count) {
    size_t gzip = compressBound(count) + 32;
    size_t zstd = ZSTD_compressBound(count);
    return gzip > zstd ? gzip : zstd;
}

size_t ccompression_gzip(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count) {
    if (input_count > UINT_MAX || output_count > UINT_MAX) return 0;
    z_stream stream = {0};
    int ready = deflateInit2(
        &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, GZIP_WINDOW_BITS, DEFAULT_MEMORY_LEVEL, Z_DEFAULT_STRATEGY);
    if (ready != Z_OK) return 0;
    stream.next_in = (z_const Bytef *)input;
    stream.avail_in = (uInt)input_count;
    stream.next_out = output;
    stream.avail_out = (uInt)output_count;
    int result = deflate(&stream, Z_FINISH);
    size_t size = output_count - stream.avail_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? size : 0;
}

size_t ccompression_zstd(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count) {
    ZSTD_CCtx *context = ZSTD_createCCtx();
    if (context == NULL) return 0;
    size_t size = 0;
    if (!ZSTD_isError(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1))) {
        size = ZSTD_compress2(context, output, output_count, input, input_count);
    }
    ZSTD_freeCCtx(context);
    return ZSTD_isError(size) ? 0 : size;
}
