/** The command line, read strictly. */
import { nearest, parseDuration } from '@slipway/action-kit';

/** The commands, each with what it takes. */
const options = { run: ['config', 'port', 'ttl'], start: ['config', 'port', 'ttl'], stop: [], log: ['json'] } as const;
const switches = ['json'];

/** What to do. */
export interface Command {
  readonly name: keyof typeof options;
  readonly config?: string;
  readonly port: number;
  /** Milliseconds after which a kit ends by itself. */
  readonly ttlMs: number;
  readonly json: boolean;
}

/** A job on a hosted runner ends after six hours at the latest; an hour is what a test of a workflow needs. */
const defaultTtl = '1h';
const longestTtlMs = 24 * 3_600_000;

/** The text of `--help`. */
export const usage = `slipway-testkit plays GitHub, AWS and a registry on 127.0.0.1.

  slipway-testkit run   [--config FILE] [--port N] [--ttl 1h]   in the foreground, until it is stopped
  slipway-testkit start [--config FILE] [--port N] [--ttl 1h]   in the background; returns when it listens
  slipway-testkit log   [--json]                                every call, what was refused, and why
  slipway-testkit stop                                          ends it

start writes the variables that lead a job here to GITHUB_ENV, or prints them as export lines where there is none.`;

/** What to do, `help`, or all that is wrong with the arguments. */
export function parseArguments(given: readonly string[]): Command | 'help' | { mistakes: readonly string[] } {
  const [name = '', ...rest] = given;
  if (given.length === 0 || given.includes('--help') || given.includes('-h')) return 'help';
  if (!isCommand(name)) return { mistakes: [unknown(name, Object.keys(options), 'command')] };
  const mistakes: string[] = [];
  const values = readOptions(name, rest, mistakes);
  const port = readPort(values.get('port'), mistakes);
  const ttlMs = readTtl(values.get('ttl') ?? defaultTtl, mistakes);
  const config = values.get('config');
  return mistakes.length > 0 ? { mistakes } : { name, port, ttlMs, json: values.has('json'), ...(config === undefined ? {} : { config }) };
}

function isCommand(name: string): name is Command['name'] {
  return name in options;
}

function readOptions(command: Command['name'], given: readonly string[], mistakes: string[]): Map<string, string> {
  const known: readonly string[] = options[command];
  const values = new Map<string, string>();
  const words = given.flatMap(splitOption);
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const name = word.replace(/^--/, '');
    if (!word.startsWith('--') || !known.includes(name)) {
      mistakes.push(unknownOption(word, command));
      // What follows is its value, not one more mistake.
      if (word.startsWith('--') && words[0]?.startsWith('--') === false) words.shift();
      continue;
    }
    const value = switches.includes(name) ? 'true' : (words.shift() ?? '');
    if (value === '') mistakes.push(`--${name} needs a value`);
    if (values.has(name)) mistakes.push(`--${name} is given twice`);
    values.set(name, value);
  }
  return values;
}

/** `--ttl=1h` is `--ttl 1h`. */
function splitOption(word: string): string[] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function unknownOption(word: string, command: Command['name']): string {
  const names = options[command].map((one) => `--${one}`);
  return names.length > 0 ? unknown(word, names, `option of ${command}`) : `${word} is no option: ${command} takes none`;
}

function readPort(text: string | undefined, mistakes: string[]): number {
  if (text === undefined || text === '') return 0;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) mistakes.push(`--port: got ${text}; want 1 to 65535; e.g. --port 4566`);
  return port;
}

function readTtl(text: string, mistakes: string[]): number {
  if (text === '') return 0;
  const ms = parseDuration(text);
  if (ms === undefined || ms < 1000 || ms > longestTtlMs) mistakes.push(`--ttl: got ${text}; want 1s to 24h; e.g. --ttl 30m`);
  return ms ?? 0;
}

function unknown(word: string, known: readonly string[], what: string): string {
  const near = nearest(word, known);
  return `${word} is no ${what}; ${near ? `did you mean ${near}?` : `known are ${known.join(', ')}`}`;
}
