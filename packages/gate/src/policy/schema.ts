/** The published JSON Schema (draft-07) of `scan-policy` files. `readPolicy` holds the same and more: dates, doubles, reach. */
import { severities } from '../finding.ts';

const glob = (what: string) => ({
  type: 'string',
  minLength: 1,
  title: `Glob over ${what}`,
  description: 'An asterisk stands for any characters, slashes too.',
});

const rule = {
  type: 'object',
  title: 'Rule',
  description: 'All conditions have to hold; the first rule that takes a finding decides.',
  additionalProperties: false,
  required: ['action'],
  properties: {
    severity: {
      type: 'array',
      title: 'Severities',
      description: "Inspector's severities that the rule takes; all when absent.",
      minItems: 1,
      items: { type: 'string', enum: [...severities] },
    },
    fix: {
      type: 'string',
      title: 'Fix',
      description: 'yes: a fix is available; partial: also for some packages only; no: none; any: whatever.',
      enum: ['yes', 'partial', 'no', 'any'],
    },
    kev: { type: 'boolean', title: 'Known exploited', description: "In CISA's catalogue of known exploited vulnerabilities." },
    exploit: { type: 'boolean', title: 'Exploit available', description: 'Inspector knows of an exploit.' },
    'epss-min': { type: 'number', title: 'EPSS at least', description: 'Probability of exploitation, 0 to 1.', minimum: 0, maximum: 1 },
    'score-min': { type: 'number', title: 'Inspector score at least', description: "Inspector's score, 0 to 10.", minimum: 0, maximum: 10 },
    package: glob("the package's name"),
    path: glob("the file's path"),
    'package-manager': {
      title: 'Package manager',
      description: "Inspector's word: OS, NPM, PYTHONPKG, GOBINARY, JAR, …",
      type: ['string', 'array'],
      minLength: 1,
      minItems: 1,
      items: { type: 'string', minLength: 1 },
    },
    'age-min-days': { type: 'integer', title: 'Age in days', description: 'Days since the finding was first observed, at least.', minimum: 0 },
    action: { type: 'string', title: 'Action', description: 'What happens to what the rule takes.', enum: ['block', 'warn', 'ignore'] },
  },
};

const waiver = {
  type: 'object',
  title: 'Waiver',
  description: 'An exception for one vulnerability, as narrow as its keys say.',
  additionalProperties: false,
  required: ['id', 'until', 'reason'],
  properties: {
    id: { type: 'string', title: 'Vulnerability', description: 'Exactly as Inspector names it: CVE-2026-1234.', minLength: 1 },
    package: glob("the package's name"),
    path: glob("the file's path"),
    platform: { type: 'string', title: 'Platform', description: 'os/architecture[/variant]', pattern: '^[a-z0-9]+/[a-z0-9]+(/[a-z0-9]+)?$' },
    until: { type: 'string', title: 'Last day', description: 'The last day that counts, UTC.', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    'until-fixed': { type: 'boolean', title: 'Until fixed', description: 'Also ends when a fix is available.' },
    reason: { type: 'string', title: 'Reason', description: 'Why it is acceptable.', minLength: 1 },
    owner: { type: 'string', title: 'Owner', description: 'Who answers for it.', minLength: 1 },
  },
};

/** JSON Schema of a `scan-policy` file. */
export const scanPolicySchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Slipway scan policy',
  description: 'Which findings of Amazon Inspector block an image, and the exceptions.',
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { const: 1, title: 'Version', description: 'Of this format; 1.' },
    rules: { type: 'array', title: 'Rules', description: 'The first that takes a finding decides.', items: rule },
    default: { type: 'string', title: 'Default', description: 'For what no rule takes; warn when absent.', enum: ['block', 'warn', 'ignore'] },
    'on-missing-details': {
      type: 'string',
      title: 'On missing details',
      description: 'Findings whose KEV entry could not be read: block counts them as known exploited.',
      enum: ['block', 'allow'],
    },
    'max-waiver-days': { type: 'integer', title: 'Longest waiver', description: 'Days that a waiver may reach into the future; 90 when absent.', minimum: 1 },
    'fail-on-unused': { type: 'boolean', title: 'Fail on unused waivers', description: 'A waiver that waives nothing is an error.' },
    waivers: { type: 'array', title: 'Waivers', description: 'Exceptions, each with a day on which it ends.', items: waiver },
  },
} as const;
