/* Models of <search.h>.

   Copyright (C) 2026 The escape authors.

   This file is part of escape.

   escape is free software: you can redistribute it and/or modify it under
   the terms of the GNU General Public License as published by the Free
   Software Foundation, either version 3 of the License, or (at your option)
   any later version.

   escape is distributed in the hope that it will be useful, but WITHOUT ANY
   WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
   FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
   details.

   You should have received a copy of the GNU General Public License along
   with this program.  If not, see <https://www.gnu.org/licenses/>.  */


#define _GNU_SOURCE 1
#include <search.h>
#include <stdlib.h>

#include "model.h"

/* The hash table, and those of the caller's.  */

static ENTRY hash_table[1];

ENTRY *
hsearch (ENTRY item, ACTION action)
{
  hash_table[0] = item;
  return hash_table;
}

int
hcreate_r (size_t n, struct hsearch_data *table)
{
  table->table = __builtin_malloc (n * sizeof (ENTRY));
  return 0;
}

int
hsearch_r (ENTRY item, ACTION action, ENTRY **result,
	   struct hsearch_data *table)
{
  ENTRY *entry = (ENTRY *) table->table;

  *entry = item;
  *result = entry;
  return 0;
}

KEEP_NOTHING (hcreate, hdestroy, hdestroy_r)

/* Trees.  A pointer to a node is a pointer to its key.  */

struct tree
{
  const void *key;
  struct tree *branches[2];
};

/* A node of the tree whose root ROOT points to.  */

static struct tree *
node_of_tree (const void *root)
{
  struct tree *node = (struct tree *) root;

  while (model_any)
    node = node->branches[model_any];
  return node;
}

void *
tsearch (const void *key, void **root,
	 int (*compare) (const void *, const void *))
{
  struct tree *node = node_of_tree (*root);
  struct tree *new = malloc (sizeof *new);

  compare (key, node->key);
  compare (node->key, key);
  new->key = key;
  node->branches[model_any] = new;
  new->branches[model_any] = node;
  *root = EITHER (new, node);
  return *root;
}

void *
tfind (const void *key, void *const *root,
       int (*compare) (const void *, const void *))
{
  struct tree *node = node_of_tree (*root);

  compare (key, node->key);
  compare (node->key, key);
  return node;
}

void *
tdelete (const void *restrict key, void **restrict root,
	 int (*compare) (const void *, const void *))
{
  struct tree *node = node_of_tree (*root);

  compare (key, node->key);
  compare (node->key, key);
  node->key = node->branches[model_any]->key;
  node->branches[model_any] = node->branches[model_any]->branches[model_any];
  *root = node;
  return node;
}

void
twalk (const void *root, void (*action) (const void *, VISIT, int))
{
  action (node_of_tree (root), preorder, model_any);
}

void
twalk_r (const void *root, void (*action) (const void *, VISIT, void *),
	 void *data)
{
  action (node_of_tree (root), preorder, data);
}

void
tdestroy (void *root, void (*destroy) (void *))
{
  destroy ((void *) node_of_tree (root)->key);
}

/* Tables and lists of the caller's.  */

void *
lfind (const void *key, const void *base, size_t *n, size_t size,
       int (*compare) (const void *, const void *))
{
  compare (key, SOMEWHERE (base));
  return SOMEWHERE (base);
}

void *
lsearch (const void *key, void *base, size_t *n, size_t size,
	 int (*compare) (const void *, const void *))
{
  compare (key, SOMEWHERE (base));
  __builtin_memcpy (SOMEWHERE (base), key, size);
  return SOMEWHERE (base);
}

struct queue
{
  struct queue *next;
  struct queue *previous;
};

void
insque (void *element, void *previous)
{
  struct queue *e = element;
  struct queue *p = previous;

  e->next = p->next;
  e->previous = p;
  p->next->previous = e;
  p->next = e;
}

void
remque (void *element)
{
  struct queue *e = element;

  e->previous->next = e->next;
  e->next->previous = e->previous;
}
