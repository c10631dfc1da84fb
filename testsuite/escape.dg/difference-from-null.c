/* The difference of an address from null is the address.  */
/* { dg-do compile } */
/* { dg-prune-notes "." } */

char *
align (void)
{
  char x[64]; /* { dg-note "'x' escapes its frame: returned by 'align'" } */
  char *null = 0;
  long distance = x - null;

  return null + ((distance + 15) & ~15L);
}

/* That of two addresses within one object is not.  */
long
length (void)
{
  char x[64]; /* { dg-note "'x' does not escape" } */
  char *end = x;

  while (end < x + 60)
    end += 3;
  return end - x;
}
