/** The rotation file's JSON Schema (draft-07), for editors and for the loader. */

const duration = { type: 'string', pattern: '^[0-9]{1,9}(ms|s|m|h|d)$' };
const text = { type: 'string', minLength: 1 };
const roleArn = { type: 'string', pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$' };
const region = { type: 'string', pattern: '^[a-z]{2}(-[a-z]+)+-[0-9]+$' };
const length = {
  title: 'Length',
  description: 'Characters of a new value; 32 unless given.',
  type: 'integer',
  minimum: 8,
  maximum: 4096,
};
const alphabet = { title: 'Alphabet', description: 'Letters of a new value; alphanumeric unless given.', enum: ['alphanumeric', 'hex', 'base64url'] };

/** Provider → its keys besides `type`, and those that have to be there. */
const providers: Record<string, { properties: Record<string, object>; required?: string[] }> = {
  random: { properties: { length, alphabet } },
  'json-field': {
    properties: {
      fields: { title: 'Fields', description: 'Top-level keys of the JSON document.', type: 'array', items: text, minItems: 1, uniqueItems: true },
      length,
      alphabet,
    },
    required: ['fields'],
  },
  'github-deploy-key': {
    properties: { repositories: { type: 'array', items: text, minItems: 1 }, fields: { type: 'object' }, 'read-only': { type: 'boolean' } },
  },
  'github-app-token': {
    properties: {
      'app-id': text,
      'installation-id': text,
      'private-key': { type: 'object' },
      repositories: { type: 'array', items: text },
      permissions: { type: 'object' },
    },
  },
  supplied: { properties: { kind: { enum: ['pat', 'app-key', 'text'] }, field: text } },
  'iam-access-key': { properties: { 'user-name': text, 'role-to-assume': roleArn, 'access-key-id-field': text, 'secret-access-key-field': text } },
  'ca-bundle': {
    properties: {
      'certificate-field': text,
      'key-field': text,
      'next-key-field': text,
      'phase-min-age': duration,
      validity: duration,
      subject: text,
    },
  },
  'codeartifact-token': { properties: { domain: text, 'domain-owner': text, region, duration, field: text } },
  'ecr-docker-config': { properties: { registries: { type: 'array', items: text } } },
};

/** The providers that the rotation file knows; not all of them can be carried out yet. */
export const providerTypes: readonly string[] = Object.keys(providers);

const provider = {
  title: 'Provider',
  description: 'What makes the new credential.',
  type: 'object',
  required: ['type'],
  properties: { type: { title: 'Type', description: 'The kind of credential.', enum: providerTypes } },
  allOf: Object.entries(providers).map(([type, { properties, required = [] }]) => ({
    if: { required: ['type'], properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { properties: { type: {}, ...properties }, required, additionalProperties: false },
  })),
};

const target = {
  type: 'object',
  required: [],
  additionalProperties: false,
  properties: {
    'role-to-assume': { title: 'Role', description: "Role that may write the secret; the job's own credentials unless given.", ...roleArn },
    region: { title: 'Region', description: "AWS region; the job's unless given.", ...region },
    'secret-id': { title: 'Secret', description: "Name or ARN of the secret; the entry's name unless given.", ...text },
  },
};

const secret = {
  type: 'object',
  required: ['name', 'provider', 'targets'],
  additionalProperties: false,
  properties: {
    name: { title: 'Name', description: 'Names the rotation in reports and in the ids of new versions; changing it abandons a running rotation.', ...text },
    provider,
    shape: {
      title: 'Shape',
      description: 'What the stored document has to look like.',
      enum: ['argo-repo-creds', 'arc-github', 'ca-bundle', 'json', 'text'],
    },
    grace: { title: 'Grace', description: 'How long the old credential stays valid after the promotion.', ...duration },
    'pending-ttl': { title: 'Pending TTL', description: "Age from which somebody else's pending version may be taken over; 2h unless given.", ...duration },
    every: { title: 'Every', description: 'Age at which the secret is due; always due unless given.', ...duration },
    verify: {
      title: 'Checks',
      description: "Checks before promotion, besides the provider's own.",
      type: 'array',
      items: {
        type: 'object',
        required: ['type'],
        additionalProperties: false,
        properties: { type: { enum: ['shape', 'git-ls-remote'] }, url: text },
      },
    },
    consumers: { title: 'Consumers', description: 'Who has to pick the new value up.', type: 'array', items: { type: 'object', required: ['type'] } },
    sinks: { title: 'Sinks', description: 'Where the new value is copied to.', type: 'array', items: { type: 'object', required: ['type'] } },
    targets: { title: 'Targets', description: 'Where the secret lies; the same credential goes to all.', type: 'array', minItems: 1, items: target },
  },
};

/** JSON Schema of the rotation file; published as `schemas/rotation.json`. */
export const rotationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Slipway rotation',
  description: 'Secrets that rotate-secret keeps fresh.',
  type: 'object',
  required: ['version', 'secrets'],
  additionalProperties: false,
  properties: {
    version: { title: 'Version', description: 'The version of this format.', const: 1 },
    secrets: { title: 'Secrets', description: 'One entry per secret.', type: 'array', minItems: 1, items: secret },
  },
};
