/* The least any generator must do: read every input byte and write every output byte, on one
   thread. `floor READ WRITE`: READ is a file of paths; WRITE a file of lines "size path", a size of
   -1 being a folder to make. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char block[1 << 20];

static int fail(const char *what) {
  perror(what);
  return 1;
}

static int take(const char *path) {
  int file = open(path, O_RDONLY);
  if (file < 0) return fail(path);
  ssize_t count;
  while ((count = read(file, block, sizeof block)) > 0) {}
  close(file);
  return count < 0 ? fail(path) : 0;
}

static int give(const char *path, long size) {
  if (size < 0) return mkdir(path, 0755) ? fail(path) : 0;
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  if (file < 0) return fail(path);
  while (size > 0) {
    ssize_t count = write(file, block, size < (long)sizeof block ? (size_t)size : sizeof block);
    if (count < 0) return fail(path);
    size -= count;
  }
  return close(file) ? fail(path) : 0;
}

int main(int count, char **arguments) {
  char line[8192], *path;
  if (count != 3) return 2;
  FILE *list = fopen(arguments[1], "r");
  if (!list) return fail(arguments[1]);
  while (fgets(line, sizeof line, list)) {
    line[strcspn(line, "\n")] = 0;
    if (take(line)) return 1;
  }
  fclose(list);
  list = fopen(arguments[2], "r");
  if (!list) return fail(arguments[2]);
  while (fgets(line, sizeof line, list)) {
    line[strcspn(line, "\n")] = 0;
    long size = strtol(line, &path, 10);
    if (give(path + 1, size)) return 1;
  }
  fclose(list);
  return 0;
}
