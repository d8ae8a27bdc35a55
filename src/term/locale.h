#ifndef TERM_LOCALE_H
#define TERM_LOCALE_H

#include <stdbool.h>

#include "base/language.h"

/* Takes the locale of the environment. Where it names no working one, or none that is UTF-8 though
 * LC_ALL does not insist, another is tried, because ssh often brings no locale along. Returns
 * whether characters are UTF-8; if not, only ASCII may be sent. */
bool locale_take(void);

/* Returns the language that the environment asks for: Vietnamese when it says so, else English. */
enum language locale_language(void);

#endif
