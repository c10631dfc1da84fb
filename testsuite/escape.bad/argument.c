extern void argument (char *p __attribute__ ((noescape (1))));
