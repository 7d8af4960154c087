/**
 * The first thing that runs on a new machine: brings node_modules and Node 24, then hands over to the command that was
 * asked for. Owns nothing else. Plain JavaScript without dependencies, because it runs before there are any, on Node 20.
 *
 *   node scripts/bootstrap.mjs demo …          the demo
 *   node scripts/bootstrap.mjs test …          the tests
 *   node scripts/bootstrap.mjs run <bin> …     a tool of node_modules/.bin
 *   node scripts/bootstrap.mjs node <file> …   a script of this repository
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json');
const stampFile = join(root, 'node_modules', '.slipway-stamp');

/** The oldest Node that npm 11 and this file run on, and the one that everything else runs on. */
const oldestMajor = 20;
const wantedMajor = 24;

const usage = 'usage: node scripts/bootstrap.mjs demo|test|run <bin>|node <file> [arguments]';
const major = (version) => Number(version.split('.')[0]);

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

/** Which lock file node_modules was made from, on which kind of machine. */
function stampOf(lock) {
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Whether npm's own record of what it installed agrees with the lock file; packages for other machines may be absent. */
function agrees(lock) {
  const wanted = JSON.parse(lock).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const other = installed[path];
    return other ? other.version === entry.version && other.integrity === entry.integrity : entry.optional === true || entry.devOptional === true;
  });
}

function isInstalled(lock, stamp) {
  if (!existsSync(installedFile)) return false;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  return agrees(lock);
}

/** Runs npm ci where node_modules is missing or was made from another lock file. Returns false when npm failed. */
function install() {
  const lock = readFileSync(lockFile, 'utf8');
  const stamp = stampOf(lock);
  if (!isInstalled(lock, stamp)) {
    process.stderr.write('Installing dependencies (npm ci, about 20 s) …\n');
    const npm = npmCommand(['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    const done = spawnSync(npm.file, npm.args, { cwd: root, encoding: 'utf8', shell: npm.shell, stdio: ['ignore', 'pipe', 'pipe'] });
    if (done.status !== 0) {
      process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`);
      stop(`npm ci failed (${done.error?.message ?? done.signal ?? `exit ${done.status}`}). Mend what npm says above and run the same command again.`);
      return false;
    }
  }
  writeFileSync(stampFile, stamp);
  return true;
}

/** npm as it runs us, or the one on PATH. */
function npmCommand(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return { file: process.execPath, args: [script, ...args], shell: false };
  return { file: 'npm', args, shell: process.platform === 'win32' };
}

/** Node 24: the one that came with the dependencies, else ours when it is new enough. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const path = join(root, 'node_modules', name, 'bin', file);
    if (existsSync(path)) return path;
  }
  return major(process.versions.node) >= wantedMajor ? process.execPath : undefined;
}

/** What to start for a command, or undefined when there is no such command. */
function commandOf([command, ...rest], node) {
  const script = (path, args) => ({ file: node, args: ['--conditions=slipway-source', path, ...args] });
  if (command === 'demo') return script(join(root, 'demo', 'run.ts'), rest);
  if (command === 'test') return script(join(root, 'scripts', 'test', 'run.ts'), rest);
  const [name, ...args] = rest;
  if (command === 'node' && name) return script(join(root, name), args);
  if (command === 'run' && name) {
    const windows = process.platform === 'win32';
    return { file: join(root, 'node_modules', '.bin', windows ? `${name}.cmd` : name), args, shell: windows };
  }
  return undefined;
}

/** Starts the command in our place: its input and output, our signals, its exit code. */
function handOver({ file, args, shell = false }, node) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const env = { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const child = spawn(file, args, { cwd: root, env, shell, stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  child.on('error', (error) => stop(`${file} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward);
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

function main(argv) {
  if (major(process.versions.node) < oldestMajor) return stop(`Node ${process.versions.node} is too old: Slipway needs Node ${oldestMajor} or newer to start.`);
  if (!commandOf(argv, process.execPath)) return stop(usage);
  if (!install()) return;
  const node = findNode();
  if (!node) {
    return stop(
      `Node ${wantedMajor} is needed; this is Node ${process.versions.node}, and no package brings Node ${wantedMajor} for ${process.platform}-${process.arch}. Install it and run the same command again.`,
    );
  }
  handOver(commandOf(argv, node), node);
}

main(process.argv.slice(2));
