/** What ends a command with one clear line: status 2 for wrong use or unreadable input, 3 for something understood as unsupported. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly status: 2 | 3 = 2,
  ) {
    super(message);
  }
}

/** Takes `--name value` out of the arguments. */
export function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  if (at < 0) return undefined;
  const [, value] = args.splice(at, 2);
  if (value === undefined) throw new CommandError(`${name} needs a value.`);
  return value;
}

export function flag(args: string[], name: string): boolean {
  const at = args.indexOf(name);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
}

/** `--now`: an ISO time, by default the clock. Milliseconds. */
export function nowOption(args: string[]): number {
  const given = option(args, '--now');
  if (given === undefined) return Date.now();
  const now = Date.parse(given);
  if (Number.isNaN(now)) throw new CommandError(`--now wants a time like 2026-06-30T12:00:00+08:00, not "${given}".`);
  return now;
}

/** `--zone`: an IANA name, by default the system's. */
export function zoneOption(args: string[]): string {
  const zone = option(args, '--zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new CommandError(`--zone wants an IANA time zone like Asia/Shanghai, not "${zone}".`);
  }
  return zone;
}

/** Refuses what no option took. */
export function noMore(args: string[], usage: string): void {
  const unknown = args.find((arg) => arg.startsWith('--'));
  if (unknown) throw new CommandError(`Unknown option ${unknown}. Usage: ${usage}`);
}
