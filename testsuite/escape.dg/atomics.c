/* Atomic operations load and store like others.  */

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

int *sink;
_Atomic (int *) atomic_sink;
uintptr_t bits;
long counter;

void
stored (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  __atomic_store_n (&sink, &x, __ATOMIC_SEQ_CST);
}

void
stored_by_address (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = &x;

  __atomic_store (&sink, &p, __ATOMIC_SEQ_CST);
}

void
assigned (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'atomic_sink'" } */

  atomic_sink = &x;
}

void
exchanged (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  __atomic_exchange_n (&sink, &x, __ATOMIC_SEQ_CST);
}

/* Both ways: what was expected gets what was there.  */

bool
compared_and_exchanged (int *expected)
{ /* { dg-prune-notes "'expected'" } */
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  return __atomic_compare_exchange_n (&sink, &expected, &x, 0,
				      __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

void
old_style (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  __sync_bool_compare_and_swap (&sink, 0, &x);
}

void
added (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'bits'" } */

  __atomic_fetch_add (&bits, (uintptr_t) &x, __ATOMIC_SEQ_CST);
}

void
loaded (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  int *p = &x; /* { dg-note "'p' does not escape" } */

  sink = __atomic_load_n (&p, __ATOMIC_SEQ_CST);
}

/* A counter has no address in it.  */

long
counted (void)
{
  long n = 0; /* { dg-note "'n' does not escape" } */

  __atomic_fetch_add (&n, 1, __ATOMIC_SEQ_CST);
  __atomic_fetch_add (&counter, 1, __ATOMIC_SEQ_CST);
  return n;
}
