/** The creator's clock: moments and what it shows, in the zone of the settings. */
import type { WallClock } from '../../components/plan/context';
import { dayIn, instantAt, localTime } from '../../core/history/clock';
import { isoIn } from '../../core/text/dates';

const DAY = 86_400_000;

export const dayNow = (zone: string): string => dayIn(Date.now(), zone);

export const wallClock = (zone: string): WallClock => ({
  toWall: (at) => {
    const { day, hour } = localTime(Date.parse(at), zone);
    return new Date(day * DAY + Math.round(hour * 60) * 60_000).toISOString().slice(0, 16);
  },
  fromWall: (wall) => isoIn(instantAt(Date.parse(`${wall.slice(0, 16)}:00Z`), zone), zone),
});
