#ifndef PROXY_AUDIT_CZLIB_H
#define PROXY_AUDIT_CZLIB_H

#include <stddef.h>
#include <stdint.h>

/* gzip (RFC 1952) through the system's zlib. zlib's own stream must not move in memory, so it stays behind a pointer. */

typedef struct czlib_inflater czlib_inflater;

enum czlib_status {
    CZLIB_MORE = 0,        /* call again, with more input or more room */
    CZLIB_MEMBER_END = 1,  /* a member is complete and its checksum holds */
    CZLIB_CORRUPT = 2,
    CZLIB_NO_MEMORY = 3
};

/* A decompressor at the beginning of a member; NULL where there is no memory. */
czlib_inflater *czlib_inflater_create(void);
void czlib_inflater_destroy(czlib_inflater *inflater);

/* Goes to the beginning of another member. */
enum czlib_status czlib_inflater_reset(czlib_inflater *inflater);

/* Decompresses what it can; says how much of either buffer it used. */
enum czlib_status czlib_inflater_run(
    czlib_inflater *inflater, const uint8_t *input, size_t input_count, size_t *consumed, uint8_t *output,
    size_t output_count, size_t *produced);

#endif
