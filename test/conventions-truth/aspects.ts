/** What one attribute may be, and what the rule that reads it has to say then. The verdicts are the page's, never a rule's. */
import type { Draft, Json, Place, Truth } from './draft.ts';
import { constant, references } from './draft.ts';

/** One way to write an attribute. */
export interface Variant {
  readonly verdict: Truth;
  /** The known value; for an unknown one what it turns out to be. */
  readonly value: unknown;
  /** Known only after apply. */
  readonly unknown?: boolean;
  /** In the configuration; absent where it is left out. */
  readonly expression?: Json;
  /** What the rule says once the value is known. */
  readonly settled: Truth;
}

/** An attribute with the rule that reads it. */
export interface Aspect {
  readonly rule: string;
  /** Dotted, with numbers for blocks: `encryption_info.0.client_broker`. */
  readonly path: string;
  /** Draws a variant that may stand in a place. */
  readonly draw: (draft: Draft, place: Place, wanted: Truth) => Variant;
  /** A value that it may have had before, right or wrong. */
  readonly old: (draft: Draft, wrong: boolean) => { readonly value: unknown; readonly verdict: Truth };
  /** Other rules that read the same value, by what this one says. */
  readonly also?: Readonly<Record<string, (own: Truth, value: unknown) => Truth>>;
  /** Another attribute's value that changes this one's verdict. */
  readonly given?: { readonly path: string; readonly verdict: (own: Truth, value: unknown, unknown: boolean) => Truth };
}

/** Where a value may come from that no plan shows. */
const untold = ['local.settings', 'data.aws_ssm_parameter.elsewhere.value', 'random_pet.some.id', 'local.table["a.b"].x'];

/** How a value may be hidden: with an expression that tells nothing, left out of the configuration, or never. */
export interface ScalarOptions {
  readonly hidden?: 'written' | 'unwritten' | 'never';
}

/** A value that stands for itself: literals, root variables, or known after apply. */
export function scalar(rule: string, path: string, right: readonly unknown[], wrong: readonly unknown[], { hidden }: ScalarOptions = {}): Aspect {
  return {
    rule,
    path,
    draw: (draft, place, wanted) => {
      const { random } = draft;
      if (wanted === 'unknown' && hidden !== 'never') {
        const isWritten = hidden === 'written' || (hidden !== 'unwritten' && random.chance(0.8));
        const expression = isWritten ? { expression: references(random.pick(untold)) } : {};
        return { verdict: 'unknown', value: random.pick(right), unknown: true, ...expression, settled: 'pass' };
      }
      const [verdict, list] = wanted !== 'fail' || wrong.length === 0 ? (['pass', right] as const) : (['fail', wrong] as const);
      const value = random.pick(list);
      return { verdict, value, settled: verdict, ...written(draft, place, value) };
    },
    old: ({ random }, bad) => (bad && wrong.length > 0 ? { value: random.pick(wrong), verdict: 'fail' } : { value: random.pick(right), verdict: 'pass' }),
  };
}

/** A known value of which the rule always says the same. */
export function fixed(rule: string, path: string, value: unknown, verdict: Truth): Aspect {
  return {
    rule,
    path,
    draw: () => ({ verdict, value, settled: verdict, expression: constant(value) }),
    old: () => ({ value, verdict }),
  };
}

/** How a known value stands in the configuration. */
function written(draft: Draft, place: Place, value: unknown): { expression?: Json } {
  if (value === undefined || value === null) return draft.random.chance(0.5) ? {} : { expression: constant(null) };
  const how = draft.random.below(3);
  if (how === 0) return { expression: constant(value) };
  return { expression: how === 1 ? references('var.settings') : draft.passDown(constant(value), place) };
}

const account = '111122223333';

/** The ARN of a key that nobody else has. */
export function keyArn(draft: Draft): string {
  return `arn:aws:kms:eu-central-1:${account}:key/${draft.number().toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

/** Whether the service takes its own key where none is named. */
export interface KeyOptions {
  readonly nullFails: boolean;
  readonly given?: Aspect['given'];
  /** Makes the key and gives an expression for it. */
  readonly key: (draft: Draft, place: Place) => Json;
}

/** A customer's key: G1 and G2. */
export function key(rule: string, path: string, { nullFails, given, key: customerKey }: KeyOptions): Aspect {
  return {
    rule,
    path,
    ...(given ? { given } : {}),
    draw: (draft, place, wanted) => {
      const { random } = draft;
      const arn = keyArn(draft);
      if (wanted === 'pass') return rightKey(draft, place, arn, customerKey);
      if (wanted === 'fail') return wrongKey(draft, nullFails);
      const how = random.below(4);
      // The provider read it back: nobody chose it.
      if (how === 0) return { verdict: 'unknown', value: arn, settled: 'unknown' };
      if (how === 1) return { verdict: 'unknown', value: arn, unknown: true, settled: 'unknown' };
      const other = random.pick(untold);
      if (how === 2) return { verdict: 'unknown', value: arn, unknown: true, expression: references(other), settled: 'pass' };
      const mixed = [...(customerKey(draft, place)['references'] as string[]), ...(references(other)['references'] as string[])];
      return { verdict: 'unknown', value: arn, unknown: true, expression: { references: mixed }, settled: 'pass' };
    },
    old: (draft, bad) => (bad ? { value: wrongKey(draft, nullFails).value, verdict: 'fail' } : { value: keyArn(draft), verdict: 'pass' }),
  };
}

function rightKey(draft: Draft, place: Place, arn: string, customerKey: KeyOptions['key']): Variant {
  if (draft.random.chance(0.6)) return { verdict: 'pass', value: arn, unknown: true, expression: customerKey(draft, place), settled: 'pass' };
  const value = draft.random.pick([arn, `alias/sandbox-apps-own${draft.number()}`, `arn:aws:kms:eu-central-1:${account}:alias/own${draft.number()}`]);
  return { verdict: 'pass', value, settled: 'pass', expression: draft.random.chance(0.5) ? constant(value) : references('var.key') };
}

function wrongKey(draft: Draft, nullFails: boolean): Variant {
  const value = draft.random.pick(['alias/aws/rds', `arn:aws:kms:eu-central-1:${account}:alias/aws/ebs`, ...(nullFails ? [null, ''] : [])]);
  return { verdict: 'fail', value, settled: 'fail', ...(value === null ? {} : { expression: constant(value) }) };
}

/** Puts a value at a dotted path, making the maps and lists on the way. */
export function put(target: Json, path: string, value: unknown): void {
  const parts = path.split('.');
  let node: unknown = target;
  parts.forEach((part, index) => {
    const holder = node as Record<string, unknown>;
    if (index === parts.length - 1) holder[part] = value;
    else {
      holder[part] ??= /^\d+$/.test(parts[index + 1] ?? '') ? [] : {};
      node = holder[part];
    }
  });
}

/** Makes the blocks around a value that stays out: Terraform leaves out what is unknown, not the block that holds it. */
export function around(target: Json, path: string): void {
  const cut = path.lastIndexOf('.');
  if (cut < 0) return;
  const parent = path.slice(0, cut);
  const parts = parent.split('.');
  let node: unknown = target;
  for (const part of parts) node = (node as Json | undefined)?.[part];
  if (node === undefined) put(target, parent, {});
}
