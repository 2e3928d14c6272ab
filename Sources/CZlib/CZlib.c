#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

/* zlib's window bits for the largest window, and what is added to them to ask for the gzip format. */
#define GZIP_WINDOW_BITS (15 + 16)

struct czlib_inflater {
    z_stream stream;
};

static uInt clamp(size_t count) { return count > UINT_MAX ? UINT_MAX : (uInt)count; }

czlib_inflater *czlib_inflater_create(void) {
    czlib_inflater *inflater = calloc(1, sizeof(*inflater));
    if (inflater == NULL) return NULL;
    if (inflateInit2(&inflater->stream, GZIP_WINDOW_BITS) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

void czlib_inflater_destroy(czlib_inflater *inflater) {
    if (inflater == NULL) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}

enum czlib_status czlib_inflater_reset(czlib_inflater *inflater) {
    return inflateReset(&inflater->stream) == Z_OK ? CZLIB_MORE : CZLIB_CORRUPT;
}

enum czlib_status czlib_inflater_run(
    czlib_inflater *inflater, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced) {
    z_stream *stream = &inflater->stream;
    uInt input_given = clamp(input_count), output_given = clamp(output_count);
    stream->next_in = (z_const Bytef *)input;
    stream->avail_in = input_given;
    stream->next_out = output;
    stream->avail_out = output_given;
    int result = inflate(stream, Z_NO_FLUSH);
    *consumed = input_given - stream->avail_in;
    *produced = output_given - stream->avail_out;
    stream->next_in = NULL;
    stream->next_out = NULL;
    switch (result) {
    case Z_STREAM_END: return CZLIB_MEMBER_END;
    case Z_OK:
    case Z_BUF_ERROR: return CZLIB_MORE;
    case Z_MEM_ERROR: return CZLIB_NO_MEMORY;
    default: return CZLIB_CORRUPT;
    }
}
