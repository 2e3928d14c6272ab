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

/// How much letters are at home after the two before them (`Generator/spelling.py`), in eighths of log odds.
extern const unsigned char pii_data_spelling[];

/// The odds of a letter after two others, each 0 for `a` to 25 for `z` and 26 for the edge of a word.
static inline int32_t pii_data_spelling_odds(uint32_t first, uint32_t second, uint32_t third) {
    return (int8_t)pii_data_spelling[(first * 27 + second) * 27 + third];
}

/// The weights of what speaks for or against a name (`Generator/weights.py`), 32-bit floating point numbers.
extern const unsigned char pii_data_weights[];

/// The weight of the feature with this number.
static inline float pii_data_name_weight(uint32_t feature) {
    float weight;
    memcpy(&weight, pii_data_weights + 4 * (size_t)feature, sizeof weight);
    return weight;
}

/// The numbering plans of all countries (`Generator/phones.py` describes the form), in words of 16 bits.
extern const unsigned char pii_data_phones[];

/// A word of phones.bin.
static inline uint16_t pii_data_phones_word(size_t index) {
    uint16_t word;
    memcpy(&word, pii_data_phones + 2 * index, sizeof word);
    return word;
}

/// The words of a numbering plan in phones.bin.
enum { PII_DATA_PHONES_PLAN_SIZE = 13 };

/// The index of the first word of a numbering plan, the first one being 0.
static inline size_t pii_data_phones_plan(size_t plan) {
    return (size_t)pii_data_phones_word(1) + PII_DATA_PHONES_PLAN_SIZE * plan;
}

/// Whether a plan has numbers of so many digits with the same first digit; digits stand in four bits each, the first in the lowest.
static inline _Bool pii_data_phones_has_length(size_t plan, uint64_t digits, unsigned count) {
    if (count == 0 || count > 15 || (digits & 15) > 9) return 0;
    return pii_data_phones_word(pii_data_phones_plan(plan) + 3 + (digits & 15)) >> count & 1;
}

/// The length of the plan's trunk prefix if the digits begin with it and go on, or else 0.
static inline unsigned pii_data_phones_trunk_length(size_t plan, uint64_t digits, unsigned count) {
    uint16_t prefix = pii_data_phones_word(pii_data_phones_plan(plan) + 2);
    unsigned length = prefix >> 8;
    return length > 0 && count > length && (digits & ((1u << 4 * length) - 1)) == (prefix & 0xFFu) ? length : 0;
}

/// What the digits are by the plan with the root state `root`: the index of an output, -1 for no number.
static inline int32_t pii_data_phones_output(size_t plan, uint16_t root, uint64_t digits, unsigned count) {
    if (!pii_data_phones_has_length(plan, digits, count)) return -1;
    size_t states = pii_data_phones_word(5);
    uint16_t state = root;
    for (; count > 0; count--, digits >>= 4) {
        uint16_t word = pii_data_phones_word(states + state);
        if (state == 0 || !(word & 0x400)) return -1;
        size_t step = (size_t)__builtin_popcount(word & 0x1FFu & ((1u << (digits & 15)) - 1));
        state = pii_data_phones_word(states + state + 1 + (word >> 9 & 1) + step);
    }
    return pii_data_phones_word(states + state) & 0x200 ? pii_data_phones_word(states + state + 1) : -1;
}

#endif
