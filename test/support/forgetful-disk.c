// A disk that loses power whenever the process is killed: preloaded under a server, it copies what is written to files of one
// folder into another folder only when they are synced. That one then holds what a disk without power would still have.
//
// FORGETFUL_FROM  the folder the process writes to, as an absolute path
// FORGETFUL_TO    the folder with what was synced; to begin with, with the same content
// FORGETFUL_LEAK  how many of 100 writes reach the disk unasked, some of them torn
// FORGETFUL_DEAF  if set, a sync does nothing: for a test of the tests
//
// Left out: the index of a write-ahead log (-shm), which is memory and made anew; renaming, which no store does while it is
// served. A name is on the disk once its file was synced, and gone as soon as it was removed.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MOST_FILES 64
#define TO_THE_END INT64_MAX
#define SECTOR 512

struct range { int64_t from, to; };
struct file { dev_t dev; ino_t ino; char name[256]; struct range *dirty; size_t count, room; };

static struct file files[MOST_FILES];
static int file_count;
static const char *from, *to;
static int leak, deaf;
static unsigned seed;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static int (*real_truncate)(int, off64_t);
static int (*real_sync)(int);
static int (*real_unlink)(const char *);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_sync = dlsym(RTLD_NEXT, "fsync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  from = getenv("FORGETFUL_FROM");
  to = getenv("FORGETFUL_TO");
  const char *percent = getenv("FORGETFUL_LEAK");
  leak = percent == NULL ? 0 : atoi(percent);
  deaf = getenv("FORGETFUL_DEAF") != NULL;
  seed = (unsigned)getpid() ^ (unsigned)time(NULL);
}

// What follows `from` in a path, if it is a file of that folder whose content counts.
static const char *name_of(const char *path) {
  size_t length = from == NULL ? 0 : strlen(from);
  if (length == 0 || to == NULL || strncmp(path, from, length) != 0 || path[length] != '/') return NULL;
  const char *name = path + length + 1;
  size_t end = strlen(name);
  if (end >= sizeof files[0].name || strchr(name, '/') != NULL) return NULL;
  return end > 4 && strcmp(name + end - 4, "-shm") == 0 ? NULL : name;
}

// By inode, since numbers of files are used again.
static struct file *find(int fd) {
  struct stat64 found;
  if (from == NULL || fstat64(fd, &found) != 0 || !S_ISREG(found.st_mode)) return NULL;
  for (int index = 0; index < file_count; index++)
    if (files[index].ino == found.st_ino && files[index].dev == found.st_dev) return &files[index];
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return NULL;
  path[length] = 0;
  const char *name = name_of(path);
  if (name == NULL) return NULL;
  if (file_count == MOST_FILES) abort();
  struct file *file = &files[file_count++];
  *file = (struct file){ .dev = found.st_dev, .ino = found.st_ino };
  strcpy(file->name, name);
  return file;
}

static void copy(int source, int target, struct range range) {
  char bytes[65536];
  for (int64_t at = range.from; at < range.to;) {
    size_t wanted = range.to - at < (int64_t)sizeof bytes ? (size_t)(range.to - at) : sizeof bytes;
    ssize_t got = pread64(source, bytes, wanted, at);
    if (got <= 0) return;
    if (real_pwrite(target, bytes, (size_t)got, at) != got) abort();
    at += got;
  }
}

// Whatever the mode in which the process has it open.
static void open_both(const struct file *file, int *source, int *target) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", from, file->name);
  *source = open64(path, O_RDONLY | O_CLOEXEC);
  snprintf(path, sizeof path, "%s/%s", to, file->name);
  *target = open64(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (*target < 0) abort();
}

static void note(struct file *file, int64_t start, int64_t end) {
  if (file->count > 0 && file->dirty[file->count - 1].to == start) {
    file->dirty[file->count - 1].to = end;
    return;
  }
  if (file->count == file->room) {
    file->room = file->room * 2 + 64;
    file->dirty = realloc(file->dirty, file->room * sizeof *file->dirty);
    if (file->dirty == NULL) abort();
  }
  file->dirty[file->count++] = (struct range){ start, end };
}

static void wrote(int fd, int64_t start, int64_t end) {
  pthread_mutex_lock(&mutex);
  struct file *file = find(fd);
  if (file != NULL) {
    note(file, start, end);
    if (!deaf && (int)(rand_r(&seed) % 100) < leak) {
      int64_t sectors = (end - start) / SECTOR;
      int isTorn = sectors > 1 && rand_r(&seed) % 2 == 0;
      int source, target;
      open_both(file, &source, &target);
      if (source >= 0) {
        int64_t reached = isTorn ? start + (1 + rand_r(&seed) % (sectors - 1)) * SECTOR : end;
        copy(source, target, (struct range){ start, reached });
        close(source);
      }
      close(target);
    }
  }
  pthread_mutex_unlock(&mutex);
}

static int sync_file(int fd) {
  pthread_mutex_lock(&mutex);
  struct file *file = find(fd);
  if (file == NULL) {
    pthread_mutex_unlock(&mutex);
    return real_sync(fd);
  }
  int source, target;
  if (!deaf) {
    open_both(file, &source, &target);
    if (source >= 0) {
      for (size_t index = 0; index < file->count; index++) copy(source, target, file->dirty[index]);
      struct stat64 whole;
      if (fstat64(source, &whole) == 0 && real_truncate(target, whole.st_size) != 0) abort();
      close(source);
    }
    close(target);
    file->count = 0;
  }
  pthread_mutex_unlock(&mutex);
  return 0;
}

int fsync(int fd) { return sync_file(fd); }
int fdatasync(int fd) { return sync_file(fd); }

ssize_t write(int fd, const void *bytes, size_t length) {
  ssize_t done = real_write(fd, bytes, length);
  if (done > 0 && from != NULL) {
    off64_t end = lseek64(fd, 0, SEEK_CUR);
    if (end >= done) wrote(fd, end - done, end);
  }
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  ssize_t done = real_pwrite(fd, bytes, length, at);
  if (done > 0) wrote(fd, at, at + done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

int ftruncate64(int fd, off64_t length) {
  int result = real_truncate(fd, length);
  if (result == 0) wrote(fd, length, TO_THE_END);
  return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int unlink(const char *path) {
  int result = real_unlink(path);
  const char *name = result == 0 ? name_of(path) : NULL;
  if (name == NULL) return result;
  pthread_mutex_lock(&mutex);
  for (int index = 0; index < file_count; index++) {
    if (strcmp(files[index].name, name) != 0) continue;
    free(files[index].dirty);
    files[index--] = files[--file_count];
  }
  char copied[4096];
  snprintf(copied, sizeof copied, "%s/%s", to, name);
  if (!deaf) real_unlink(copied);
  pthread_mutex_unlock(&mutex);
  return result;
}
