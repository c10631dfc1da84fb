/* A function with attribute malloc returns a new block, but GCC does not say
   that there are no pointers in it.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

struct stream
{
  void (*write) (const int *);
  const int **where;
};

struct stream *open_stream (void) __attribute__ ((malloc));

void
call (void)
{
  int x = 0; /* { dg-note {'x' escapes its frame: passed to an unknown function through 'open_stream \(\)->write'} } */

  open_stream ()->write (&x);
}

void
store (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in memory that is not known" } */

  *open_stream ()->where = &x;
}

/* It may keep the block, as fopen does: only one that has a size is storage
   for the caller alone.  */
void *sized (unsigned long) __attribute__ ((malloc, alloc_size (1)));

int
use_both (void)
{
  int *p = sized (8); /* { dg-note "'sized \\(8\\)' does not escape: 8 bytes could live in the frame of 'use_both'" } */
  struct stream *s = open_stream (); /* { dg-no-note "open_stream" } */
  *p = s != 0;
  return *p;
}
