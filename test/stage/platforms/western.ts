/** Dates and words as the western dashboards print them: in English, in the zone of whoever looks. */

/** `Sep 7, 2026` */
export function day(milliseconds: number): string {
  return new Date(milliseconds).toLocaleDateString('en-US', { year: 'numeric', month: 'short', day: 'numeric' });
}

/** `12:08 AM`, with the narrow space that browsers write. */
export function clock(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
}

/** What a day without a time is read as: its midnight. */
export function midnight(milliseconds: number): string {
  const at = new Date(milliseconds);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).toISOString();
}

/** `0:22`, `1:02:03` */
export function playingTime(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
