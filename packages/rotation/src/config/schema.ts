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

/** One key with what an editor shows of it. */
function key(title: string, description: string, schema: object): object {
  return { title, description, ...schema };
}

function list(title: string, description: string): object {
  return { title, description, type: 'array', items: text, minItems: 1 };
}

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
    properties: {
      repositories: list('Repositories', 'owner/name of each repository that gets a key.'),
      fields: key('Fields', 'owner/name to the field that holds its key, with the shape json.', { type: 'object' }),
      'read-only': key('Read only', 'The key may not push; true unless given.', { type: 'boolean' }),
    },
    required: ['repositories'],
  },
  'github-app-token': {
    properties: {
      'app-id': key('App id', 'Id of the GitHub App, quoted.', text),
      'installation-id': key('Installation id', 'Id of its installation, quoted.', text),
      'private-key': key('Private key', 'Where the key of the App lies: secret-id, region, role-to-assume, field.', { type: 'object' }),
      repositories: list('Repositories', 'Narrows the token to these.'),
      permissions: key('Permissions', 'Narrows the token to these.', { type: 'object' }),
    },
    required: ['app-id', 'installation-id', 'private-key'],
  },
  supplied: {
    properties: {
      kind: key('Kind', 'What a person supplies.', { enum: ['pat', 'app-key', 'text'] }),
      field: key('Field', "Top-level key that holds it; the shape's own unless given.", text),
    },
    required: ['kind'],
  },
  'iam-access-key': {
    properties: {
      'user-name': key('User', 'IAM user whose key it is.', text),
      'role-to-assume': key('Role', "Role that may manage the user's keys; the first target's unless given.", roleArn),
      'access-key-id-field': key('Id field', 'Top-level key of the id; AWS_ACCESS_KEY_ID unless given.', text),
      'secret-access-key-field': key('Secret field', 'Top-level key of the secret; AWS_SECRET_ACCESS_KEY unless given.', text),
    },
    required: ['user-name'],
  },
  'ca-bundle': {
    properties: {
      'certificate-field': key('Certificate field', 'Top-level key of the certificates; ca.crt unless given.', text),
      'key-field': key('Key field', 'Top-level key of the signing key; ca.key unless given.', text),
      'next-key-field': key('Next key field', 'Top-level key of the next signing key; next.key unless given.', text),
      'phase-min-age': key('Phase age', 'Least time between two phases; 24h unless given.', duration),
      validity: key('Validity', 'Life of a new CA; 3650d unless given.', duration),
      subject: key('Subject', 'Subject of a new CA.', text),
    },
  },
  'codeartifact-token': {
    properties: {
      domain: key('Domain', 'CodeArtifact domain.', text),
      'domain-owner': key('Owner', 'Account of the domain, quoted.', text),
      region: key('Region', "Region of the domain; the target's unless given.", region),
      duration: key('Duration', 'Life of a token; 12h unless given.', duration),
      field: key('Field', 'Top-level key that holds the token; the whole value unless given.', text),
    },
    required: ['domain', 'domain-owner'],
  },
  'ecr-docker-config': { properties: { registries: list('Registries', 'Hosts of the registries.') }, required: ['registries'] },
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
        properties: {
          type: key('Type', 'The kind of check.', { enum: ['shape', 'git-ls-remote'] }),
          url: key('URL', 'Repository of the check git-ls-remote.', text),
        },
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
