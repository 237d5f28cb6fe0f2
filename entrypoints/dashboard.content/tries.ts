/** Waiting between tries of what did not get through to the background. Milliseconds. */
export const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

export const longer = (pause: number) => Math.min(pause * 2, LONGEST_PAUSE);

export const after = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
