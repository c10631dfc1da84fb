/* In a closed world a call through a field of a structure reaches only what is
   stored in that field, though other functions of its type have their addresses
   taken, too.  */

/* { dg-options "-fplugin-arg-escape-closed-world" } */

#include <stdlib.h>
#include <string.h>

static int *kept;

static void
look (int *p) /* { dg-note "'p' does not escape" } */
{
  ++*p;
}

static void
keep (int *p) /* { dg-note "leaking param: 'p': stored in 'kept'" } */
{
  kept = p;
}

/* An initializer stores in fields.  */
struct methods { void (*first) (int *); void (*second) (int *); };

const struct methods plain = { look, keep };
const struct methods *current;

void
call_first (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  current->first (&x);
}

void
call_second (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'current->second'" } */
  current->second (&x);
}

/* So does a copy from another field.  */
struct copy { void (*taken) (int *); void (*given) (int *); };
struct copy copied;

void
set_copy (const struct methods *m) /* { dg-note "leaking param content: 'm': stored in 'copied'" } */
{
  copied.taken = m->first;
  copied.given = m->first ? m->second : 0;
}

void
call_taken (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  copied.taken (&x);
}

void
call_given (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'copied.given'" } */
  copied.given (&x);
}

/* What is an argument may be any function.  */
struct slot { void (*call) (int *); };
struct slot slots[2];

void
set_slot (int i, void (*call) (int *)) /* { dg-note "leaking param: 'call': stored in 'slots'" } */
{
  slots[i].call = call;
}

void
call_slot (int i)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'slots\\\[i\\\].call'" } */
  slots[i].call (&x);
}

/* A field whose address is taken holds what anybody puts there.  */
struct open { void (*call) (int *); };
struct open opened = { look };
void (**way) (int *);

void
open_it (void)
{
  way = &opened.call;
  *way = keep;
}

void
call_opened (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'opened.call'" } */
  opened.call (&x);
}

/* A structure may be taken for another, in a union or by a conversion.  */
struct in_union { void (*call) (int *); };
struct beside { void (*call) (int *); };
union either { struct in_union a; struct beside b; };
union either united;
struct in_union *inside = &united.a;

void
set_beside (void)
{
  united.a.call = look;
  united.b.call = keep;
}

void
call_inside (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'inside->call'" } */
  inside->call (&x);
}

struct taken { void (*call) (int *); };
struct other { void (*call) (int *); };
struct taken taken = { keep };
struct other *other;

void
convert (void)
{
  static const struct other harmless = { look };
  other = (struct other *) &taken;
  if (!other)
    *other = harmless;
}

void
call_other (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'other->call'" } */
  other->call (&x);
}

/* memcpy copies bytes, whatever they are.  */
struct raw { void (*call) (int *); };
struct source { void (*call) (int *); };
struct raw raw = { look };
struct source source = { keep };

void
copy_bytes (void)
{
  memcpy (&raw, &source, sizeof raw);
}

void
call_raw (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'raw.call'" } */
  raw.call (&x);
}

struct many_raw { void (*call) (int *); int more[40]; };
struct many_sources { void (*call) (int *); int more[40]; };
struct many_raw many_raw = { look, { 0 } };
struct many_sources many_sources = { keep, { 0 } };

void
copy_many (size_t n)
{
  memcpy (&many_raw, &many_sources, n);
}

void
call_many (void)
{
  int x = 1; /* { dg-note "'x' escapes its frame: passed to an unknown function through 'many_raw.call'" } */
  many_raw.call (&x);
}

/* What a structure begins with is no other structure.  */
struct base { void (*call) (int *); };
struct derived { struct base base; int more; };
struct derived derived = { { look }, 1 };
struct base *base = (struct base *) &derived;

void
call_base (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  base->call (&x);
}
