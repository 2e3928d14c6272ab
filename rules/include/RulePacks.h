// The built-in rule packs, embedded in the program.
#ifndef RULE_PACKS_H
#define RULE_PACKS_H

#include <stddef.h>

/// A text that is part of the program; it is not terminated by a zero.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} rule_pack;

/// The number of built-in packs.
size_t rule_pack_count(void);

/// A built-in pack; `index` is less than `rule_pack_count()`.
rule_pack rule_pack_at(size_t index);

/// The number of example files of built-in rules.
size_t rule_example_count(void);

/// The examples of a built-in rule, named by its id; `index` is less than `rule_example_count()`.
rule_pack rule_example_at(size_t index);

#endif
