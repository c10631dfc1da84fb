/* One error, and something that notes would be given of without it.  */

int *last;

void
keep (int *p)
{
  last = p;
  p = p * p;
}
