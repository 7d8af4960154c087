/** A proxy on loopback for tests: tunnels by CONNECT and plain requests in absolute form (RFC 9110 §9.3.6, RFC 9112 §3.2.2). */
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** How a proxy behaves. */
export interface ProxyOptions {
  /** Wants `Proxy-Authorization: Basic` with these; 407 otherwise. */
  readonly login?: { readonly username: string; readonly password: string };
  /** Refuses every request with this status: 403, 502. */
  readonly refuse?: number;
  /** Takes every request and never answers. */
  readonly hang?: boolean;
  /** Sends everything to this place whatever host was asked for: `http://127.0.0.1:PORT` of a kit. */
  readonly target?: string;
}

/** One request that reached the proxy. */
export interface ProxyRequest {
  readonly kind: 'connect' | 'forward';
  /** Host and port as asked: `sts.eu-central-1.amazonaws.com:443`. */
  readonly host: string;
  /** `passed`, `refused`, `unauthorized`, `hung`. */
  readonly outcome: 'passed' | 'refused' | 'unauthorized' | 'hung';
}

/** A running proxy. */
export interface TestProxy {
  /** `http://127.0.0.1:PORT`; with user and password where it wants them. A secret then. */
  readonly url: string;
  readonly port: number;
  readonly requests: readonly ProxyRequest[];
  /** The variables that send clients through it: both spellings of HTTP_PROXY and HTTPS_PROXY, and no exception. */
  environment(): Record<string, string>;
  close(): Promise<void>;
}

/** Starts a proxy on a free port. @param kit whoever closes it: the proxy ends with it */
export async function startProxy(kit?: { onClose(work: () => Promise<void>): void }, options: ProxyOptions = {}): Promise<TestProxy> {
  const requests: ProxyRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, options, requests));
  server.on('connect', (incoming, socket, head) => tunnel(incoming, socket as Socket, head, options, requests, sockets));
  server.on('connection', (socket) => keep(socket, sockets));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { login } = options;
  const url = `http://${login ? `${encodeURIComponent(login.username)}:${encodeURIComponent(login.password)}@` : ''}127.0.0.1:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  kit?.onClose(close);
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];
  return { url, port, requests, environment: () => ({ ...Object.fromEntries(names.map((name) => [name, url])), NO_PROXY: '', no_proxy: '' }), close };
}

/** What to do with a request, noted. */
function judge(kind: ProxyRequest['kind'], host: string, incoming: IncomingMessage, options: ProxyOptions, requests: ProxyRequest[]): ProxyRequest['outcome'] {
  const outcome = options.hang ? 'hung' : !isLetIn(incoming, options) ? 'unauthorized' : options.refuse ? 'refused' : 'passed';
  requests.push({ kind, host, outcome });
  return outcome;
}

function isLetIn(incoming: IncomingMessage, { login }: ProxyOptions): boolean {
  if (!login) return true;
  return incoming.headers['proxy-authorization'] === `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
}

function tunnel(incoming: IncomingMessage, socket: Socket, head: Buffer, options: ProxyOptions, requests: ProxyRequest[], sockets: Set<Socket>): void {
  socket.on('error', () => socket.destroy());
  const asked = incoming.url ?? '';
  const outcome = judge('connect', asked, incoming, options, requests);
  if (outcome === 'hung') return;
  if (outcome === 'unauthorized')
    return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="testkit"\r\nContent-Length: 0\r\n\r\n');
  if (outcome === 'refused') return void socket.end(`HTTP/1.1 ${options.refuse} Refused\r\nContent-Length: 0\r\n\r\n`);
  const { hostname, port } = new URL(options.target ?? `http://${asked}`);
  const upstream = connect(Number(port || 80), hostname, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  keep(upstream, sockets);
  upstream.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, options: ProxyOptions, requests: ProxyRequest[]): void {
  const asked = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : undefined;
  const outcome = judge('forward', asked?.host ?? '', incoming, options, requests);
  if (outcome === 'hung') return;
  if (outcome === 'unauthorized') return void outgoing.writeHead(407, { 'proxy-authenticate': 'Basic realm="testkit"' }).end();
  if (outcome === 'refused') return void outgoing.writeHead(options.refuse ?? 403).end();
  if (!asked) return void outgoing.writeHead(400).end('not in absolute form');
  const { hostname, port } = options.target ? new URL(options.target) : asked;
  const { 'proxy-authorization': _login, 'proxy-connection': _connection, ...headers } = incoming.headers;
  const upstream = send({ hostname, port: port || 80, path: `${asked.pathname}${asked.search}`, method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(upstream);
}

function keep(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
}
