/** The folder in which a background kit leaves word of itself, under RUNNER_TEMP. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from './io.ts';
import type { LoggedCall } from './log-table.ts';

/** Word of a running kit. */
export interface KitRecord {
  readonly pid: number;
  /** The kit's own URL. */
  readonly url: string;
  /** Where `log` and `stop` ask, and the bearer that they show. */
  readonly control: { readonly url: string; readonly token: string };
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  /** What leads a client to the kit. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Files of one folder: 0600, like the folder's own 0700. */
export class Place {
  readonly folder: string;

  constructor({ environment }: Pick<CommandIo, 'environment'>) {
    this.folder = join(environment['RUNNER_TEMP'] || tmpdir(), 'slipway-testkit');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** What the background process prints. */
  get output(): string {
    return join(this.folder, 'output.log');
  }

  /** Empties the output file and opens it for a child. */
  openOutput(): number {
    writeFileSync(this.output, '', { mode: 0o600 });
    return openSync(this.output, 'a');
  }

  closeOutput(descriptor: number): void {
    closeSync(descriptor);
  }

  record(): KitRecord | undefined {
    return this.#read<KitRecord>('record.json');
  }

  /** Says that a kit listens. */
  write(record: KitRecord): void {
    this.#write('record.json', record);
  }

  /** Says that none does. */
  forget(): void {
    rmSync(join(this.folder, 'record.json'), { force: true });
  }

  /** The calls of the last kit that ended here. */
  lastCalls(): readonly LoggedCall[] | undefined {
    return this.#read<LoggedCall[]>('calls.json');
  }

  keepCalls(calls: readonly LoggedCall[]): void {
    this.#write('calls.json', calls);
  }

  /** By renaming, so that a reader never sees half of it. */
  #write(name: string, value: object): void {
    const file = join(this.folder, name);
    writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  #read<T>(name: string): T | undefined {
    try {
      return JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as T;
    } catch {
      return undefined;
    }
  }
}
