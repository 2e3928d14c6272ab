// libxml2 as Swift sees it: the streaming writer, and the schema validator that the tests use.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

// Debian's libxml2 is built with ICU, whose headers clash with those of Swift's Foundation. Nothing here needs the one
// structure that they are for.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>

/// `xmlFree` is a global variable that holds a function, which Swift 6 does not let us read.
static inline void proxy_audit_xml_free(void *pointer) { xmlFree(pointer); }

#endif
