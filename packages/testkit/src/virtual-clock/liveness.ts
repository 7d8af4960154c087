/**
 * Tells a server that is slow from one that does not mean to answer: on a busy machine both look the same. A line that is no
 * HTTP is sent on a connection of its own; node's server refuses it by itself, without telling the program behind it, and that
 * it came so far means that everything sent before has been seen.
 */
import { connect } from 'node:net';

/** Where the last request went. */
export interface Peer {
  readonly host: string;
  readonly port: number;
}

/** Real milliseconds after which a peer that says nothing at all is taken for dead. */
const longestMs = 2_000;

/** Resolves when the peer has reacted in any way, or has had its time. Never rejects. @param later the real setTimeout */
export function knock({ host, port }: Peer, later: typeof setTimeout): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = () => {
      socket.destroy();
      resolve();
    };
    socket.on('connect', () => socket.write('KNOCK\r\n\r\n'));
    socket.on('data', end);
    socket.on('close', end);
    socket.on('error', end);
    later(end, longestMs).unref();
  });
}
