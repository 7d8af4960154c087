/** Hides values of a plan, as if only apply told them: what is left has the plan itself among its completions. */
import type { Json } from './draft.ts';
import { Random } from './random.ts';

/** What was hidden. */
export interface Hiding {
  readonly plan: Json;
  /** `address path` of what is hidden now. */
  readonly hidden: readonly string[];
}

interface Options {
  readonly seed: number;
  /** The share of attributes to hide. */
  readonly share: number;
  /** Whether the configuration still says where a hidden value comes from. */
  readonly keep: boolean;
}

type Entry = { address: string; type: string; name: string; module_address?: string; change: { actions: string[]; after: Json | null; after_unknown: Json } };

/** What a companion's known value has matched: Terraform knows both or none. */
const identities = new Set(['id', 'arn', 'key_id']);

/** A copy of the plan with values hidden. What the plan leaves as it is stays known, as in Terraform. */
export function hide(plan: Json, { seed, share, keep }: Options): Hiding {
  const random = new Random(seed);
  // Not structuredClone: it keeps two instances' shared lists shared.
  const copy = JSON.parse(JSON.stringify(plan)) as Json;
  const hidden: string[] = [];
  for (const { address, type, name, module_address: module = '', change } of copy['resource_changes'] as Entry[]) {
    if (change.after === null || change.actions[0] === 'no-op') continue;
    const block = blockOf(copy, module, `${type}.${name}`);
    for (const attribute of Object.keys(change.after)) {
      if (identities.has(attribute) || !random.chance(share)) continue;
      const path = hideIn(random, change.after, change.after_unknown, attribute);
      hidden.push(`${address} ${path}`);
      const expressions = block?.['expressions'] as Json | undefined;
      if (!keep && expressions) delete expressions[attribute];
    }
  }
  return { plan: copy, hidden };
}

/** Hides a value, or something inside it: a block's attribute, a list's element. */
function hideIn(random: Random, holder: Json, marks: Json, key: string): string {
  const value = holder[key];
  const inside = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const known = marks[key];
  if (inside.length > 0 && known !== true && random.chance(0.6)) {
    const marksInside = known === undefined || known === false ? (Array.isArray(value) ? value.map(() => false) : {}) : known;
    marks[key] = marksInside;
    return `${key}.${hideIn(random, value as Json, marksInside as Json, random.pick(inside))}`;
  }
  // Terraform leaves an unknown attribute out, and holds the place of an unknown element.
  if (Array.isArray(holder)) (holder as unknown[])[Number(key)] = null;
  else delete holder[key];
  marks[key] = true;
  return key;
}

interface Module {
  resources: (Json & { address: string })[];
  module_calls: Record<string, { module: Module }>;
}

function blockOf(plan: Json, moduleAddress: string, address: string): Json | undefined {
  let module: Module | undefined = (plan['configuration'] as { root_module: Module }).root_module;
  for (const [, name = ''] of moduleAddress.matchAll(/module\.([^.[]+)/g)) module = module?.module_calls[name]?.module;
  return module?.resources.find((block) => block.address === address);
}
