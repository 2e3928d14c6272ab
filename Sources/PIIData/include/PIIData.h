/// Tables that the detector of personal data reads in place: nothing is parsed or set up when the program starts.
///
/// `Generator/` makes them; NOTICE names their sources. Integers are little-endian.

#ifndef PIIDATA_H
#define PIIDATA_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// What stands for each code point (`Generator/folding.py`): 0x1100 page numbers of 16 bits, then pages of 256 entries of 32 bits.
extern const unsigned char pii_data_folding[];

/// The entry of folding.bin for a code point up to 0x10FFFF.
static inline uint32_t pii_data_folding_entry(uint32_t code_point) {
    uint16_t page;
    memcpy(&page, pii_data_folding + 2 * (size_t)(code_point >> 8), sizeof page);
    uint32_t entry;
    memcpy(&entry, pii_data_folding + 0x2200 + 4 * ((size_t)page * 256 + (code_point & 255)), sizeof entry);
    return entry;
}

/// What is known of words (`Generator/lexicon.py`): the number of slots, then slots of six bytes.
extern const unsigned char pii_data_lexicon[];

static inline uint32_t pii_data_lexicon_slots(void) {
    uint32_t count;
    memcpy(&count, pii_data_lexicon, sizeof count);
    return count;
}

/// The slot at an index below the number of slots: 24 bits of a word's hash, and above them 24 bits of what is known of it, 0 in a slot
/// that is empty.
static inline uint64_t pii_data_lexicon_slot(uint32_t index) {
    const unsigned char *bytes = pii_data_lexicon + 4 + 6 * (size_t)index;
    uint32_t low;
    uint16_t high;
    memcpy(&low, bytes, sizeof low);
    memcpy(&high, bytes + 4, sizeof high);
    return low | (uint64_t)high << 32;
}

/// Phrases that are no person (`Generator/lexicon.py`): the number of slots, then slots of four bytes.
extern const unsigned char pii_data_phrases[];

static inline uint32_t pii_data_phrase_slots(void) {
    uint32_t count;
    memcpy(&count, pii_data_phrases, sizeof count);
    return count;
}

/// The slot at an index below the number of slots: 32 bits of a phrase's hash, 0 in a slot that is empty.
static inline uint32_t pii_data_phrase_slot(uint32_t index) {
    uint32_t slot;
    memcpy(&slot, pii_data_phrases + 4 + 4 * (size_t)index, sizeof slot);
    return slot;
}

/// How much runs of letters are at home in names (`Generator/likeness.py`): 2^18 weights, then the bias, in sixteenths of log odds.
extern const unsigned char pii_data_likeness[];

static inline int32_t pii_data_likeness_bias(void) {
    int32_t bias;
    memcpy(&bias, pii_data_likeness + (1 << 18), sizeof bias);
    return bias;
}

/// The weight at an index below 2^18.
static inline int32_t pii_data_likeness_weight(uint32_t index) { return (int8_t)pii_data_likeness[index]; }

/// The weights of what speaks for or against a name (`Generator/weights.py`), 32-bit floating point numbers.
extern const unsigned char pii_data_weights[];

/// The weight of the feature with this number.
static inline float pii_data_name_weight(uint32_t feature) {
    float weight;
    memcpy(&weight, pii_data_weights + 4 * (size_t)feature, sizeof weight);
    return weight;
}

#endif
