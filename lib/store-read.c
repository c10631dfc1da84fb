/* Reading files of models.

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



/* See store.h, and store-int.h for the bytes.  The head and the table of names
   are checked when the file is opened, a record when it is read; nothing in
   it is believed before.  */

#include "store.h"

#include "store-int.h"
#include "transfer-int.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct esc_store
{
  const unsigned char *data;
  size_t size;
  bool mapped;			/* to be unmapped */
  uint32_t n_entries;
};

/* The head.  */

static uint32_t
word_at (const unsigned char *p)
{
  return p[0] | p[1] << 8 | p[2] << 16 | (uint32_t) p[3] << 24;
}

/* Where the table has the I-th function.  */
static const unsigned char *
entry (const struct esc_store *s, uint32_t i)
{
  return s->data + ESC_STORE_HEAD + (size_t) i * ESC_STORE_ENTRY;
}

uint32_t
esc_store_size (const struct esc_store *s)
{
  return s->n_entries;
}

const char *
esc_store_name (const struct esc_store *s, uint32_t i)
{
  return (const char *) s->data + word_at (entry (s, i));
}

unsigned
esc_store_pointer_size (const struct esc_store *s)
{
  return word_at (s->data + ESC_STORE_AT_POINTER_SIZE);
}

const void *
esc_store_record (const struct esc_store *s, uint32_t i, size_t *size)
{
  *size = word_at (entry (s, i) + 8);
  return s->data + word_at (entry (s, i) + 4);
}

/* Whether the table of S is sound: names are strings, in order, and records
   are within the file.  */
static bool
table_is_sound (const struct esc_store *s)
{
  if (s->n_entries > (s->size - ESC_STORE_HEAD) / ESC_STORE_ENTRY)
    return false;
  size_t begin = ESC_STORE_HEAD + (size_t) s->n_entries * ESC_STORE_ENTRY;
  for (uint32_t i = 0; i < s->n_entries; i++)
    {
      size_t name = word_at (entry (s, i));
      size_t record = word_at (entry (s, i) + 4);
      size_t length = word_at (entry (s, i) + 8);
      if (name < begin || name >= s->size
	  || !memchr (s->data + name, 0, s->size - name)
	  || record < begin || record > s->size || length > s->size - record)
	return false;
      if (i && strcmp (esc_store_name (s, i - 1), esc_store_name (s, i)) >= 0)
	return false;
    }
  return true;
}

/* Check the head and the table of S, and complete it.  */
static enum esc_store_status
check (struct esc_store *s)
{
  const size_t magic = strlen (ESC_STORE_MAGIC);
  size_t common = s->size < magic ? s->size : magic;
  if (s->size == 0 || memcmp (s->data, ESC_STORE_MAGIC, common) != 0)
    return ESC_STORE_FOREIGN;
  if (s->size < ESC_STORE_AT_VERSION + 4)
    return ESC_STORE_DAMAGED;
  if (word_at (s->data + ESC_STORE_AT_VERSION) != ESC_STORE_VERSION)
    return ESC_STORE_OTHER_VERSION;
  if (s->size < ESC_STORE_HEAD
      || word_at (s->data + ESC_STORE_AT_SIZE) != s->size
      || word_at (s->data + ESC_STORE_AT_CRC)
	   != xcrc32 (s->data + ESC_STORE_AT_POINTER_SIZE,
		      s->size - ESC_STORE_AT_POINTER_SIZE, 0xffffffff))
    return ESC_STORE_DAMAGED;
  s->n_entries = word_at (s->data + ESC_STORE_AT_COUNT);
  return table_is_sound (s) ? ESC_STORE_GOOD : ESC_STORE_DAMAGED;
}

/* A store of SIZE bytes at DATA, if they are one.  */
static struct esc_store *
new_store (const void *data, size_t size, bool mapped,
	   enum esc_store_status *status)
{
  struct esc_store *s = XCNEW (struct esc_store);
  s->data = data;
  s->size = size;
  s->mapped = mapped;
  *status = size > ESC_STORE_MAX_FILE ? ESC_STORE_FOREIGN : check (s);
  if (*status == ESC_STORE_GOOD)
    return s;
  esc_store_close (s);
  return NULL;
}

struct esc_store *
esc_store_from_memory (const void *data, size_t size,
		       enum esc_store_status *status)
{
  return new_store (data, size, false, status);
}

struct esc_store *
esc_store_open (const char *file, enum esc_store_status *status)
{
  *status = ESC_STORE_UNREADABLE;
  int fd = open (file, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return NULL;
  struct stat st;
  void *data = MAP_FAILED;
  bool empty = false;
  if (fstat (fd, &st) == 0)
    {
      if (S_ISREG (st.st_mode) && st.st_size == 0)
	empty = true;
      else if (S_ISDIR (st.st_mode))
	errno = EISDIR;
      else
	data = mmap (NULL, st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    }
  int error = errno;
  close (fd);
  errno = error;
  if (empty)
    *status = ESC_STORE_FOREIGN;
  if (data == MAP_FAILED)
    return NULL;
  return new_store (data, st.st_size, true, status);
}

void
esc_store_close (struct esc_store *s)
{
  if (!s)
    return;
  if (s->mapped)
    munmap ((void *) s->data, s->size);
  free (s);
}

bool
esc_store_find (const struct esc_store *s, const char *name, uint32_t *i)
{
  uint32_t low = 0, high = s->n_entries;
  while (low < high)
    {
      uint32_t middle = low + (high - low) / 2;
      int order = strcmp (name, esc_store_name (s, middle));
      if (order == 0)
	{
	  *i = middle;
	  return true;
	}
      if (order < 0)
	high = middle;
      else
	low = middle + 1;
    }
  return false;
}

/* Records.  */

/* What is left of a record.  Once something in it is wrong, all that is read
   is 0.  */
struct cursor
{
  const unsigned char *p, *end;
  bool bad;
};

static unsigned
get_byte (struct cursor *c)
{
  if (c->p >= c->end)
    c->bad = true;
  return c->bad ? 0 : *c->p++;
}

static uint64_t
get_number (struct cursor *c)
{
  uint64_t number = 0;
  for (int shift = 0; shift < 64; shift += 7)
    {
      unsigned byte = get_byte (c);
      number |= (uint64_t) (byte & 0x7f) << shift;
      if (!(byte & 0x80))
	return number;
    }
  c->bad = true;
  return 0;
}

/* A number that is at least LOW and at most HIGH.  */
static uint32_t
get_within (struct cursor *c, uint32_t low, uint32_t high)
{
  uint64_t number = get_number (c);
  if (number < low || number > high)
    c->bad = true;
  return c->bad ? low : number;
}

static int64_t
get_signed (struct cursor *c)
{
  uint64_t number = get_number (c);
  return number & 1 ? ~(int64_t) (number >> 1) : (int64_t) (number >> 1);
}

/* The length of a list whose elements have at least one byte each.  */
static uint32_t
get_length (struct cursor *c)
{
  uint32_t n = get_within (c, 0, ESC_STORE_MAX_LIST);
  if (n > (size_t) (c->end - c->p))
    c->bad = true;
  return c->bad ? 0 : n;
}

/* A string in the store, or NULL.  */
static const char *
get_string (struct cursor *c)
{
  uint64_t n = get_number (c);
  if (c->bad || n == 0)
    return NULL;
  const unsigned char *string = c->p;
  if (n > (size_t) (c->end - c->p) || memchr (string, 0, n) != string + n - 1)
    {
      c->bad = true;
      return NULL;
    }
  c->p += n;
  return (const char *) string;
}

/* What is read, and for which target.  */
struct decoder
{
  struct cursor c;
  bool other_target;		/* whose offsets and sizes say nothing */
  struct esc_transfer *transfer;
};

static struct esc_offset
get_offset (struct decoder *d)
{
  struct esc_offset offset;
  offset.at = get_signed (&d->c);
  offset.stride = get_within (&d->c, 0, ESC_STORE_MAX_STRIDE);
  if (offset.at <= -ESC_STORE_MAX_OFFSET || offset.at >= ESC_STORE_MAX_OFFSET)
    d->c.bad = true;
  /* The beginning is the same everywhere.  */
  bool known = !d->other_target || (offset.at == 0 && offset.stride == 0);
  return known && !d->c.bad ? offset : ESC_ANYWHERE;
}

/* The number of an object that is known already.  */
static uint32_t
get_object_number (struct decoder *d)
{
  uint32_t n = d->transfer->n_objects;
  if (!n)
    d->c.bad = true;
  return d->c.bad ? 0 : get_within (&d->c, 1, n);
}

static bool
may_be_called (const struct esc_transfer *t, uint32_t number)
{
  enum esc_object_kind kind = t->objects[number - 1].kind;
  return kind == ESC_OBJECT_ROOT || kind == ESC_OBJECT_DEREF
	 || kind == ESC_OBJECT_ANSWER;
}

/* The number of an object that stands for a function.  */
static uint32_t
get_function_number (struct decoder *d)
{
  uint32_t number = get_object_number (d);
  if (!d->c.bad && !may_be_called (d->transfer, number))
    d->c.bad = true;
  return d->c.bad ? 0 : number;
}

static int
get_root (struct decoder *d)
{
  int64_t root = get_signed (&d->c);
  if (root != ESC_ROOT_VARARGS
      && (root < 0 || root >= d->transfer->n_parameters))
    d->c.bad = true;
  return d->c.bad ? 0 : root;
}

static struct esc_size
get_size (struct decoder *d)
{
  struct esc_size size;
  size.kind = get_within (&d->c, ESC_SIZE_UNKNOWN, ESC_SIZE_PRODUCT);
  size.parameter = get_within (&d->c, 0, ESC_MAX_PARAMETERS);
  size.value = get_number (&d->c);
  size.other = size.kind == ESC_SIZE_PRODUCT
		 ? get_within (&d->c, 0, ESC_MAX_PARAMETERS) : 0;
  if (d->other_target)
    size.kind = ESC_SIZE_UNKNOWN;
  return size;
}

/* Add the object that comes next.  */
static void
get_object (struct decoder *d)
{
  struct esc_transfer *t = d->transfer;
  struct exported o;
  memset (&o, 0, sizeof o);
  o.kind = get_within (&d->c, 0, ESC_OBJECT_SINK);
  o.pointer = get_within (&d->c, 0, ESC_STORE_POINTER);
  switch (o.kind)
    {
    case ESC_OBJECT_ROOT:
      o.root = get_root (d);
      o.root_offset = get_offset (d);
      break;
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_OUTSIDE:
    case ESC_OBJECT_RESULT:
    case ESC_OBJECT_WORLD:
      break;
    case ESC_OBJECT_BLOCK:
      o.size = get_size (d);
      break;
    case ESC_OBJECT_ARGUMENT:
      o.function = get_function_number (d);
      o.id = get_within (&d->c, 0, MAX_ARGUMENTS - 1);
      break;
    case ESC_OBJECT_ANSWER:
      o.function = get_function_number (d);
      break;
    case ESC_OBJECT_SINK:
      o.sink.to = get_within (&d->c, 0, ESC_TO_BLOCK);
      o.sink.where = get_within (&d->c, 0, ESC_WHERE_KEPT);
      o.sink.name = get_string (&d->c);
      break;
    case ESC_OBJECT_LOCAL:
    case ESC_OBJECT_GLOBAL:
    case ESC_OBJECT_FUNCTION:
    case ESC_OBJECT_FOREIGN:
      d->c.bad = true;
    }
  t->objects[t->n_objects++] = o;
}

static void
get_origin (struct decoder *d)
{
  struct esc_transfer *t = d->transfer;
  struct exported_origin o;
  o.object = get_object_number (d);
  o.parent = get_object_number (d);
  o.offset = get_offset (d);
  if (d->c.bad)
    return;
  switch (t->objects[o.object - 1].kind)
    {
    case ESC_OBJECT_ROOT:
    case ESC_OBJECT_DEREF:
    case ESC_OBJECT_ANSWER:
    case ESC_OBJECT_OUTSIDE:
      t->origins[t->n_origins++] = o;
      break;
    default:
      d->c.bad = true;
    }
}

static void
get_fact (struct decoder *d)
{
  struct fact f;
  f.dst = get_object_number (d);
  f.dst_offset = get_offset (d);
  f.src = get_object_number (d);
  f.src_offset = get_offset (d);
  if (!d->c.bad)
    d->transfer->facts[d->transfer->n_facts++] = f;
}

/* Read the prototype.  */
static void
get_prototype (struct decoder *d, struct esc_prototype *p)
{
  struct cursor *c = &d->c;
  p->n_parameters = get_within (c, 0, ESC_MAX_PARAMETERS);
  p->parameters = c->p;
  for (uint32_t i = 0; i < p->n_parameters; i++)
    if (get_byte (c) > ESC_PASSED_AGGREGATE)
      c->bad = true;
  p->more = get_within (c, 0, ESC_MORE_ANYTHING);
  p->result = get_within (c, 0, ESC_PASSED_AGGREGATE);
}

/* Read the lists.  */
static void
get_transfer (struct decoder *d)
{
  struct esc_transfer *t = d->transfer;
  struct cursor *c = &d->c;
  t->coarse = get_within (c, 0, ESC_STORE_COARSE);
  t->objects_capacity = get_length (c);
  t->objects = XCNEWVEC (struct exported, t->objects_capacity + 1);
  for (uint32_t i = 0; i < t->objects_capacity && !c->bad; i++)
    get_object (d);
  t->origins_capacity = get_length (c);
  t->origins = XCNEWVEC (struct exported_origin, t->origins_capacity + 1);
  for (uint32_t i = 0; i < t->origins_capacity && !c->bad; i++)
    get_origin (d);
  t->facts_capacity = get_length (c);
  t->facts = XCNEWVEC (struct fact, t->facts_capacity + 1);
  for (uint32_t i = 0; i < t->facts_capacity && !c->bad; i++)
    get_fact (d);
  t->calls_capacity = get_length (c);
  t->calls = XCNEWVEC (uint32_t, t->calls_capacity + 1);
  for (uint32_t i = 0; i < t->calls_capacity && !c->bad; i++)
    t->calls[t->n_calls++] = get_function_number (d);
  if (c->p != c->end)
    c->bad = true;
}

struct esc_transfer *
esc_store_read (const struct esc_store *s, uint32_t i, unsigned pointer_size,
		struct esc_prototype *prototype)
{
  size_t size;
  const unsigned char *record = esc_store_record (s, i, &size);
  struct decoder d;
  d.c = (struct cursor) { record, record + size, false };
  d.other_target = esc_store_pointer_size (s) != pointer_size;
  get_prototype (&d, prototype);
  d.transfer = esc_transfer_new (prototype->n_parameters);
  get_transfer (&d);
  if (!d.c.bad)
    return d.transfer;
  esc_transfer_free (d.transfer);
  return NULL;
}
