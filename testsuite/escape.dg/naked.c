/* The asm of a naked function takes its arguments from where the caller put
   them.  */
/* { dg-do compile { target x86_64-*-* } } */
/* { dg-prune-notes "." } */

void *last;

__attribute__ ((naked)) void *
keep (void *p) /* { dg-note "leaking param: 'p': used by asm" } */
{
  asm ("mov %rdi, last(%rip); mov %rdi, %rax; ret");
}

void
lend (void)
{
  int *x; /* { dg-note "'x' escapes its frame: used by asm" } */
  int y; /* { dg-note "'y' escapes its frame: .*" } */
  int **p = keep (&x);

  *p = &y;
}
