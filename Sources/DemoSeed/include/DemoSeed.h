// The accounts and Services of the demo, embedded in the program: a seed document of the sandbox.
#ifndef DEMO_SEED_H
#define DEMO_SEED_H

#include <stddef.h>

/// The bytes of the document; not terminated by a zero.
const unsigned char *demo_seed_bytes(void);

/// The number of bytes.
size_t demo_seed_count(void);

#endif
