/** The JSON Schema of the conventions file. */
import { ownRulesSchema } from '../own-rules/schema.ts';
import type { ParameterSpec, Rule } from '../rule.ts';
import { rules } from '../rules/catalogue.ts';

const severities = ['off', 'error', 'warn', 'info'];

function parameterSchema(spec: ParameterSpec): object {
  switch (spec.kind) {
    case 'choice':
      // YAML reads a bare true or false as a boolean.
      return { title: spec.title, enum: [...spec.words, ...spec.words.flatMap((word) => (word === 'true' ? [true] : word === 'false' ? [false] : []))] };
    case 'flag':
      return { title: spec.title, type: 'boolean' };
    case 'number':
    case 'most':
      return { title: spec.title, type: 'number', minimum: 0 };
    case 'list':
      return list(spec.title);
    case 'version':
      return { title: spec.title, anyOf: [{ type: 'string', pattern: '^\\d+(\\.\\d+)*$' }, { type: 'number' }] };
    case 'pattern':
      return { title: spec.title, type: 'string' };
  }
}

function ruleSchema(rule: Rule): object {
  const parameters = Object.entries(rule.parameters ?? {}).map(([name, spec]) => [name, parameterSchema(spec)]);
  return {
    title: rule.what,
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      additionalProperties: false,
      properties: { severity: { title: 'how a finding weighs; off leaves the rule out', enum: severities }, ...Object.fromEntries(parameters) },
    },
    else: { enum: severities },
  };
}

function list(title: string): object {
  return { title, type: 'array', items: { type: 'string', minLength: 1 } };
}

let made: object | undefined;

/** draft-07. A rule is a severity, or a map of severity and parameters. Made at the first call: most runs have no file. */
export function conventionsSchema(): object {
  made ??= makeSchema();
  return made;
}

const makeSchema = (): object => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Slipway conventions',
  description: 'The platform’s own names and settings for check-conventions.',
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { title: 'format version', const: 1 },
    environments: list('the names that <env> may be, exactly'),
    environment: { title: 'the environment of this plan', type: 'string', minLength: 1 },
    cluster: { title: 'the name of the EKS cluster', type: 'string', minLength: 1 },
    organisation: { title: 'the first part of secret names', type: 'string', minLength: 1 },
    rules: {
      title: 'rules by id',
      description: 'off, error, warn, info, or a map of severity and the rule’s parameters',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
    },
    'own-rules': ownRulesSchema,
    'stateful-destroy': list('globs of addresses that may be destroyed'),
  },
});
