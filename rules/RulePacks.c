#include "include/RulePacks.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char core[] = {
#embed "packs/core.yaml"
};

static const unsigned char hygiene[] = {
#embed "packs/hygiene.yaml"
};

static const rule_pack packs[] = {
    {"core", core, sizeof core},
    {"hygiene", hygiene, sizeof hygiene},
};

size_t rule_pack_count(void) { return sizeof packs / sizeof packs[0]; }

rule_pack rule_pack_at(size_t index) { return packs[index]; }
