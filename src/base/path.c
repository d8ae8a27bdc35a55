#include "base/path.h"

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

struct bytes path_folder(const char *path)
{
    return path ? (struct bytes){path, (size_t)(path_name(path) - path)} : BYTES("");
}

void path_add_folder(struct buffer *out, const char *path)
{
    struct bytes folder = path_folder(path);
    buffer_add(out, folder.size ? folder : BYTES("."));
}

bool path_is_bare(struct bytes name)
{
    return name.size && name.at[0] != '.' && !memchr(name.at, '/', name.size);
}
