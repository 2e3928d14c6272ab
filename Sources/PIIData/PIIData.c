#include "PIIData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

_Alignas(8) const unsigned char pii_data_folding[] = {
#embed "folding.bin"
};

_Alignas(8) const unsigned char pii_data_lexicon[] = {
#embed "lexicon.bin"
};

_Alignas(8) const unsigned char pii_data_phrases[] = {
#embed "phrases.bin"
};

_Alignas(8) const unsigned char pii_data_likeness[] = {
#embed "likeness.bin"
};

_Alignas(8) const unsigned char pii_data_spelling[] = {
#embed "spelling.bin"
};

_Alignas(8) const unsigned char pii_data_weights[] = {
#embed "weights.bin"
};

_Alignas(8) const unsigned char pii_data_phones[] = {
#embed "phones.bin"
};
