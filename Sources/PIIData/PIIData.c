#include "PIIData.h"

_Alignas(8) const unsigned char pii_data_folding[] = {
#embed "folding.bin"
};

_Alignas(8) const unsigned char pii_data_phones[] = {
#embed "phones.bin"
};
