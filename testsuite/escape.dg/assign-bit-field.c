/* A bit field that is as wide as a pointer carries one.  */

struct wide
{
  unsigned long p : 64;
};

struct shifted
{
  unsigned long low : 4;
  unsigned long p : 60;
};

struct wide sink;
struct shifted aligned;

void
wide_field (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */

  sink.p = (unsigned long) &x;
}

void
read_back (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'sink'" } */
  struct wide w;

  w.p = (unsigned long) &x;
  sink = w;
}

/* All bits of an aligned address but those that are always zero.  */

void
bits_of_an_aligned_address (void)
{
  long x; /* { dg-note "'x' escapes its frame: stored in 'aligned'" } */

  aligned.p = (unsigned long) &x >> 4;
}

/* Flags in front of a pointer do not hide it.  */

struct flagged
{
  unsigned int used : 1;
  unsigned int rest : 31;
  int *p;
};

struct flagged flags;

void
next_to_bit_fields (void)
{
  int x; /* { dg-note "'x' escapes its frame: stored in 'flags'" } */

  flags.used = 1;
  flags.p = &x;
}

int
stays (void)
{
  int x = 1; /* { dg-note "'x' does not escape" } */
  struct flagged f = { .used = 1, .p = &x };

  f.rest = 3;
  return *f.p + f.used;
}
