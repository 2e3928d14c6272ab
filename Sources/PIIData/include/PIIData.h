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

/// The numbering plans of all countries (`Generator/phones.py` describes the form), in words of 16 bits.
extern const unsigned char pii_data_phones[];

/// A word of phones.bin.
static inline uint16_t pii_data_phones_word(size_t index) {
    uint16_t word;
    memcpy(&word, pii_data_phones + 2 * index, sizeof word);
    return word;
}

/// The state of a numbering plan after one more digit (0 to 9); 0 when no number goes on so.
static inline uint16_t pii_data_phones_next(uint16_t state, unsigned digit) {
    size_t base = (size_t)pii_data_phones_word(5) + state;
    uint16_t word = pii_data_phones_word(base);
    if (state == 0 || !(word & 0x400)) return 0;
    size_t step = (size_t)__builtin_popcount(word & 0x1FFu & ((1u << digit) - 1));
    return pii_data_phones_word(base + 1 + (word >> 9 & 1) + step);
}

/// What the number that ends in a state is: the index of its output, -1 for no number.
static inline int32_t pii_data_phones_output(uint16_t state) {
    size_t base = (size_t)pii_data_phones_word(5) + state;
    return pii_data_phones_word(base) & 0x200 ? pii_data_phones_word(base + 1) : -1;
}

#endif
