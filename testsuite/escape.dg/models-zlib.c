/* <zlib.h>: streams and buffers are the caller's.  */
/* { dg-do compile } */
/* { dg-require-header "zlib.h" } */

#include <string.h>
#include <zlib.h>

/* zlib.h: next_in and next_out are "next input byte" and "next output byte will
   go here"; the state is allocated with zalloc.  */
int
inflated (void)
{
  char in[100]; /* { dg-note "'in' does not escape" } */
  char out[100]; /* { dg-note "'out' does not escape" } */
  z_stream stream; /* { dg-note "'stream' does not escape" } */
  int result;

  memset (&stream, 0, sizeof stream);
  memset (in, 0, sizeof in);
  stream.next_in = (Bytef *) in;
  stream.avail_in = sizeof in;
  stream.next_out = (Bytef *) out;
  stream.avail_out = sizeof out;
  if (inflateInit (&stream) != Z_OK)
    return 0;
  result = inflate (&stream, Z_FINISH);
  inflateEnd (&stream);
  return result;
}

/* zlib.h: "compresses the source buffer into the destination buffer".  */
int
compressed (void)
{
  char in[100]; /* { dg-note "'in' does not escape" } */
  char out[200]; /* { dg-note "'out' does not escape" } */
  uLongf size = sizeof out; /* { dg-note "'size' does not escape" } */

  memset (in, 0, sizeof in);
  return compress ((Bytef *) out, &size, (Bytef *) in, sizeof in);
}
