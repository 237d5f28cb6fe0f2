/**
 * The stage over the network, for browsers whose requests cannot be answered inside: an HTTPS server with a certificate made at
 * start, and a CONNECT proxy that leads every host to it, so nothing leaves the machine. What is not played is answered with 502.
 */
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { selfSigned } from './certificate';
import type { StageAnswer } from './stage';

export interface StageServer {
  /** Port of the CONNECT proxy on 127.0.0.1. */
  proxyPort: number;
  close(): Promise<void>;
}

/** `answer` as `Stage.answer`: null for hosts that are not played. */
export async function serve(site: { answer(address: string): StageAnswer | null }): Promise<StageServer> {
  const { key, certificate } = selfSigned('staged dashboards');
  const secure = createSecureServer({ key, cert: certificate }, (request, response) => {
    const answer = site.answer(`https://${request.headers.host}${request.url ?? '/'}`);
    response.writeHead(answer?.status ?? 502, answer?.headers ?? {}).end(answer?.body ?? '');
  });
  const open = new Set<Socket>();
  const proxy = createServer((_request, response) => response.writeHead(502).end());
  proxy.on('connect', (request, client: Socket) => {
    const [, port] = (request.url ?? '').split(':');
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => client.destroy());
    if (port !== '443') {
      client.end('HTTP/1.1 502 Not on this stage\r\n\r\n');
      return;
    }
    const upstream = connect((secure.address() as AddressInfo).port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
  });
  await Promise.all([listen(secure), listen(proxy)]);
  return {
    proxyPort: (proxy.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy();
      secure.closeAllConnections();
      await Promise.all([shut(secure), shut(proxy)]);
    },
  };
}

const listen = (server: Pick<Server, 'listen'>) => new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
const shut = (server: Pick<Server, 'close'>) => new Promise<void>((done) => server.close(() => done()));
