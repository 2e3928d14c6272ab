#ifndef PROXY_AUDIT_CCOMPRESSION_H
#define PROXY_AUDIT_CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

/* Compresses inputs of tests. The program itself only decompresses. */

/* The most bytes that ccompression_gzip and ccompression_zstd can make of count bytes. */
size_t ccompression_bound(size_t count);

/* Makes one gzip member of the input; returns its size, or 0 where it failed. */
size_t ccompression_gzip(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count);

/* Makes one zstd frame of the input, with a checksum; returns its size, or 0 where it failed. */
size_t ccompression_zstd(const uint8_t *input, size_t input_count, uint8_t *output, size_t output_count);

#endif
