#ifndef SANDBOX_REPORT_H
#define SANDBOX_REPORT_H

#include <stdbool.h>

#include "base/language.h"

/* Enters the sandbox, tries from inside what it should refuse, and prints on standard output what
 * holds. Returns whether the program is confined. */
bool sandbox_report(enum language language);

#endif
