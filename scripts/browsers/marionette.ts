/** Marionette, the remote protocol that every Firefox carries: messages are `LENGTH:[0, id, command, parameters]` over TCP. */
import { connect, type Socket } from 'node:net';
import { until } from './poll';

const COLON = 58;

/** The connection: frames in, frames out, answers matched by number. */
export class Marionette {
  readonly #socket: Socket;
  #last = 0;
  #received = Buffer.alloc(0);
  readonly #waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#take(data));
    socket.on('close', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Firefox closed the connection'));
      this.#waiting.clear();
    });
    socket.on('error', () => undefined);
  }

  static async open(port: number, alive: () => boolean): Promise<Marionette> {
    const socket = await until(
      'Firefox to listen',
      async () => {
        const answered = await tryConnect(port);
        return answered ? { answered } : !alive() && { answered: null };
      },
      60_000,
    );
    if (!socket.answered) throw new Error('Firefox ended before it could be driven');
    return new Marionette(socket.answered);
  }

  #take(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      // The greeting is an object; answers are [1, id, error, result].
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.fail(new Error(`${error.error}: ${error.message}`));
      else waiting?.done(result);
    }
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#last;
    const frame = JSON.stringify([0, id, command, parameters]);
    return new Promise((done, fail) => {
      if (this.#socket.destroyed) fail(new Error('Firefox closed the connection'));
      this.#waiting.set(id, { done, fail });
      this.#socket.write(`${Buffer.byteLength(frame)}:${frame}`);
    });
  }

  /** Runs the body of an async function in the browser's own window and gives what it returns, as plain data. */
  async run<T>(body: string, ...args: unknown[]): Promise<T> {
    // Not `ExecuteAsyncScript`: its callback is one global of the sandbox, and scripts that run at once would answer for each other.
    const script = `return (async function () { ${body} }).apply(this, arguments)
      .then((value) => JSON.stringify({ value: value ?? null }), (error) => JSON.stringify({ error: String(error) }));`;
    const { value: said } = (await this.send('WebDriver:ExecuteScript', {
      script,
      args,
      sandbox: 'system',
      newSandbox: false,
    })) as { value: string };
    const { value, error } = JSON.parse(said) as { value: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  end(): void {
    this.#socket.destroy();
  }
}

function tryConnect(port: number): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(socket));
    socket.once('error', () => done(null));
  });
}
