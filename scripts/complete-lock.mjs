/**
 * Makes package-lock.json complete: `npm install` leaves out platform packages that the registry in use does not have, and
 * `npm ci` then refuses the lock file on every machine. Adds each missing optional package of an exact version, with the
 * platforms that its name tells. Run it after `npm install`; `--check` only names what is missing. Without dependencies,
 * because it mends what installing them needs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');

const systems = { darwin: 'darwin', windows: 'win32', win32: 'win32', win: 'win32', linux: 'linux', freebsd: 'freebsd', openbsd: 'openbsd', netbsd: 'netbsd' };
const moreSystems = { android: 'android', sunos: 'sunos', aix: 'aix', openharmony: 'openharmony' };
const processors = {
  64: 'x64',
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  wasm32: 'wasm32',
};

/**
 * The platforms in a package's name: `@rollup/rollup-linux-arm-musleabihf` → linux, arm, musl.
 * @returns npm's `os`, `cpu` and `libc`, each only where the name says it
 */
export function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const found = (table) => words.map((word) => table[word]).find((word) => word !== undefined);
  const os = found({ ...systems, ...moreSystems });
  const cpu = found(processors);
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) && os === 'linux' ? 'glibc' : undefined;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}

/** The place in the lock file that `name` is found at from `path`, as Node looks for it; undefined when it is nowhere. */
export function resolveIn(packages, path, name) {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = `${folder}/node_modules/${name}`;
    if (place in packages) return place;
  }
  return `node_modules/${name}` in packages ? `node_modules/${name}` : undefined;
}

/** Optional packages of an exact version that the lock file does not have: place → entry. */
export function missingPackages(lock) {
  const missing = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (resolveIn(lock.packages, path, name) || !/^\d/.test(version)) continue;
      missing[`node_modules/${name}`] = { version, ...platformOf(name), ...(entry.dev || path === '' ? { dev: true } : {}), optional: true };
    }
  }
  return missing;
}

function main(check) {
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPackages(lock);
  const names = Object.keys(missing);
  if (names.length === 0) return 0;
  if (check) {
    process.stdout.write(`package-lock.json lacks ${names.join(', ')}\nRun \`node scripts/complete-lock.mjs\` and commit the result.\n`);
    return 1;
  }
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  process.stdout.write(`added ${names.length} packages of other platforms\n`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = main(process.argv.includes('--check'));
