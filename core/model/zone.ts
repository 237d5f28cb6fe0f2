/** Whether this is an IANA zone that the system knows. */
export function isZone(zone: unknown): zone is string {
  try {
    // An empty one throws as well; without one it would be the browser's own.
    return typeof zone === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
