import type { Labels } from '../model/labels';
import type { Platform } from '../model/platforms';
import type { AccountReading, AudienceCurve, Reading } from '../model/reading';

export interface ImportContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** The creator's IANA zone; platforms that always print one zone keep it. */
  zone: string;
  /** What the user says the file is from, where it does not say so itself. */
  platform?: Platform | undefined;
}

export interface Skipped {
  /** 1-based line or row of the file. */
  line: number;
  reason: string;
}

export interface ImportResult {
  /** What the file was understood as, e.g. `import/own-csv`. */
  format: string;
  readings: Reading[];
  accountReadings: AccountReading[];
  audienceCurves: AudienceCurve[];
  /** The creator's own labels, where the file carries them, by the key that `toSightings` gives the reading. */
  labels: Map<string, Labels>;
  skipped: Skipped[];
  unknownColumns: string[];
}

/** The file is not understood. The message is one clear sentence that says what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  /** `needs`: what the user has to say before the file can be read. */
  constructor(
    message: string,
    readonly needs?: 'platform',
  ) {
    super(message);
  }
}

export const emptyResult = (format: string): ImportResult => ({
  format,
  readings: [],
  accountReadings: [],
  audienceCurves: [],
  labels: new Map(),
  skipped: [],
  unknownColumns: [],
});
