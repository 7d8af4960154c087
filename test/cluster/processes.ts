/** The processes of a cluster: started with their log in a file, ended by the pids that were noted, last started first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Milliseconds between asking a process to end and killing it. */
const graceMs = 10_000;

/** The processes of one folder. */
export class Processes {
  readonly #folder: string;
  readonly #running: { name: string; child: ChildProcess }[] = [];
  readonly #onExit = () => {
    for (const { child } of this.#running) child.kill('SIGKILL');
  };

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, 'log'), { recursive: true });
    process.on('exit', this.#onExit);
  }

  /** Starts a process; its pid is noted in `<folder>/pids`. */
  start(name: string, command: string, args: readonly string[]): void {
    const log = openSync(join(this.#folder, 'log', `${name}.log`), 'w');
    const child = spawn(command, [...args], { cwd: this.#folder, stdio: ['ignore', log, log], env: { ...process.env, GOMAXPROCS: '2' } });
    child.on('error', () => {});
    appendFileSync(join(this.#folder, 'pids'), `${child.pid} ${name}\n`);
    this.#running.push({ name, child });
  }

  /** The name of a process that has ended by itself, with the end of its log. */
  fallen(): string | undefined {
    const gone = this.#running.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
    return gone && `${gone.name} has ended: ${readFileSync(join(this.#folder, 'log', `${gone.name}.log`), 'utf8').slice(-1_500)}`;
  }

  /** Ends all, one after the other: etcd has to outlive the API server, or that one hangs on its way out. */
  async stop(): Promise<void> {
    for (const { child } of this.#running.reverse()) await end(child);
    this.#running.length = 0;
    process.off('exit', this.#onExit);
  }
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Ports of loopback that nobody listens on at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
