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
  int x = 0; /* { dg-note "'x' escapes its frame: passed to an unknown function" } */

  open_stream ()->write (&x);
}

void
store (void)
{
  int x = 0; /* { dg-note "'x' escapes its frame: stored in memory that is not known" } */

  *open_stream ()->where = &x;
}
