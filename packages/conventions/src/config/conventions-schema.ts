/** The JSON Schema of the conventions file. */
import type { ParameterSpec, Rule } from '../rule.ts';
import { rules } from '../rules/catalogue.ts';
import { plannedRuleIds } from '../rules/planned.ts';

const severities = ['off', 'error', 'warn', 'info'];

function parameterSchema(spec: ParameterSpec): object {
  if (spec.kind === 'choice') return { title: spec.title, enum: [...spec.words] };
  return { title: spec.title, type: spec.kind === 'flag' ? 'boolean' : 'string' };
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

/** draft-07. A rule is a severity, or a map of severity and parameters. */
export const conventionsSchema: object = {
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
      properties: {
        ...Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        ...Object.fromEntries(plannedRuleIds.map((id) => [id, { title: 'not available yet' }])),
      },
    },
    'stateful-destroy': list('globs of addresses that may be destroyed'),
  },
};
