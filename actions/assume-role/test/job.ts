/** A job in a folder of its own: variables as the runner keeps them, steps that log in, end and post, without a process. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createMasks, createTempFiles, environmentOf, type Logger } from '@slipway/action-kit';
import { type EndedLogin, endLogin } from '../src/end.ts';
import { findRecords, jobOf, type Reusable, readRecord } from '../src/records.ts';
import { rememberLogin } from '../src/restore.ts';
import { forgetLogin, variablesToRestore } from '../src/undo.ts';

export interface LoginOptions {
  readonly profiles?: readonly string[];
  readonly reusable?: readonly Reusable[];
  /** Variables that depend on the step's folder. */
  readonly exports?: (write: (name: string, text: string) => string) => Record<string, string>;
}

const github = { runId: '4711', runAttempt: '1', job: 'deploy' };

export class Job {
  readonly temp = mkdtempSync(join(tmpdir(), 'slipway-restore-'));
  readonly variables: Record<string, string>;
  readonly log: string[] = [];
  readonly masked: string[] = [];
  now = 1_800_000_000_000;

  constructor(variables: Record<string, string> = {}) {
    this.variables = { HOME: join(this.temp, 'home'), ...variables };
  }

  remove(): void {
    rmSync(this.temp, { recursive: true, force: true });
  }

  context(over: object = {}) {
    const state: Record<string, string> = {};
    const note =
      (kind: string) =>
      (text: string): void =>
        void this.log.push(`${kind}: ${text}`);
    const log = { info: note('info'), debug: note('debug'), notice: note('notice'), warning: note('warning'), error: note('error'), group: () => {} };
    return {
      state,
      environment: environmentOf(this.variables),
      github: { ...github, temp: this.temp, ...over } as never,
      clock: { now: () => this.now, sleep: () => Promise.resolve() },
      files: createTempFiles(this.temp, 'slipway-assume-role'),
      masks: createMasks((form) => this.masked.push(form)),
      log: log satisfies Logger,
      saveState: (name: string, value: string) => {
        state[name] = value;
      },
    };
  }

  /** @returns the record's path, as `post` gets it */
  login(variables: Record<string, string> = {}, { profiles = [], reusable = [], exports }: LoginOptions = {}): string {
    const context = this.context();
    const all = { ...variables, ...exports?.((name, text) => context.files.write(name, text)) };
    rememberLogin({ exports: all, profiles, reusable }, context);
    Object.assign(this.variables, all);
    return context.state['restore'] ?? '';
  }

  /** @returns what was ended, and the record's path of the step that did it */
  end(profile?: string): EndedLogin & { file: string } {
    const context = this.context();
    const ended = endLogin(profile, context);
    Object.assign(this.variables, ended.exports);
    return { ...ended, file: context.state['restore'] ?? '' };
  }

  /** What `post.ts` does, without its process. */
  post(file: string): Record<string, string> {
    const found = readRecord(file);
    if (!found) return {};
    const records = findRecords(this.temp, found.record.job).map(({ record }) => record);
    const changes = variablesToRestore(found.record, (name) => this.variables[name], records);
    Object.assign(this.variables, changes);
    forgetLogin(found, this.temp);
    rmSync(dirname(file), { recursive: true, force: true });
    return changes;
  }

  /** Variables that are set and not empty, without the surroundings. */
  get visible(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.variables).filter(([name, value]) => name !== 'HOME' && value !== ''));
  }

  records() {
    return findRecords(this.temp, jobOf(github));
  }

  has(file: string): boolean {
    return existsSync(file);
  }
}
