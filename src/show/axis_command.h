#ifndef SHOW_AXIS_COMMAND_H
#define SHOW_AXIS_COMMAND_H

#include "show/browser.h"

/* What the actions of the axis do; each takes the argument that its row gives. */

/* Zooms in (1) or out (-1) around the selected event; 0 shows the whole span. */
void axis_zoom(struct browser *browser, int direction);

/* Moves the view by `halves` of its width. The selected event stays where it is in time, or is the
 * nearest one still in view. */
void axis_pan(struct browser *browser, int halves);

/* Selects an event so many further on in time. */
void axis_step(struct browser *browser, int events);

/* Selects the first event (-1) or the last (1). */
void axis_end(struct browser *browser, int direction);

/* Selects the nearest event of the next lane (1) or the one above (-1) that has any in view. */
void axis_change_lane(struct browser *browser, int direction);

/* Selects what was last drawn at a column and row of the lanes: the event there, else the one of
 * that lane that begins nearest. Above and below the lanes any event may be nearest. */
void axis_select_at(struct browser *browser, int x, int y);

/* Opens the selected event. */
void axis_read(struct browser *browser, int unused);

/* Makes lanes of the next thing: provinces, tags, eras. */
void axis_next_lanes(struct browser *browser, int unused);

/* Returns what the lanes are made of, in words. */
enum message axis_lanes_name(const struct browser *browser);

/* Squeezes gaps, or no longer. */
void axis_squeeze(struct browser *browser, int unused);

/* Brings index, scale, lanes and layout up to date for lanes of `width` by `height` cells, as
 * drawing does first. There must be events. */
void axis_prepare(struct browser *browser, int width, int height);

#endif
