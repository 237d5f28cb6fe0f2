/**
 * Every request of everything that runs in a Chromium, seen over a connection of its own to the DevTools protocol: of pages, panels,
 * popups and workers, and of content scripts in the pages of others. Nothing starts before it is watched, but for the background,
 * whose requests Playwright sees from its start on.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './poll';

/** For the command line of the browser; in which file of its profile it then writes where it listens. */
export const LISTENING = { arg: '--remote-debugging-port=0', file: 'DevToolsActivePort' };

const OURS = 'chrome-extension://';
/** Not the browser itself, and not the frame of a tab around its page. */
const EVERYTHING = [{ type: 'browser', exclude: true }, { type: 'tab', exclude: true }, {}];
const ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
/** What has workers of its own. */
const HOSTS_OF_WORKERS = new Set(['page', 'other', 'iframe', 'shared_worker']);

interface Stack {
  callFrames: { url: string }[];
  parent?: Stack;
}
interface Sent {
  requestId: string;
  documentURL: string;
  frameId?: string;
  type: string;
  request: { url: string };
  initiator: { url?: string; stack?: Stack };
}
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: unknown;
}

export class Watch {
  readonly #socket: WebSocket;
  readonly #closed: Promise<void>;
  #last = 0;
  #answered: () => void = () => undefined;
  readonly #ready = new Promise<void>((done) => {
    this.#answered = done;
  });
  /** By session: the target. */
  readonly #targets = new Map<string, string>();
  /** Requests of ours that nothing has stopped, by number. */
  readonly #found = new Map<string, string>();

  private constructor(address: string) {
    this.#socket = new WebSocket(address);
    this.#closed = new Promise((done) => this.#socket.addEventListener('close', () => done()));
    this.#socket.addEventListener('open', () => this.#send('Target.setAutoAttach', { ...ATTACH, filter: EVERYTHING }));
    this.#socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data))));
  }

  /** Watches the browser that has just started with this profile. */
  static async start(profile: string): Promise<Watch> {
    const file = join(profile, LISTENING.file);
    const [port, path] = await until('the browser to listen', () => existsSync(file) && lines(file));
    const watch = new Watch(`ws://127.0.0.1:${port}${path}`);
    await watch.#ready;
    return watch;
  }

  /** What the extension asked the network for until the browser was closed, as `address from where`. */
  async requests(): Promise<string[]> {
    await this.#closed;
    return [...this.#found.values()];
  }

  #send(method: string, params: object = {}, sessionId?: string): void {
    this.#last += 1;
    this.#socket.send(JSON.stringify({ id: this.#last, method, params, ...(sessionId ? { sessionId } : {}) }));
  }

  #hear({ id, method, params, sessionId = '' }: Message): void {
    if (id === 1) this.#answered();
    if (method === 'Target.attachedToTarget') {
      const { sessionId: own, targetInfo } = params as { sessionId: string; targetInfo: { targetId: string; type: string } };
      this.#targets.set(own, targetInfo.targetId);
      this.#send('Network.enable', {}, own);
      if (HOSTS_OF_WORKERS.has(targetInfo.type)) this.#send('Target.setAutoAttach', ATTACH, own);
      this.#send('Runtime.runIfWaitingForDebugger', {}, own);
    }
    if (method === 'Network.requestWillBeSent') {
      const sent = params as Sent;
      // A page that is gone to is no request of ours, whoever opened it.
      const isVisit = sent.type === 'Document' && sent.frameId === this.#targets.get(sessionId);
      const from = !isVisit && /^(https?|wss?):/.test(sent.request.url) && askedBy(sent);
      if (from) this.#found.set(`${sessionId} ${sent.requestId}`, `${sent.request.url} from ${from}`);
    }
    if (method === 'Network.webSocketCreated') {
      const { requestId, url, initiator } = params as { requestId: string; url: string; initiator?: Sent['initiator'] };
      const from = askedBy({ documentURL: '', initiator: initiator ?? {} });
      if (from) this.#found.set(`${sessionId} ${requestId}`, `${url} from ${from}`);
    }
    // The policy stopped it before it went anywhere.
    if (method === 'Network.loadingFailed') {
      const { requestId, blockedReason } = params as { requestId: string; blockedReason?: string };
      if (blockedReason === 'csp') this.#found.delete(`${sessionId} ${requestId}`);
    }
  }
}

/** The page, worker or script of an extension that made a request; undefined for those of others. */
function askedBy({ documentURL, initiator }: Pick<Sent, 'documentURL' | 'initiator'>): string | undefined {
  const from = [documentURL, initiator.url ?? ''];
  for (let stack = initiator.stack; stack; stack = stack.parent) from.push(...stack.callFrames.map(({ url }) => url));
  return from.find((url) => url.startsWith(OURS));
}

/** Null while the file is being written. */
function lines(file: string): [string, string] | null {
  const [port, path] = readFileSync(file, 'utf8').split('\n');
  return port && path ? [port, path] : null;
}
