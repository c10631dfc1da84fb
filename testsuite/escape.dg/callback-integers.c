/* An integer that is as wide as a pointer may be one, but nothing is said of a
   parameter that the program never treats as a pointer, wherever its value
   goes.  */

struct file
{
  int (*read) (struct file *, long, void *);
};

static int
read_at (struct file *f, /* { dg-note "leaking param: 'f': passed to an unknown function through 'f->read'" } */
	 long offset,
	 void *to) /* { dg-note "leaking param: 'to': passed to an unknown function through 'f->read'" } */
{
  return f->read (f, offset, to);
}

/* The call of what F knows is made here; there, too, OFFSET is a number.  */
int
read_head (struct file *f, /* { dg-note "leaking param: 'f': passed to an unknown function through 'f->read'" } */
	   long offset,
	   void *to) /* { dg-note "leaking param: 'to': passed to an unknown function through 'f->read'" } */
{
  return read_at (f, offset, to);
}

/* This one is a pointer in the eyes of the program.  */
int
read_there (struct file *f, /* { dg-note "leaking param: 'f': passed to an unknown function through 'f->read'" } */
	    long to) /* { dg-note "leaking param: 'to': passed to an unknown function through 'f->read'" } */
{
  return read_at (f, 0, (void *) to);
}
