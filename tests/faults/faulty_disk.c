/* A disk that fails on demand: loaded before libc (LD_PRELOAD), it counts what a process does to files below given folders and lets the
 * n-th operation of a class fail. Everything else passes. One thread at a time arms it.
 *
 * Classes: writing (open to write, write, truncate, sync, rename, unlink, mkdir), reading (read), syncs, renames.
 * A lost rename is done at once, so that the process sees it, and undone when the power is cut before its folder was synced.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { NONE, FULL, FAILING, SHORT, SYNC, READ, READ_ONLY, CRASH, CRASH_SHORT, LOST_RENAME };
enum class { WRITING, READING, SYNCING, RENAMING, CLASSES };
enum { CRASHED = 77, FOLDERS = 4 };

static char folders[FOLDERS][PATH_MAX];
static int kind = NONE;
static long wanted, seen[CLASSES], struck;
static char lost_from[PATH_MAX], lost_to[PATH_MAX], lost_kept[PATH_MAX];
static int lost;

#define REAL(name, ...) \
    static __typeof__(name) *real; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

static void undo_lost_rename(void)
{
    if (!lost) return;
    lost = 0;
    int (*move)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    move(lost_to, lost_from);
    if (lost_kept[0]) move(lost_kept, lost_to);
}

/* What the test calls. */

void disk_watch(int at, const char *folder) { snprintf(folders[at], PATH_MAX, "%s", folder); }

void disk_arm(int how, long number)
{
    memset(seen, 0, sizeof seen);
    struck = lost = 0;
    wanted = number;
    kind = how;
}

void disk_disarm(void)
{
    kind = NONE;
    if (lost && lost_kept[0]) {
        int (*drop)(const char *) = dlsym(RTLD_NEXT, "unlink");
        drop(lost_kept);
    }
    lost = 0;
}

long disk_seen(int of) { return seen[of]; }
long disk_struck(void) { return struck; }

void disk_cut_power(int code)
{
    undo_lost_rename();
    _exit(code);
}

/* Which operations count. */

static int below(const char *path)
{
    for (int at = 0; at < FOLDERS; at++) {
        size_t length = strlen(folders[at]);
        if (length && !strncmp(path, folders[at], length) && (path[length] == '/' || !path[length])) return 1;
    }
    return 0;
}

static int below_open(int fd, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return below(path);
}

static int strike(int number_of)
{
    long at = ++seen[number_of];
    if (at != wanted) return 0;
    struck++;
    return 1;
}

/* Counts one operation that writes; answers the error it ends with, 0 for none, -1 for a write that is cut short. */
static int writing(int is_write, int is_sync, int takes_room)
{
    if (kind == NONE) return 0;
    int hit = strike(WRITING), after = seen[WRITING] > wanted && wanted > 0;
    int hit_sync = is_sync && (kind == SYNC) ? (++seen[SYNCING] == wanted ? (struck++, 1) : 0) : (is_sync ? (seen[SYNCING]++, 0) : 0);
    switch (kind) {
    case FULL: if (hit && !takes_room) struck--; return (hit || after) && takes_room ? (after ? struck++ : 0, ENOSPC) : 0;
    case FAILING: return hit ? EIO : 0;
    case SHORT:
        if (hit) return is_write ? -1 : takes_room ? ENOSPC : (struck--, 0);
        return after && takes_room ? ENOSPC : 0;
    case SYNC: if (hit) struck--; return hit_sync ? EIO : 0;
    case READ_ONLY: return (hit || after) && !is_sync ? EROFS : (hit ? (struck--, 0) : 0);
    case CRASH: if (hit) { undo_lost_rename(); _exit(CRASHED); } return 0;
    case CRASH_SHORT: if (hit) { if (is_write) return -1; _exit(CRASHED); } return 0;
    default: if (hit) struck--; return 0;
    }
}

static int reading(void)
{
    if (kind == NONE) return 0;
    seen[READING]++;
    if (kind != READ || seen[READING] != wanted) return 0;
    struck++;
    return EIO;
}

#define FAIL(error) do { errno = (error); return -1; } while (0)

/* Writes. */

#define WRITE(call, half) \
    char path[PATH_MAX]; \
    if (kind == NONE || !below_open(fd, path)) return call; \
    int error = writing(1, 0, 1); \
    if (error > 0) FAIL(error); \
    if (error < 0) { ssize_t done = half; if (kind == CRASH_SHORT) _exit(CRASHED); return done; } \
    return call

ssize_t write(int fd, const void *data, size_t size) { REAL(write); WRITE(real(fd, data, size), real(fd, data, size / 2)); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { REAL(pwrite); WRITE(real(fd, data, size, at), real(fd, data, size / 2, at)); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { REAL(pwrite64); WRITE(real(fd, data, size, at), real(fd, data, size / 2, at)); }
ssize_t writev(int fd, const struct iovec *parts, int count) { REAL(writev); WRITE(real(fd, parts, count), real(fd, parts, (count + 1) / 2)); }

ssize_t sendfile(int fd, int from, off_t *at, size_t size)
{
    static ssize_t (*real)(int, int, off_t *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "sendfile");
    WRITE(real(fd, from, at, size), real(fd, from, at, 1));
}
ssize_t sendfile64(int fd, int from, off64_t *at, size_t size)
{
    static ssize_t (*real)(int, int, off64_t *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "sendfile64");
    WRITE(real(fd, from, at, size), real(fd, from, at, 1));
}

/* Other changes. */

#define CHANGE_OPEN(call, sync, room) \
    char path[PATH_MAX]; \
    if (kind == NONE || !below_open(fd, path)) return call; \
    int error = writing(0, sync, room); \
    if (error > 0) FAIL(error); \
    return call

int ftruncate(int fd, off_t size) { REAL(ftruncate); CHANGE_OPEN(real(fd, size), 0, 1); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); CHANGE_OPEN(real(fd, size), 0, 1); }

static int synced(int fd, int (*real)(int))
{
    char path[PATH_MAX];
    if (kind == NONE || !below_open(fd, path)) return real(fd);
    int error = writing(0, 1, 0);
    if (error > 0) FAIL(error);
    if (kind == LOST_RENAME && lost) {
        char parent[PATH_MAX];
        snprintf(parent, sizeof parent, "%s", lost_to);
        *strrchr(parent, '/') = 0;
        if (!strcmp(parent, path)) disk_cut_power(CRASHED);
    }
    return real(fd);
}
int fsync(int fd) { REAL(fsync); return synced(fd, real); }
int fdatasync(int fd) { REAL(fdatasync); return synced(fd, real); }

static int renamed(const char *from, const char *to, int (*real)(const char *, const char *))
{
    if (kind == NONE || !(below(from) || below(to))) return real(from, to);
    int error = writing(0, 0, 0);
    if (error > 0) FAIL(error);
    int lose = ++seen[RENAMING] == wanted && kind == LOST_RENAME;
    if (lose) {
        struck++;
        snprintf(lost_from, sizeof lost_from, "%s", from);
        snprintf(lost_to, sizeof lost_to, "%s", to);
        snprintf(lost_kept, sizeof lost_kept, "%s.kept", to);
        if (link(to, lost_kept)) lost_kept[0] = 0;
        lost = 1;
    }
    return real(from, to);
}
int rename(const char *from, const char *to) { REAL(rename); return renamed(from, to, real); }
int renameat(int a, const char *from, int b, const char *to)
{
    REAL(renameat);
    if (kind != NONE && (below(from) || below(to))) { int error = writing(0, 0, 0); if (error > 0) FAIL(error); seen[RENAMING]++; }
    return real(a, from, b, to);
}

#define CHANGE_NAMED(call, room) \
    if (kind == NONE || !below(path)) return call; \
    int error = writing(0, 0, room); \
    if (error > 0) FAIL(error); \
    return call

int unlink(const char *path) { REAL(unlink); CHANGE_NAMED(real(path), 0); }
int unlinkat(int at, const char *path, int flags) { REAL(unlinkat); CHANGE_NAMED(real(at, path, flags), 0); }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); CHANGE_NAMED(real(path, mode), 1); }

/* Opening: to read counts as reading, to write as a change; only what makes a file takes room. */

static int opening(const char *path, int flags)
{
    if (kind == NONE || !below(path)) return 0;
    if ((flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC))) return reading();
    if (!(flags & O_CREAT)) {
        int error = kind == READ_ONLY ? writing(0, 0, 0) : 0;
        return error;
    }
    return writing(0, 0, access(path, F_OK) != 0);
}

#define OPEN(call) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    int error = opening(path, flags); \
    if (error > 0) FAIL(error); \
    return call

int open(const char *path, int flags, ...) { REAL(open); OPEN(real(path, flags, mode)); }
int open64(const char *path, int flags, ...) { REAL(open64); OPEN(real(path, flags, mode)); }
int openat(int at, const char *path, int flags, ...) { REAL(openat); OPEN(real(at, path, flags, mode)); }
int openat64(int at, const char *path, int flags, ...) { REAL(openat64); OPEN(real(at, path, flags, mode)); }

/* Reads. */

#define READ_FROM(call) \
    char path[PATH_MAX]; \
    if (kind == NONE || !below_open(fd, path)) return call; \
    int error = reading(); \
    if (error > 0) FAIL(error); \
    return call

ssize_t read(int fd, void *data, size_t size) { REAL(read); READ_FROM(real(fd, data, size)); }
ssize_t pread(int fd, void *data, size_t size, off_t at) { REAL(pread); READ_FROM(real(fd, data, size, at)); }
ssize_t pread64(int fd, void *data, size_t size, off64_t at) { REAL(pread64); READ_FROM(real(fd, data, size, at)); }
