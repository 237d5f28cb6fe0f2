/*
 * A clock that can be set while a program runs: preloaded, it adds the seconds that stand in CLOCK_FILE to the time of day. What counts
 * on from the start of the machine is left alone, as when somebody sets the clock.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile long long *shift;
__attribute__((constructor)) static void start(void) {
  const char *file = getenv("CLOCK_FILE");
  int handle = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
  if (handle < 0) return;
  void *place = mmap(0, sizeof *shift, PROT_READ, MAP_SHARED, handle, 0);
  close(handle);
  if (place != MAP_FAILED) shift = place;
}
int clock_gettime(clockid_t which, struct timespec *now) {
  int said = (int)syscall(SYS_clock_gettime, which, now);
  if (said == 0 && shift && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += *shift;
  return said;
}
int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}
time_t time(time_t *place) {
  struct timespec exact;
  clock_gettime(CLOCK_REALTIME, &exact);
  if (place) *place = exact.tv_sec;
  return exact.tv_sec;
}
