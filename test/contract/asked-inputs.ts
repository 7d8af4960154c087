/** What an action's inputs.ts reads, found by running the action from its sources with the defaults of action.yml and one input that nobody knows. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionFile } from '../../scripts/docs/action-file.ts';
import { root } from '../../scripts/repository.ts';

/** What came of the run. */
export interface AskedInputs {
  /** Sorted. */
  readonly names: readonly string[];
  /** The faults of the other inputs, as they were printed. */
  readonly faults: readonly string[];
}

/** Long enough that no input's name is near it. */
const stranger = 'zz-nobody-knows-this-input-and-nothing-is-near-it-zz';

/** Starts the action's main.ts; it stops at the unknown input, before anything is called. */
export async function askedInputs(action: ActionFile): Promise<AskedInputs> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-asked-'));
  try {
    const stdout = await run(action, folder);
    const lines = stdout.split('\n').map((line) => line.trim());
    const told = lines.find((line) => line.startsWith(`${stranger}: got an unknown input; want one of `));
    if (told === undefined) throw new Error(`${action.folder} did not refuse an unknown input:\n${stdout}`);
    const names = told.slice(told.indexOf('want one of ') + 'want one of '.length, told.lastIndexOf('; e.g. ')).split(', ');
    return { names: names.sort(), faults: lines.filter((line) => /^[a-z0-9-]+: got /.test(line) && !line.startsWith(stranger)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(action: ActionFile, folder: string): Promise<string> {
  const file = (name: string) => {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  };
  // The default working directory of terraform is the workspace, which must then be a configuration.
  file('main.tf');
  const given = action.inputs.filter((input) => input.default !== undefined).map((input): [string, string] => [input.name, expand(input.default ?? '')]);
  const child = spawn(process.execPath, ['--conditions=slipway-source', join(root, 'actions', action.folder, 'src', 'main.ts')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      RUNNER_TEMP: folder,
      GITHUB_WORKSPACE: folder,
      GITHUB_REPOSITORY: 'bank/payments',
      GITHUB_OUTPUT: file('output'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      ...Object.fromEntries([...given, [stranger, 'x']].map(([name, value]) => [`INPUT_${(name ?? '').toUpperCase()}`, value])),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(stdout));
  });
}

/** What the runner puts in for the expressions that defaults hold. */
function expand(value: string): string {
  return value.replace(/\$\{\{\s*github\.token\s*\}\}/, 'ghs_0123456789').replace(/\$\{\{\s*github\.repository\s*\}\}/, 'bank/payments');
}
