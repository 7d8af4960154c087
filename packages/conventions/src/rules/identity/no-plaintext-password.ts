/** No credential is written into the configuration. */
import { type ConfiguredModule, type Expression, isMap } from '@slipway/terraform/plan';
import { readText } from '../../plan-facts/attributes.ts';
import { expressionAt, longestReferences } from '../../plan-facts/expressions.ts';
import { failing } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { fine, type Judgement, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const names = ['password', 'master_password', 'auth_token', 'secret_string', 'admin_user_password'];
const writeOnly = names.map((name) => `${name}_wo`);
const everywhere = [...names, ...writeOnly];
const versions = (list: readonly string[]) => list.map((name) => `${name}_version`);
const parameter = { type: 'aws_ssm_parameter', names: ['value', 'value_wo'] };

/** Judged by the configuration, also for write-only attributes, whose value is in no plan. */
export const noPlaintextPassword: Rule = {
  id: 'no-plaintext-password',
  what: 'no password, token or secret is a literal of the configuration, nor the default of a variable',
  why: [
    mediationItem('DB Password'),
    {
      document: 'opta-aws-architecture',
      sentence: 'The username and passwords are created with the database and are passed securely to the K8s services as secrets',
    },
  ],
  severity: 'error',
  profiles: ['mz', 'opta', 'strict'],
  remedy: 'manage_master_user_password = true',
  fails: 'password = "Sommer2026!"',
  reads: { '*': [...everywhere, ...versions(writeOnly)], [parameter.type]: ['type', ...parameter.names, ...versions(['value_wo'])] },
  judge: (world) => world.types().flatMap((type) => world.ofType(type).flatMap((resource) => judgeResource(world, resource))),
};

function judgeResource(world: World, resource: Resource): Judgement[] {
  const written = writtenNames(world, resource).map((name) => ({ name, literal: literalAt(world, resource, name) }));
  if (written.length === 0) return [];
  const literals = written.filter(({ literal }) => literal !== undefined);
  const facts = literals.map(({ name, literal }) =>
    failing(`${name} is written in the configuration`, literal === '' ? `${name} is a literal` : `${name} → ${literal} has a literal default`),
  );
  const judgement = { resource, address: resource.address, facts: facts.length > 0 ? facts : [fine] };
  // The configuration before is in no plan: what was there before is the value.
  return [resource.change.before === null ? judgement : { ...judgement, introduced: literals.some(({ name }) => changes(resource, name)) }];
}

function changes({ change: { before, after } }: Resource, name: string): boolean {
  return [name, `${name}_version`].some((one) => (before?.[one] ?? null) !== (after?.[one] ?? null));
}

/** Few blocks write any of them. */
function writtenNames(world: World, resource: Resource): readonly string[] {
  const expressions = world.configured(resource)?.expressions;
  return expressions === undefined ? [] : attributesOf(resource).filter((name) => Object.hasOwn(expressions, name));
}

function attributesOf(resource: Resource): readonly string[] {
  if (resource.type !== parameter.type) return everywhere;
  return readText(resource, ['type']).text === 'SecureString' ? parameter.names : [];
}

/** Where the literal stands: `''` for the expression itself, else the variable; `undefined` when there is none. */
function literalAt(world: World, resource: Resource, name: string): string | undefined {
  const { configured, steps } = world.module(resource.change.moduleAddress);
  const expression = expressionAt(world.configured(resource), [name]);
  return originOf(world, expression, { module: configured, path: steps.map((step) => step.name) }).literal;
}

interface Scope {
  readonly module: ConfiguredModule;
  readonly path: readonly string[];
}

/** What a value is made of: a literal, or something from elsewhere (`open`), or neither of both (a switch, nothing). */
interface Origin {
  readonly literal?: string;
  readonly open?: boolean;
}

/** A literal beside something from elsewhere is no proof: it may be the user's name or an environment's. */
function originOf(world: World, expression: Expression, scope: Scope): Origin {
  if (isMap(expression) && 'constant_value' in expression) return isSecretText(expression['constant_value']) ? { literal: '' } : {};
  const origins = longestReferences(expression).map((reference) => {
    const [, variable] = /^var\.([\w-]+)/.exec(reference) ?? [];
    return variable === undefined ? { open: true } : originOfVariable(world, variable, scope);
  });
  return origins.some(({ open }) => open) ? { open: true } : (origins.find(({ literal }) => literal !== undefined) ?? {});
}

function originOfVariable(world: World, name: string, { module, path }: Scope): Origin {
  const own = module.variables.get(name);
  const hasDefault = isMap(own) && Object.hasOwn(own, 'default');
  if (hasDefault && isSecretText(own['default'])) return { literal: `var.${name}` };
  const call = path.at(-1);
  if (call === undefined) return { open: !hasDefault };
  const parent = moduleAt(world, path.slice(0, -1));
  const given = parent.calls.get(call)?.expressions[name];
  if (given === undefined) return {};
  const origin = originOf(world, given, { module: parent, path: path.slice(0, -1) });
  return origin.literal === '' ? { literal: `module.${call} (${name})` } : origin;
}

function moduleAt(world: World, path: readonly string[]): ConfiguredModule {
  let module = world.plan.configuration;
  for (const name of path) module = module.calls.get(name)?.module ?? module;
  return module;
}

function isSecretText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
