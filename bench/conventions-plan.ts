/** Writes plans of any size in the style of the plans with known truth: their resources, again and again under other names. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { generate } from '../test/conventions-truth/generate.ts';

type Json = Record<string, unknown>;
type Module = { resources: (Json & { address: string; name: string })[]; module_calls: Record<string, { module: Module }> };

/** Plans whose resources are repeated, so that no value is the only one of its kind. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

/** Of each attribute's values: faults are rare in plans that people review. */
const mostlyRight = 0.97;

/** Writes a plan of about so many resources. @returns how many */
export function writePlan(file: string, resources: number): number {
  const parts = seeds.map((seed) => generate(seed, 150, mostlyRight));
  const copies = Math.ceil(resources / parts.reduce((sum, part) => sum + part.resources, 0));
  const out = openSync(file, 'w');
  const buffer: string[] = [];
  let held = 0;
  const write = (text: string) => {
    buffer.push(text);
    held += text.length;
    if (held < 1 << 22) return;
    writeSync(out, buffer.splice(0).join(''));
    held = 0;
  };
  write('{"format_version":"1.2","terraform_version":"1.11.4","variables":{"environment":{"value":"sandbox-apps"}},');
  write('"planned_values":{"root_module":{"resources":[');
  list(write, copies, parts, (plan) => planned(plan));
  write(']}},"resource_changes":[');
  list(write, copies, parts, (plan) => plan['resource_changes'] as Json[]);
  write('],"configuration":{"provider_config":{"aws":{"name":"aws"}},"root_module":{"module_calls":{');
  separated(write, copies, parts, (copy, { plan }, at) => {
    const { root_module: root } = plan['configuration'] as { root_module: Module };
    return `"part_${at}_${copy}":{"source":"./part","module":${JSON.stringify(root)}}`;
  });
  write('}}},"relevant_attributes":[],"complete":true,"errored":false}\n');
  writeSync(out, buffer.join(''));
  closeSync(out);
  return copies * parts.reduce((sum, part) => sum + part.resources, 0);
}

type Part = ReturnType<typeof generate>;
type Write = (text: string) => void;

function separated(write: Write, copies: number, parts: readonly Part[], text: (copy: number, part: Part, at: number) => string): void {
  for (let copy = 0; copy < copies; copy += 1) for (const [at, part] of parts.entries()) write(`${copy + at === 0 ? '' : ','}${text(copy, part, at)}`);
}

/** Each part becomes a module of its own, so that its references lead to its own resources. */
function list(write: Write, copies: number, parts: readonly Part[], pick: (plan: Json) => Json[]): void {
  const texts = parts.map(({ plan }) => pick(plan).map((entry) => JSON.stringify(entry)));
  separated(write, copies, parts, (copy, _part, at) => (texts[at] ?? []).map((text) => inModule(text, `module.part_${at}_${copy}`)).join(','));
}

function inModule(text: string, module: string): string {
  const entry = JSON.parse(text) as Json;
  const inner = entry['module_address'];
  return JSON.stringify({ ...entry, address: `${module}.${entry['address']}`, module_address: inner === undefined ? module : `${module}.${inner}` });
}

/** The values of planned_values, flat. */
function planned(plan: Json): Json[] {
  const changes = plan['resource_changes'] as { address: string; type: string; name: string; change: { after: Json | null } }[];
  return changes
    .filter(({ change }) => change.after !== null)
    .map(({ address, type, name, change }) => ({ address, mode: 'managed', type, name, values: change.after }));
}
