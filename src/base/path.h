#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/buffer.h"

/* Paths of files: names parted by slashes. No file is looked at. */

/* Returns the last name of a path, which begins behind its last slash; a part of `path`. */
const char *path_name(const char *path);

/* Returns what stands before that name, the slash included, as a part of `path`; empty for a name
 * alone, and for NULL. */
struct bytes path_folder(const char *path);

/* Appends the folder that a file is in, so that it can be opened: as above, but `.` for a name
 * alone. */
void path_add_folder(struct buffer *out, const char *path);

/* Says whether `name` is a bare file name, which leads out of no folder: neither empty, nor hidden
 * (beginning with a dot), nor with a slash in it. */
bool path_is_bare(struct bytes name);

#endif
