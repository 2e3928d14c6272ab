#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled RE2 pattern. Matching does not change it, so threads may share one.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a UTF-8 pattern, using at most `max_memory` bytes for its programs and caches.
///
/// On failure returns NULL and writes a NUL-terminated reason of at most `reason_size` bytes into `reason`.
cre2_pattern *_Nullable cre2_compile(
    const char *_Nullable pattern, size_t length, int64_t max_memory, char *_Nonnull reason, size_t reason_size);

/// Releases a pattern.
void cre2_release(cre2_pattern *_Nonnull pattern);

/// Whether the pattern matches anywhere in the text. Linear in the length of the text.
bool cre2_matches(const cre2_pattern *_Nonnull pattern, const char *_Nullable text, size_t length);

/// Finds the first match at or after the byte `start`, which still sees the text before it.
///
/// Writes the offsets at which the match and its first `count - 1` groups start and end, two for each, and -1 for groups
/// that took no part. `count` is 1 to 10. Returns whether there is a match; linear in the length of the text.
bool cre2_find(
    const cre2_pattern *_Nonnull pattern, const char *_Nullable text, size_t length, size_t start,
    int64_t *_Nonnull bounds, int count);

/// The number of capturing groups in the pattern.
int cre2_group_count(const cre2_pattern *_Nonnull pattern);

/// The number of instructions of the compiled pattern, a measure of what a byte of text costs.
int cre2_program_size(const cre2_pattern *_Nonnull pattern);

#ifdef __cplusplus
}
#endif

#endif
