/* For header.c.  */

static inline int *
same_in_header (int *p)
{
  return p;
}
