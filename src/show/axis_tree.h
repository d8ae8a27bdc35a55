#ifndef SHOW_AXIS_TREE_H
#define SHOW_AXIS_TREE_H

#include <stddef.h>
#include <stdint.h>

/* The maxima of runs of numbers, in a binary tree: from any place it finds the next number that is
 * large enough in steps that grow with the logarithm of how many there are. A running maximum
 * would do for the first one only, and one event without an end would spoil it for all. */
struct axis_tree {
    int32_t *nodes; /* node 1 is the root, node n has the children 2n and 2n + 1 */
    size_t leaves;  /* a power of two */
    size_t count;   /* numbers */
};

#define AXIS_TREE_NONE SIZE_MAX

/* Frees the tree and leaves an empty one. */
void axis_tree_free(struct axis_tree *tree);

/* Builds the tree anew over `count` numbers. */
void axis_tree_fill(struct axis_tree *tree, const int32_t *numbers, size_t count);

/* Returns the first place from `from` on, or the last one down from `from`, that holds `least` or
 * more; AXIS_TREE_NONE when there is none. */
size_t axis_tree_next(const struct axis_tree *tree, size_t from, int32_t least);
size_t axis_tree_previous(const struct axis_tree *tree, size_t from, int32_t least);

#endif
