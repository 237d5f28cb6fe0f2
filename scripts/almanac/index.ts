/** The command line `almanac`. Results go to stdout as JSON and nothing else does; what went wrong is one line on stderr. */
import { CommandError } from './usage';

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  async read(args) {
    const { read } = await import('./read');
    const result = await read(args);
    print(result);
    return result.status === 'unsupported-layout' || result.status === 'not-a-dashboard' ? 3 : 0;
  },
  async import(args) {
    const { importFiles } = await import('./import');
    await importFiles(args);
    return 0;
  },
  async evaluate(args) {
    const { evaluate } = await import('./evaluate');
    print(await evaluate(args));
    return 0;
  },
  async check(args) {
    const { check } = await import('./check');
    await check(args);
    return 0;
  },
  async convert(args) {
    const { convert } = await import('./convert');
    await convert(args);
    return 0;
  },
};

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function main([name = '', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new CommandError(`Usage: almanac ${Object.keys(COMMANDS).join('|')} …`);
  return command(args);
}

// `head` and the like close the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const message =
      error instanceof CommandError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`almanac: ${message}\n`);
    process.exitCode = error instanceof CommandError ? error.status : 1;
  },
);
