// A virtual call in a joint graph is made for each object on its own: what its
// class does is done to it, and not to the objects of other classes.

// { dg-options "-fplugin-arg-escape-show=locals -w" }

struct visitor
{
  int *count;
  virtual int visit (int n) = 0;
};

static visitor *kept;
static int walk (visitor *v, int n);

// All members of the group: each may call each, by way of WALK.  They are so
// many that their transfers are coarse.
#define MEMBER(N) \
  static int member_##N (visitor *v, int n) \
  { return n > N ? walk (v, n - 1) : N; }
MEMBER (1) MEMBER (2) MEMBER (3) MEMBER (4) MEMBER (5) MEMBER (6) MEMBER (7)
MEMBER (8) MEMBER (9)

namespace
{
  struct counter final : visitor
  {
    int visit (int n) { return *count += walk (this, n - 1); }
  };

  struct keeper final : visitor
  {
    int visit (int n) { kept = this; return walk (this, n - 1); }
  };
}

static int
count_all (int n)
{
  int sum = 0; // { dg-note "'sum' does not escape" }
  counter v; // { dg-note "'v' does not escape" }
  v.count = &sum;
  return walk (&v, n) + sum;
}

// It gets into KEPT, and what it holds with it.
static int
keep (int n)
{
  int sum = 0; // { dg-note "'sum' escapes its frame: .*" }
  keeper v; // { dg-note "'v' escapes its frame: .*" }
  v.count = &sum;
  return walk (&v, n);
}

static int
walk (visitor *v, int n)
{
  switch (n)
    {
    case 1: return member_1 (v, n);
    case 2: return member_2 (v, n);
    case 3: return member_3 (v, n);
    case 4: return member_4 (v, n);
    case 5: return member_5 (v, n);
    case 6: return member_6 (v, n);
    case 7: return member_7 (v, n);
    case 8: return member_8 (v, n);
    case 9: return member_9 (v, n);
    case 10: return count_all (n);
    case 11: return keep (n);
    }
  return v->visit (n);
}

int
start (int n)
{
  return walk (0, n);
}
