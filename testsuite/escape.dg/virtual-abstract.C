// What the virtual table of an abstract class has for a function that is not
// defined is never called: it is there while the object is being made.

// { dg-options "-fplugin-arg-escape-show=locals" }

struct shape
{
  int *size;
  shape (int *s) : size (s) {}
  virtual int area () = 0;
  virtual ~shape () {}
};

static shape *kept;

struct square final : shape
{
  square (int *s) : shape (s) {}
  int area () { return *size * *size; }
};

struct keeper final : shape
{
  keeper (int *s) : shape (s) {}
  int area () { kept = this; return 0; }
};

static int
measure (shape *s)
{
  return s->area ();
}

int
measure_square ()
{
  int size = 3; // { dg-note "'size' does not escape" }
  square s (&size); // { dg-note "'s' does not escape" }
  return measure (&s);
}

// The function of this class keeps it.

int
measure_keeper ()
{
  int size = 3; // { dg-note "'size' escapes its frame: stored in 'k', which escapes" }
  keeper k (&size); // { dg-note "'k' escapes its frame: stored in 'kept'" }
  return measure (&k);
}

// Nobody knows who is behind a reference.

int
measure_any (shape &other)
{
  int size = 3; // { dg-note "'size' escapes its frame: stored in memory that 'other' points to" }
  other.size = &size;
  return measure (&other);
}
