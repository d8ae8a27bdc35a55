#ifndef SHOW_MAP_WORDS_H
#define SHOW_MAP_WORDS_H

#include "show/browser.h"

/* Draws what the map means: the province pointed at and its events in words, what is chosen, where
 * the selected event happened, and what the dots stand for. */
void map_words_draw(const struct browser *browser, struct surface *surface,
                    const struct map_layout *layout);

#endif
