#include "show/axis_tree.h"

#include <stdlib.h>

#include "base/memory.h"

void axis_tree_free(struct axis_tree *tree)
{
    free(tree->nodes);
    *tree = (struct axis_tree){0};
}

void axis_tree_fill(struct axis_tree *tree, const int32_t *numbers, size_t count)
{
    axis_tree_free(tree);
    tree->count = count;
    tree->leaves = 1;
    while (tree->leaves < count)
        tree->leaves *= 2;
    tree->nodes = memory_new(2 * tree->leaves, sizeof *tree->nodes);
    for (size_t i = 0; i < tree->leaves; i++)
        tree->nodes[tree->leaves + i] = i < count ? numbers[i] : INT32_MIN;
    for (size_t i = tree->leaves - 1; i > 0; i--) {
        int32_t left = tree->nodes[2 * i], right = tree->nodes[2 * i + 1];
        tree->nodes[i] = left > right ? left : right;
    }
}

/* Returns the place of the first number below `node`, or of the last one, that is large enough. */
static size_t descend(const struct axis_tree *tree, size_t node, int32_t least, size_t preferred)
{
    while (node < tree->leaves) {
        node = 2 * node + preferred;
        if (tree->nodes[node] < least)
            node ^= 1;
    }
    return node - tree->leaves;
}

size_t axis_tree_next(const struct axis_tree *tree, size_t from, int32_t least)
{
    if (from >= tree->count)
        return AXIS_TREE_NONE;
    size_t node = tree->leaves + from;
    while (tree->nodes[node] < least) {
        while (node & 1)
            node /= 2;
        if (node == 0)
            return AXIS_TREE_NONE;
        node++;
    }
    return descend(tree, node, least, 0);
}

size_t axis_tree_previous(const struct axis_tree *tree, size_t from, int32_t least)
{
    if (tree->count == 0)
        return AXIS_TREE_NONE;
    size_t node = tree->leaves + (from < tree->count ? from : tree->count - 1);
    while (tree->nodes[node] < least) {
        while (!(node & 1))
            node /= 2;
        if (node == 1)
            return AXIS_TREE_NONE;
        node--;
    }
    return descend(tree, node, least, 1);
}
