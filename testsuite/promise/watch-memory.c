/* The memory of a watched program: see watch-memory.h.

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


#define _GNU_SOURCE
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "watch-memory.h"

/* What memory_of_program fills.  */
struct filling
{
  struct memory_region *regions;
  size_t n;
  size_t max;
};

/* Append to F the SIZE bytes at START, which are described by NAME.  */

static void
append (struct filling *f, uintptr_t start, size_t size, const char *name)
{
  uintptr_t align = sizeof (uintptr_t) - 1;
  if (f->n == f->max || size < sizeof (uintptr_t))
    return;
  struct memory_region *region = &f->regions[f->n++];
  region->from = (const uintptr_t *) ((start + align) & ~align);
  region->to = (const uintptr_t *) ((start + size) & ~align);
  region->name = name;
}

/* Whether the file NAME is the dynamic loader, or what the kernel gives.  */

static bool
loader_p (const char *name)
{
  const char *base = name;
  for (; *name; name++)
    if (*name == '/')
      base = name + 1;
  return ((base[0] == 'l' && base[1] == 'd' && (base[2] == '-'
						|| base[2] == '.'))
	  || (base[0] == 'l' && base[1] == 'i' && base[2] == 'n'
	      && base[3] == 'u'));
}

/* Append the writable data of one object file that is loaded.  */

static int
append_object (struct dl_phdr_info *info, size_t size, void *data)
{
  struct filling *f = data;
  (void) size;
  if (loader_p (info->dlpi_name))
    return 0;
  bool program = !*info->dlpi_name;
  for (int i = 0; i < info->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *header = &info->dlpi_phdr[i];
      if (header->p_type == PT_LOAD && (header->p_flags & PF_W))
	append (f, info->dlpi_addr + header->p_vaddr, header->p_memsz,
		program ? "the program's global data" : info->dlpi_name);
      else if (header->p_type == PT_TLS && info->dlpi_tls_data)
	append (f, (uintptr_t) info->dlpi_tls_data, header->p_memsz,
		"thread-local storage");
    }
  return 0;
}

size_t
memory_of_program (struct memory_region *regions, size_t max)
{
  struct filling f = { regions, 0, max };
  dl_iterate_phdr (append_object, &f);
  return f.n;
}

/* What the program has mapped.  It is not in the global data, where it would
   be looked through itself.  */
enum { MAX_MAPPED = 1024 };
static struct memory_region *mapped;
static size_t n_mapped;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void
memory_each_mapped (void (*visit) (const struct memory_region *region,
				   void *data), void *data)
{
  pthread_mutex_lock (&lock);
  for (size_t i = 0; i < n_mapped; i++)
    visit (&mapped[i], data);
  pthread_mutex_unlock (&lock);
}

/* Forget what is known to be mapped from FROM to TO.  The lock is held.  */

static void
forget (uintptr_t from, uintptr_t to)
{
  for (size_t i = 0; i < n_mapped;)
    {
      struct memory_region *region = &mapped[i];
      uintptr_t start = (uintptr_t) region->from;
      uintptr_t end = (uintptr_t) region->to;
      if (from >= end || to <= start)
	{
	  i++;
	  continue;
	}
      if (start < from && end > to && n_mapped < MAX_MAPPED)
	{
	  mapped[n_mapped] = *region;
	  mapped[n_mapped++].from = (const uintptr_t *) to;
	}
      if (start < from)
	region->to = (const uintptr_t *) from;
      else if (end > to)
	region->from = (const uintptr_t *) to;
      else
	{
	  mapped[i] = mapped[--n_mapped];
	  continue;
	}
      i++;
    }
}

/* Remember that the program mapped SIZE bytes at START for itself.  The lock
   is held.  */

static void
remember (void *start, size_t size)
{
  if (!mapped)
    mapped = (void *) syscall (SYS_mmap, NULL, MAX_MAPPED * sizeof *mapped,
			       PROT_READ | PROT_WRITE,
			       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED || n_mapped == MAX_MAPPED)
    return;
  struct memory_region *region = &mapped[n_mapped++];
  size_t page = sysconf (_SC_PAGESIZE);
  size = (size + page - 1) & -page;
  region->from = start;
  region->to = (const uintptr_t *) ((uintptr_t) start + size);
  region->name = "memory from mmap";
}

/* What follows takes the place of the C library's functions, unless the
   program brings its own.  */

#define REPLACE __attribute__ ((weak, visibility ("default")))

REPLACE void *
mmap (void *start, size_t size, int protection, int flags, int file,
      off_t offset)
{
  pthread_mutex_lock (&lock);
  void *got = (void *) syscall (SYS_mmap, start, size, protection, flags,
				file, offset);
  if (got != MAP_FAILED)
    {
      int readable = PROT_READ | PROT_WRITE;
      int unwanted = MAP_STACK | MAP_GROWSDOWN | MAP_NORESERVE;
      forget ((uintptr_t) got, (uintptr_t) got + size);
      if ((protection & readable) == readable && (flags & MAP_ANONYMOUS)
	  && !(flags & unwanted))
	remember (got, size);
    }
  pthread_mutex_unlock (&lock);
  return got;
}

REPLACE void *
mmap64 (void *start, size_t size, int protection, int flags, int file,
	off64_t offset)
{
  return mmap (start, size, protection, flags, file, offset);
}

REPLACE int
munmap (void *start, size_t size)
{
  pthread_mutex_lock (&lock);
  forget ((uintptr_t) start, (uintptr_t) start + size);
  int result = syscall (SYS_munmap, start, size);
  pthread_mutex_unlock (&lock);
  return result;
}

REPLACE void *
mremap (void *start, size_t old_size, size_t size, int flags, ...)
{
  va_list rest;
  va_start (rest, flags);
  void *wanted = flags & MREMAP_FIXED ? va_arg (rest, void *) : NULL;
  va_end (rest);
  pthread_mutex_lock (&lock);
  size_t before = n_mapped;
  forget ((uintptr_t) start, (uintptr_t) start + old_size);
  bool known = n_mapped != before;
  void *got = (void *) syscall (SYS_mremap, start, old_size, size, flags,
				wanted);
  if (known)
    remember (got == MAP_FAILED ? start : got,
	      got == MAP_FAILED ? old_size : size);
  pthread_mutex_unlock (&lock);
  return got;
}

REPLACE int
mprotect (void *start, size_t size, int protection)
{
  pthread_mutex_lock (&lock);
  if (!(protection & PROT_READ))
    forget ((uintptr_t) start, (uintptr_t) start + size);
  int result = syscall (SYS_mprotect, start, size, protection);
  pthread_mutex_unlock (&lock);
  return result;
}
