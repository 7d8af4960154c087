/** Watches what a process has in flight: outgoing HTTP requests, fetches, child processes. Changes nothing but one header. */
import { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { Peer } from './liveness.ts';
import type { Traffic, VirtualTime } from './virtual-time.ts';

const header = 'x-slipway-virtual-now';

/** Counts every request of node's http and https clients from its creation to its end, and stamps it with the virtual time. @param onPeer told where a request goes */
export function watchRequests(traffic: Traffic, time: VirtualTime, onPeer: (peer: Peer) => void): void {
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { request: ClientRequest };
    stamp(request, time.now());
    traffic.requests += 1;
    time.stir();
    request.on('socket', (socket) => {
      const connected = () => {
        if (socket.remoteAddress && socket.remotePort) onPeer({ host: socket.remoteAddress, port: socket.remotePort });
        time.stir();
      };
      if (socket.connecting) socket.once('connect', connected);
      else connected();
      socket.on('data', stir);
      request.once('close', () => socket.off('data', stir));
    });
    request.on('response', stir);
    request.once('close', () => {
      traffic.requests -= 1;
      time.stir();
    });
  });
  const stir = () => time.stir();
}

/** What undici tells of a request of `fetch`. */
interface FetchRequest {
  addHeader(name: string, value: string): void;
}

/** Counts every request of `fetch` likewise. */
export function watchFetches(traffic: Traffic, time: VirtualTime): void {
  const open = new WeakSet<FetchRequest>();
  subscribe('undici:request:create', (message) => {
    const { request } = message as { request: FetchRequest };
    request.addHeader(header, String(time.now()));
    open.add(request);
    traffic.requests += 1;
    time.stir();
  });
  const end = (message: unknown) => {
    const { request } = message as { request: FetchRequest };
    if (open.delete(request)) traffic.requests -= 1;
    time.stir();
  };
  subscribe('undici:request:trailers', end);
  subscribe('undici:request:error', end);
}

/** Counts every child process from its start to its exit. */
export function watchChildren(traffic: Traffic, time: VirtualTime): void {
  const prototype = ChildProcess.prototype as unknown as { spawn(options: object): number };
  const spawn = prototype.spawn;
  prototype.spawn = function (this: ChildProcess, options: object): number {
    traffic.children += 1;
    time.stir();
    let counted = true;
    const end = () => {
      if (counted) traffic.children -= 1;
      counted = false;
      time.stir();
    };
    this.once('exit', end);
    this.once('error', end);
    return spawn.call(this, options);
  };
}

/** A request whose head is already on its way (headers given as a list) cannot be stamped; the kit's clock just stays. */
function stamp(request: ClientRequest, now: number): void {
  if (!request.headersSent) request.setHeader(header, String(now));
}
