/** No credential is written into the configuration. */
import { type ConfiguredModule, type Expression, isMap } from '@slipway/terraform/plan';
import { readText } from '../../plan-facts/attributes.ts';
import { expressionAt, longestReferences } from '../../plan-facts/expressions.ts';
import { failing } from '../../plan-facts/flags.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const names = ['password', 'master_password', 'auth_token', 'secret_string', 'admin_user_password'];
const writeOnly = names.map((name) => `${name}_wo`);
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
  reads: { '*': [...names, ...writeOnly], [parameter.type]: ['type', ...parameter.names] },
  judge: (world) =>
    world
      .types()
      .flatMap((type) => world.ofType(type))
      .flatMap((resource): Judgement[] => {
        const facts = writtenNames(world, resource).flatMap((name) => judgeAttribute(world, resource, name));
        return facts.length > 0 ? [{ resource, address: resource.address, facts }] : [];
      }),
};

const everywhere = [...names, ...writeOnly];

/** Few blocks write any of them. */
function writtenNames(world: World, resource: Resource): readonly string[] {
  const expressions = world.configured(resource)?.expressions;
  return expressions === undefined ? [] : attributesOf(resource).filter((name) => Object.hasOwn(expressions, name));
}

function attributesOf(resource: Resource): readonly string[] {
  if (resource.type !== parameter.type) return everywhere;
  return readText(resource, ['type']).text === 'SecureString' ? parameter.names : [];
}

function judgeAttribute(world: World, resource: Resource, name: string): Fact[] {
  const expression = expressionAt(world.configured(resource), [name]);
  if (expression === undefined) return [];
  const { configured, steps } = world.module(resource.change.moduleAddress);
  const where = literalIn(world, expression, { module: configured, path: steps.map((step) => step.name) });
  return [
    where === undefined
      ? fine
      : failing(`${name} is written in the configuration`, where === '' ? `${name} is a literal` : `${name} → ${where} has a literal default`),
  ];
}

interface Scope {
  readonly module: ConfiguredModule;
  readonly path: readonly string[];
}

/** Where the literal stands: `''` for the expression itself, else the variable; `undefined` when there is none. */
function literalIn(world: World, expression: Expression, scope: Scope): string | undefined {
  if (isMap(expression) && isSecretText(expression['constant_value'])) return '';
  for (const reference of longestReferences(expression)) {
    const [, variable] = /^var\.([\w-]+)/.exec(reference) ?? [];
    const found = variable === undefined ? undefined : literalOfVariable(world, variable, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

function literalOfVariable(world: World, name: string, { module, path }: Scope): string | undefined {
  const own = module.variables.get(name);
  if (isMap(own) && isSecretText(own['default'])) return `var.${name}`;
  const parentPath = path.slice(0, -1);
  const call = path.at(-1);
  if (call === undefined) return undefined;
  const parent = moduleAt(world, parentPath);
  const given = parent.calls.get(call)?.expressions[name];
  const found = given === undefined ? undefined : literalIn(world, given, { module: parent, path: parentPath });
  return found === '' ? `module.${call} (${name})` : found;
}

function moduleAt(world: World, path: readonly string[]): ConfiguredModule {
  let module = world.plan.configuration;
  for (const name of path) module = module.calls.get(name)?.module ?? module;
  return module;
}

function isSecretText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
