/* What is given to the deallocator that attribute malloc names is gone, however
   it is done; what is in it may be kept.  */

#include <stddef.h>

extern void block_free (void *);
extern void *block_new (size_t)
  __attribute__ ((malloc, malloc (block_free, 1), alloc_size (1)));

struct handle;
extern int handle_close (int, struct handle *);
extern struct handle *handle_open (void)
  __attribute__ ((malloc, malloc (handle_close, 2)));

extern void *block_resize (void *, size_t);
extern void *block_first (size_t)
  __attribute__ ((malloc, malloc (block_resize, 1), alloc_size (1)));

void
stays_freed (void)
{
  void *p = block_new (16); /* { dg-note "'block_new \\(16\\)' does not escape: 16 bytes could live in the frame of 'stays_freed'" } */
  block_free (p);
}

void
leaves_in_freed (void)
{
  /* The deallocator could look into it.  */
  int x; /* { dg-note "'x' escapes its frame: passed to 'block_free', whose body is not seen" } */
  int **p = block_new (sizeof *p); /* { dg-note "'block_new \\(8\\)' does not escape: 8 bytes could live in the frame of 'leaves_in_freed'" { target lp64 } } */
  *p = &x;
  block_free (p);
}

int
stays_closed (struct handle *p) /* { dg-note "'p' does not escape" } */
{
  /* Which argument is told by the attribute.  */
  return handle_close (1, p);
}

void *
leaves_resized (void)
{
  /* What is resized may come back.  */
  void *p = block_first (16); /* { dg-note "'block_first \\(16\\)' escapes: passed to 'block_resize', whose body is not seen" } */
  return block_resize (p, 32);
}
