#ifndef SHOW_SUMMARY_H
#define SHOW_SUMMARY_H

#include "show/browser.h"

/* Appends what is asked and how much of it there is: `Sơn La, Điện Biên · “gạo” · 42 of 286`. */
void summary_add(struct buffer *out, const struct browser *browser);

#endif
