/* Aggregates that have no name: what functions return, and what a conditional
   chooses.  Their lifetime is that of the expression they are in.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

struct s
{
  int v[4];
};

struct s make (void);
int *last;

void
returned (void)
{
  last = make ().v; /* { dg-note "'temporary' escapes its frame: stored in 'last'" } */
}

void
chosen (int c)
{
  struct s a = { { 0 } };

  last = (c ? a : make ()).v; /* { dg-note "'temporary' escapes its frame: stored in 'last'" } */
}
