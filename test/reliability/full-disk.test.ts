/**
 * A disk that is full while readings are captured, in real browsers: the profile lies on a file system of its own, which is filled up
 * and emptied again. Needs the right to mount one (root on Linux), so only `npm run reliability` runs it; the store's own test of a full disk
 * (`test/unit/store/faults.test.ts`) runs everywhere.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { overlay } from '../../assets/locales/en/overlay';
import { until } from '../../scripts/browsers/poll';
import { halfAYear, PILL, scriptsOf } from '../e2e/almanac';
import { BROWSERS } from '../e2e/browsers';
import { batchOf, faults, type Living, Profile, random } from '../e2e/kills';
import type { Stage } from '../stage/stage';

const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 2);
const SIZE = process.env.DISK_SIZE ?? '200m';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function smallDisk(): string {
  const place = mkdtempSync(join(tmpdir(), 'post-almanac-disk-'));
  closing.push(() => rmSync(place, { recursive: true, force: true }));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', place]);
  closing.push(() => execFileSync('umount', ['-l', place]));
  return place;
}

/** Writes until nothing more fits. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 1; ) {
      try {
        writeSync(handle, Buffer.alloc(size));
      } catch {
        size = size >> 4;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** Whether the dashboard's own script was told that there is no room; false once its readings are stored. */
function isRefused({ lookout }: Living, stage: Stage): Promise<boolean> {
  return until('an answer to the script', async () => {
    const said = (await scriptsOf({ lookout, stage }, 'douyin/content-list')).at(-1);
    return (
      said &&
      (said.problem === 'full' ? { refused: true } : said.coverage.captured > 0 && said.waiting === 0 && { refused: false })
    );
  }).then(({ refused }) => refused);
}

it.each(BROWSERS)(
  'a full disk in %s: what could not be stored is not acknowledged, and is there once when there is room again',
  async (name) => {
    const disk = smallDisk();
    const { TMPDIR } = process.env;
    process.env.TMPDIR = disk;
    const profile = new Profile(name);
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    const living = await profile.open('en-US');
    closing.push(() => living.browser.close());
    const dashboard = await living.dashboard();
    const { browser } = living;
    // The dashboard's own script, with a post that is not stored yet each time.
    const tab = await browser.newPage();
    const stageRound = (round: number) => {
      const mint = `Mint ${round}`;
      profile.stage.options = {
        ...profile.stage.options,
        accounts: [{ platform: 'douyin', name: mint, posts: halfAYear('douyin', mint, 1) }],
      };
    };
    const pill = async () => (await browser.shadowText(tab, PILL)) ?? '';
    const acknowledged = [];
    let refused = 0;
    let told = 0;
    for (let round = 0, next = 0; round < ROUNDS; round += 1) {
      fill(join(disk, 'filler'));
      const waiting = [];
      for (let sent = 0; sent < 3 + random(5); sent += 1, next += 1) {
        const batch = batchOf(next, 50);
        if (await dashboard.capture(batch)) acknowledged.push(batch);
        else waiting.push(batch);
      }
      refused += waiting.length;
      stageRound(round + 1);
      await tab.goto(profile.stage.address('douyin/content-list'));
      await until('the pill', async () => (await pill()) !== '');
      // A little room may be found anew: what was kept needs no words.
      if (await isRefused(living, profile.stage)) {
        await browser.clickInShadow(tab, PILL, '⋯');
        await until('the pill to say why', async () => (await pill()).includes(overlay.full));
        told += 1;
      }
      rmSync(join(disk, 'filler'));
      await until('the pill to be content again', async () => {
        const said = await pill();
        return /captured/.test(said) && !said.includes(overlay.full) && !/saving/.test(said);
      });
      for (const batch of waiting) {
        let answered = false;
        for (let attempt = 0; !answered && attempt < 50; attempt += 1) answered = await dashboard.capture(batch);
        expect(answered, `round ${round}: stored in the end`).toBe(true);
        acknowledged.push(batch);
      }
      expect(faults((await living.lines()).lines, acknowledged), `round ${round}`).toEqual({ twice: [], missing: [] });
    }
    process.stdout.write(
      `full disk, ${name}: ${ROUNDS} times, ${refused} batches refused, ${acknowledged.length} stored in the end, ${told} times said on the pill\n`,
    );
    expect(refused).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(0);
  },
);
