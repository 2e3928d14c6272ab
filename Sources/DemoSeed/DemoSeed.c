#include "include/DemoSeed.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char seed[] = {
#embed "demo-seed.json"
};

const unsigned char *demo_seed_bytes(void) { return seed; }

size_t demo_seed_count(void) { return sizeof seed; }
