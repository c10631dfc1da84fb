// operator new and delete in all forms: what new gives is a new block, and
// delete only frees it.
// { dg-additional-options "-std=c++17 -Wno-return-local-addr" }

#include <cstddef>
#include <new>

struct alignas (64) aligned
{
  int x;
};

struct own
{
  int x;
  static void *operator new (std::size_t);
  static void operator delete (void *);
};

void
stays_expressions (std::size_t n)
{
  int *p = new int (3); // { dg-note "'operator new \\(4\\)' does not escape: 4 bytes could live in the frame of 'stays_expressions'" }
  delete p;
  int *q = new int[n]; // { dg-note "'operator new .*' does not escape: its size is not constant" }
  delete[] q;
  int *r = new (std::nothrow) int; // { dg-note "'operator new \\(4, &nothrow\\)' does not escape: 4 bytes could live in the frame of 'stays_expressions'" }
  delete r;
  aligned *s = new aligned; // { dg-note "'operator new \\(64, 64\\)' does not escape: 64 bytes could live in the frame of 'stays_expressions'" }
  delete s;
}

void
stays_placement ()
{
  // Placement new gives back the place.
  alignas (int) char place[sizeof (int)]; // { dg-note "'place' does not escape" }
  int *p = new (place) int;
  *p = 1;
}

int *
returns_placement ()
{
  static int *kept;
  alignas (int) char place[sizeof (int)]; // { dg-note "'place' escapes its frame: returned by 'returns_placement'" }
  kept = NULL;
  return new (place) int;
}

void
stays_calls ()
{
  // Called by their names they do the same.
  void *p = ::operator new (16); // { dg-note "'operator new \\(16\\)' does not escape: 16 bytes could live in the frame of 'stays_calls'" }
  ::operator delete (p);
  p = ::operator new (24); // { dg-note "'operator new \\(24\\)' does not escape: 24 bytes could live in the frame of 'stays_calls'" }
  ::operator delete (p, std::size_t (24));
  p = ::operator new (32, std::align_val_t (32)); // { dg-note "'operator new \\(32, 32\\)' does not escape: 32 bytes could live in the frame of 'stays_calls'" }
  ::operator delete (p, std::align_val_t (32));
  p = ::operator new (40, std::nothrow); // { dg-note "'operator new \\(40, &nothrow\\)' does not escape: 40 bytes could live in the frame of 'stays_calls'" }
  ::operator delete (p, std::nothrow);
}

void
stays_content ()
{
  // What is in a block that is freed goes with it.
  int x; // { dg-note "'x' does not escape" }
  int **p = new int *; // { dg-note "'operator new \\(8\\)' does not escape: 8 bytes could live in the frame of 'stays_content'" }
  *p = &x;
  delete p;
}

void
leaves_own ()
{
  // A class may have its own, which are functions like others.
  own *p = new own;
  delete p;
}

// Exceptions: what is thrown outlives the frame.

void
leaves_thrown ()
{
  int x; // { dg-note "'x' escapes its frame: thrown" }
  throw &x;
}

// The guard of a static, and what is registered for the end, are no escapes.

struct registered
{
  int x;
  registered ();
  ~registered ();
};

int
stays_guard (int *p) // { dg-note "'p' does not escape" }
{
  static registered r;
  static int once = *p;
  return r.x + once;
}
