#ifndef FILE_CONTENT_H
#define FILE_CONTENT_H

#include "base/diag.h"

/* The bytes of a file, for as long as it is open: mapped when it is large, so that many sessions
 * share one copy, and read into memory when it is small or cannot be mapped. */
struct content {
    struct bytes bytes;
    bool mapped;
};

/* Opens `path`. A file that cannot be read, a directory and an empty file are each one error to
 * `sink`; then it returns false and there is nothing to close. */
bool content_open(struct content *content, const char *path, struct diag_sink *sink);

/* Puts an empty page where `address` lies in a mapped content behind the end of its file, which has
 * become shorter since; false when it lies in none. It is safe in a handler of SIGBUS, and lets
 * the reader go on with what is left of the file. */
bool content_mend(const void *address);

/* Gives the memory back; every byte borrowed from it is gone. */
void content_close(struct content *content);

#endif
