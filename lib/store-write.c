/* Writing files of models.

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



/* See store.h, and store-int.h for the bytes.  Records are kept as they will
   be written, so that those of another store are copied as they are.  */

#include "store.h"

#include "store-int.h"
#include "transfer-int.h"

#include <errno.h>

/* Bytes that grow.  */
struct bytes
{
  unsigned char *all;
  size_t n, capacity;
};

static void
put_byte (struct bytes *b, unsigned byte)
{
  RESERVE (b->all, b->n, b->capacity);
  b->all[b->n++] = byte;
}

static void
put_bytes (struct bytes *b, const void *from, size_t n)
{
  const unsigned char *p = from;
  while (n--)
    put_byte (b, *p++);
}

static void
put_word (struct bytes *b, uint32_t word)
{
  for (int i = 0; i < 4; i++)
    put_byte (b, word >> 8 * i & 0xff);
}

static void
put_number (struct bytes *b, uint64_t number)
{
  for (; number >= 0x80; number >>= 7)
    put_byte (b, (number & 0x7f) | 0x80);
  put_byte (b, number);
}

static void
put_signed (struct bytes *b, int64_t number)
{
  put_number (b, number < 0 ? ~((uint64_t) number << 1)
			    : (uint64_t) number << 1);
}

static void
put_string (struct bytes *b, const char *string)
{
  if (!string)
    {
      put_number (b, 0);
      return;
    }
  size_t n = strlen (string) + 1;
  put_number (b, n);
  put_bytes (b, string, n);
}

static void
put_offset (struct bytes *b, struct esc_offset offset)
{
  put_signed (b, offset.at);
  put_number (b, offset.stride);
}

struct entry
{
  char *name;
  uint32_t number;		/* in the order in which they were added */
  struct bytes record;
};

struct esc_store_writer
{
  unsigned pointer_size;
  struct entry *entries;
  uint32_t n_entries, entries_capacity;
};

struct esc_store_writer *
esc_store_writer_new (unsigned pointer_size)
{
  struct esc_store_writer *w = XCNEW (struct esc_store_writer);
  w->pointer_size = pointer_size;
  return w;
}

void
esc_store_writer_free (struct esc_store_writer *w)
{
  for (uint32_t i = 0; i < w->n_entries; i++)
    {
      free (w->entries[i].name);
      free (w->entries[i].record.all);
    }
  free (w->entries);
  free (w);
}

/* Let RECORD, which belongs to the writer from now on, be that of NAME.  */
static void
add_record (struct esc_store_writer *w, const char *name, struct bytes record)
{
  RESERVE (w->entries, w->n_entries, w->entries_capacity);
  w->entries[w->n_entries++] = (struct entry) { xstrdup (name), 0, record };
}

/* The objects of a transfer as they are stored.  A global or other unseen
   memory is an object of its own as a source and as a destination.  */
struct encoder
{
  const struct esc_transfer *transfer;
  struct esc_sink (*hands) (void *, uint32_t);
  void *data;
  struct exported *objects;	/* stored number - 1 -> object */
  uint32_t n_objects, objects_capacity;
  uint32_t *as_source;		/* exported number - 1 -> stored number */
  uint32_t *as_destination;
  uint32_t world;
};

static bool
is_sink (const struct encoder *e, uint32_t number, const struct esc_sink *sink)
{
  const struct exported *o = &e->objects[number - 1];
  return o->kind == ESC_OBJECT_SINK && o->sink.to == sink->to
	 && o->sink.where == sink->where
	 && (o->sink.name == sink->name
	     || (o->sink.name && sink->name
		 && strcmp (o->sink.name, sink->name) == 0));
}

static uint32_t
add_object (struct encoder *e, const struct exported *object)
{
  RESERVE (e->objects, e->n_objects, e->objects_capacity);
  e->objects[e->n_objects++] = *object;
  return e->n_objects;
}

/* The stored number of the sink O.  */
static uint32_t
stored_sink (struct encoder *e, const struct exported *o)
{
  for (uint32_t i = 1; i <= e->n_objects; i++)
    if (is_sink (e, i, &o->sink))
      return i;
  return add_object (e, o);
}

static uint32_t
stored_world (struct encoder *e)
{
  struct exported o;
  memset (&o, 0, sizeof o);
  o.kind = ESC_OBJECT_WORLD;
  if (!e->world)
    e->world = add_object (e, &o);
  return e->world;
}

/* Whether O is unseen memory for those who do not know its unit.  */
static bool
is_unseen (const struct exported *o)
{
  return o->kind == ESC_OBJECT_GLOBAL || o->kind == ESC_OBJECT_WORLD
	 || o->kind == ESC_OBJECT_FUNCTION;
}

/* Number the I-th object of the transfer, and if it is unseen memory only if
   it is USED as a source.  What it is called from has a lower number
   already.  */
static void
number_object (struct encoder *e, uint32_t i, bool used)
{
  struct exported o = e->transfer->objects[i];
  if (is_unseen (&o))
    {
      if (used)
	e->as_source[i] = stored_world (e);
      return;
    }
  if (o.kind == ESC_OBJECT_ANSWER || o.kind == ESC_OBJECT_ARGUMENT)
    o.function = e->as_source[o.function - 1];
  else if (o.kind == ESC_OBJECT_LOCAL)
    o.kind = ESC_OBJECT_BLOCK;
  e->as_source[i] = e->as_destination[i]
    = o.kind == ESC_OBJECT_SINK ? stored_sink (e, &o) : add_object (e, &o);
}

/* Number all objects of the transfer.  */
static void
number_objects (struct encoder *e)
{
  const struct esc_transfer *t = e->transfer;
  bool *used = XCNEWVEC (bool, t->n_objects + 1);
  for (uint32_t i = 0; i < t->n_facts; i++)
    used[t->facts[i].src - 1] = true;
  for (uint32_t i = 0; i < t->n_origins; i++)
    used[t->origins[i].parent - 1] = true;
  for (uint32_t i = 0; i < t->n_objects; i++)
    number_object (e, i, used[i]);
  free (used);
  for (uint32_t i = 0; i < t->n_facts; i++)
    {
      uint32_t dst = t->facts[i].dst - 1;
      const struct exported *o = &t->objects[dst];
      if (e->as_destination[dst])
	continue;
      struct exported sink;
      memset (&sink, 0, sizeof sink);
      sink.kind = ESC_OBJECT_SINK;
      sink.sink = e->hands (e->data,
			    o->kind == ESC_OBJECT_FUNCTION ? 0 : o->id);
      e->as_destination[dst] = stored_sink (e, &sink);
    }
}

static void
put_object (struct bytes *b, const struct exported *o)
{
  put_byte (b, o->kind);
  put_byte (b, o->pointer ? ESC_STORE_POINTER : 0);
  switch (o->kind)
    {
    case ESC_OBJECT_ROOT:
      put_signed (b, o->root);
      put_offset (b, o->root_offset);
      break;
    case ESC_OBJECT_BLOCK:
      put_number (b, o->size.kind);
      put_number (b, o->size.parameter);
      put_number (b, o->size.value);
      if (o->size.kind == ESC_SIZE_PRODUCT)
	put_number (b, o->size.other);
      break;
    case ESC_OBJECT_ARGUMENT:
      put_number (b, o->function);
      put_number (b, o->id);
      break;
    case ESC_OBJECT_ANSWER:
      put_number (b, o->function);
      break;
    case ESC_OBJECT_SINK:
      put_number (b, o->sink.to);
      put_number (b, o->sink.where);
      put_string (b, o->sink.name);
      break;
    default:
      break;
    }
}

static bool
is_in_bounds (struct esc_offset offset)
{
  return offset.at > -ESC_STORE_MAX_OFFSET && offset.at < ESC_STORE_MAX_OFFSET
	 && offset.stride <= ESC_STORE_MAX_STRIDE;
}

/* OFFSET, or if that is too large to be stored, any.  */
static struct esc_offset
stored_offset (struct esc_offset offset)
{
  return is_in_bounds (offset) ? offset : ESC_ANYWHERE;
}

static void
put_prototype (struct bytes *b, const struct esc_prototype *p)
{
  put_number (b, p->n_parameters);
  put_bytes (b, p->parameters, p->n_parameters);
  put_byte (b, p->more);
  put_byte (b, p->result);
}

static void
put_transfer (struct bytes *b, const struct encoder *e)
{
  const struct esc_transfer *t = e->transfer;
  put_byte (b, t->coarse ? ESC_STORE_COARSE : 0);
  put_number (b, e->n_objects);
  for (uint32_t i = 0; i < e->n_objects; i++)
    put_object (b, &e->objects[i]);
  put_number (b, t->n_origins);
  for (uint32_t i = 0; i < t->n_origins; i++)
    {
      const struct exported_origin *o = &t->origins[i];
      put_number (b, e->as_source[o->object - 1]);
      put_number (b, e->as_source[o->parent - 1]);
      put_offset (b, stored_offset (o->offset));
    }
  put_number (b, t->n_facts);
  for (uint32_t i = 0; i < t->n_facts; i++)
    {
      const struct fact *f = &t->facts[i];
      put_number (b, e->as_destination[f->dst - 1]);
      put_offset (b, stored_offset (f->dst_offset));
      put_number (b, e->as_source[f->src - 1]);
      put_offset (b, stored_offset (f->src_offset));
    }
  put_number (b, t->n_calls);
  for (uint32_t i = 0; i < t->n_calls; i++)
    put_number (b, e->as_source[t->calls[i] - 1]);
}

bool
esc_store_add (struct esc_store_writer *w, const char *name,
	       const struct esc_prototype *prototype,
	       const struct esc_transfer *t,
	       struct esc_sink (*hands) (void *data, uint32_t symbol),
	       void *data)
{
  /* Each object may give two, and one for the world.  */
  if (prototype->n_parameters > ESC_MAX_PARAMETERS
      || t->n_objects > ESC_STORE_MAX_LIST / 2
      || t->n_origins > ESC_STORE_MAX_LIST || t->n_facts > ESC_STORE_MAX_LIST
      || t->n_calls > ESC_STORE_MAX_LIST)
    return false;
  struct encoder e;
  memset (&e, 0, sizeof e);
  e.transfer = t;
  e.hands = hands;
  e.data = data;
  e.as_source = XCNEWVEC (uint32_t, t->n_objects + 1);
  e.as_destination = XCNEWVEC (uint32_t, t->n_objects + 1);
  number_objects (&e);
  struct bytes record = { NULL, 0, 0 };
  put_prototype (&record, prototype);
  put_transfer (&record, &e);
  add_record (w, name, record);
  free (e.objects);
  free (e.as_source);
  free (e.as_destination);
  return true;
}

bool
esc_store_add_all (struct esc_store_writer *w, const struct esc_store *store)
{
  if (esc_store_pointer_size (store) != w->pointer_size)
    return false;
  for (uint32_t i = 0; i < esc_store_size (store); i++)
    {
      size_t n;
      const void *from = esc_store_record (store, i, &n);
      struct bytes record = { NULL, 0, 0 };
      put_bytes (&record, from, n);
      add_record (w, esc_store_name (store, i), record);
    }
  return true;
}

/* Order by name, and those that have the same by when they were added.  */
static int
compare_entries (const void *a, const void *b)
{
  const struct entry *x = a, *y = b;
  int names = strcmp (x->name, y->name);
  return names ? names : x->number < y->number ? -1 : x->number > y->number;
}

/* Sort the entries of W, and leave only the last of those that have the same
   name.  */
static void
sort_entries (struct esc_store_writer *w)
{
  for (uint32_t i = 0; i < w->n_entries; i++)
    w->entries[i].number = i;
  if (w->n_entries)
    qsort (w->entries, w->n_entries, sizeof *w->entries, compare_entries);
  uint32_t n = 0;
  for (uint32_t i = 0; i < w->n_entries; i++)
    if (i + 1 < w->n_entries
	&& strcmp (w->entries[i].name, w->entries[i + 1].name) == 0)
      {
	free (w->entries[i].name);
	free (w->entries[i].record.all);
      }
    else
      w->entries[n++] = w->entries[i];
  w->n_entries = n;
}

/* Change the word at AT of B.  */
static void
set_word (struct bytes *b, size_t at, uint32_t word)
{
  for (int i = 0; i < 4; i++)
    b->all[at + i] = word >> 8 * i & 0xff;
}

bool
esc_store_write (struct esc_store_writer *w, FILE *out)
{
  sort_entries (w);
  struct bytes b = { NULL, 0, 0 };
  put_bytes (&b, ESC_STORE_MAGIC, strlen (ESC_STORE_MAGIC));
  put_word (&b, ESC_STORE_VERSION);
  put_word (&b, 0);
  put_word (&b, 0);
  put_word (&b, w->pointer_size);
  put_word (&b, w->n_entries);
  size_t name = b.n + (size_t) w->n_entries * ESC_STORE_ENTRY;
  size_t record = name;
  for (uint32_t i = 0; i < w->n_entries; i++)
    record += strlen (w->entries[i].name) + 1;
  for (uint32_t i = 0; i < w->n_entries; i++)
    {
      put_word (&b, name);
      put_word (&b, record);
      put_word (&b, w->entries[i].record.n);
      name += strlen (w->entries[i].name) + 1;
      record += w->entries[i].record.n;
    }
  for (uint32_t i = 0; i < w->n_entries; i++)
    put_bytes (&b, w->entries[i].name, strlen (w->entries[i].name) + 1);
  for (uint32_t i = 0; i < w->n_entries; i++)
    put_bytes (&b, w->entries[i].record.all, w->entries[i].record.n);
  bool good = b.n <= ESC_STORE_MAX_FILE;
  if (!good)
    errno = EFBIG;
  else
    {
      set_word (&b, ESC_STORE_AT_SIZE, b.n);
      set_word (&b, ESC_STORE_AT_CRC,
		xcrc32 (b.all + ESC_STORE_AT_POINTER_SIZE,
			b.n - ESC_STORE_AT_POINTER_SIZE, 0xffffffff));
      good = fwrite (b.all, 1, b.n, out) == b.n;
    }
  free (b.all);
  return good;
}
