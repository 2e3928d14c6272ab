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

#endif
