#include "CZstd.h"

#include <zstd.h>
#include <zstd_errors.h>

/* log2 of the largest window accepted: what the zstd command accepts unless told otherwise. */
#define WINDOW_LOG_LIMIT 27

czstd_decoder *czstd_decoder_create(void) {
    ZSTD_DCtx *context = ZSTD_createDCtx();
    if (context == NULL) return NULL;
    if (ZSTD_isError(ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, WINDOW_LOG_LIMIT))) {
        ZSTD_freeDCtx(context);
        return NULL;
    }
    return (czstd_decoder *)context;
}

void czstd_decoder_destroy(czstd_decoder *decoder) { ZSTD_freeDCtx((ZSTD_DCtx *)decoder); }

enum czstd_status czstd_decoder_run(
    czstd_decoder *decoder, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced) {
    ZSTD_inBuffer in = {input, input_count, 0};
    ZSTD_outBuffer out = {output, output_count, 0};
    size_t result = ZSTD_decompressStream((ZSTD_DCtx *)decoder, &out, &in);
    *consumed = in.pos;
    *produced = out.pos;
    if (!ZSTD_isError(result)) return result == 0 ? CZSTD_FRAME_END : CZSTD_MORE;
    switch (ZSTD_getErrorCode(result)) {
    case ZSTD_error_frameParameter_windowTooLarge: return CZSTD_WINDOW_TOO_LARGE;
    case ZSTD_error_memory_allocation: return CZSTD_NO_MEMORY;
    default: return CZSTD_CORRUPT;
    }
}
