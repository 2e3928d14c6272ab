#ifndef PROXY_AUDIT_CZSTD_H
#define PROXY_AUDIT_CZSTD_H

#include <stddef.h>
#include <stdint.h>

/* Zstandard (RFC 8878) through the system's libzstd. */

typedef struct czstd_decoder czstd_decoder;

enum czstd_status {
    CZSTD_MORE = 0,       /* inside a frame: call again, with more input or more room */
    CZSTD_FRAME_END = 1,  /* a frame is complete; another may follow */
    CZSTD_CORRUPT = 2,
    CZSTD_WINDOW_TOO_LARGE = 3,
    CZSTD_NO_MEMORY = 4
};

/* A decompressor that holds no more than 128 MB; NULL where there is no memory. */
czstd_decoder *czstd_decoder_create(void);
void czstd_decoder_destroy(czstd_decoder *decoder);

/* Decompresses what it can, over the ends of frames and skippable frames; says how much of either buffer it used. */
enum czstd_status czstd_decoder_run(
    czstd_decoder *decoder, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced);

#endif
