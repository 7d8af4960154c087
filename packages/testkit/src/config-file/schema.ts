/** The JSON Schema (draft-07) of a testkit file, for editors and for the loader. */

/** Services that faults can be asked for. */
export const faultyServices = [
  'container',
  'dynamodb',
  'ecr',
  'ecr-public',
  'eks',
  'github',
  'imds',
  'inspector2',
  'kms',
  'pod-identity',
  'registry',
  's3',
  'secretsmanager',
  'sts',
] as const;

/** What can go wrong with a call. */
export const faultKinds = ['throttle', 'error', 'reset', 'reset-after', 'hang', 'hang-after-headers', 'delay'] as const;

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const duration = { type: 'string', pattern: '^[0-9]{1,9}(ms|s|m|h|d)$' };
const accountId = { type: 'string', pattern: '^[0-9]{12}$' };
const arnPattern = { type: 'string', pattern: '^(\\*|arn:.*)$' };

function key(title: string, description: string, schema: object): object {
  return { title, description, ...schema };
}

function map(properties: Readonly<Record<string, object>>, required: readonly string[] = []): object {
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 ? { required } : {}) };
}

const role = map(
  {
    name: key('Name', 'The name of the role, with its path: team/deploy.', text),
    'account-id': key('Account', 'Its account, 12 digits in quotes; the file’s unless given.', accountId),
    partition: key('Partition', 'aws unless given.', { enum: ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc', 'aws-iso', 'aws-iso-b', 'aws-iso-e', 'aws-iso-f'] }),
    'trust-policy-file': key('Trust policy file', 'Path of the trust policy, from the folder of this file.', text),
    'trust-policy': key('Trust policy', 'The trust policy itself.', { type: 'object' }),
    subjects: key('Subjects', 'Instead of a trust policy: subjects of tokens that are let in, * for any run of characters.', texts),
    principals: key('Principals', 'Instead of a trust policy: ARNs that are let in by AssumeRole.', { type: 'array', items: arnPattern }),
    'max-session-duration': key('Longest session', '1h unless given.', duration),
  },
  ['name'],
);

const repository = {
  anyOf: [
    text,
    map(
      { name: key('Name', 'Name of the repository.', text), immutable: key('Immutable', 'Whether a tag that is there may not be moved.', { type: 'boolean' }) },
      ['name'],
    ),
  ],
};

const fault = map(
  {
    service: key('Service', 'Which service.', { enum: faultyServices }),
    operation: key('Operation', 'AWS’s name of the call, as slipway-testkit log shows it; any unless given.', text),
    at: key('At', 'The first call that goes wrong, from 1; 1 unless given.', { type: 'integer', minimum: 1 }),
    times: key('Times', 'How many in a row, or forever; 1 unless given.', { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'forever' }] }),
    kind: key('Kind', 'What goes wrong.', { enum: faultKinds }),
    status: key('Status', 'With kind error.', { type: 'integer', minimum: 400, maximum: 599 }),
    code: key('Code', 'With kind error: AWS’s code.', text),
    message: key('Message', 'With kind error: AWS’s words.', text),
    'retry-after': key('Retry after', 'With kind throttle: whole seconds in Retry-After.', duration),
    delay: key('Delay', 'With kind delay.', duration),
  },
  ['service', 'kind'],
);

/** A testkit file. */
export const testkitSchema: object = {
  description: 'What the testkit plays: roles with their trust policies, repositories, secrets, and what goes wrong.',
  ...map(
    {
      version: key('Version', 'Version of this format.', { const: 1 }),
      'account-id': key('Account', 'The AWS account, 12 digits in quotes; 111122223333 unless given.', accountId),
      region: key('Region', 'eu-central-1 unless given.', { type: 'string', pattern: '^[a-z]{2,4}(-[a-z]+)+-[0-9]+$' }),
      repository: key('Repository', 'owner/name in the token; GITHUB_REPOSITORY unless given.', { type: 'string', pattern: '^[\\w.-]+/[\\w.-]+$' }),
      claims: key('Claims', 'Claims of the identity token over those of the run: environment, ref, sub, …', {
        type: 'object',
        additionalProperties: { type: ['string', 'number', 'boolean'] },
      }),
      'oidc-provider': key(
        'OIDC provider',
        'The account’s identity provider for GitHub.',
        map({
          exists: key('Exists', 'false: the account has none.', { type: 'boolean' }),
          audiences: key('Audiences', 'Its client ids; sts.amazonaws.com and those of China and the European Sovereign Cloud unless given.', texts),
        }),
      ),
      'session-duration': key('Session duration', 'How long keys live whatever was asked: 15s to see who renews.', duration),
      roles: key('Roles', 'Roles that can be assumed.', { type: 'array', items: role }),
      ecr: key('ECR', 'What ECR holds.', map({ repositories: key('Repositories', 'Names of repositories.', { type: 'array', items: repository }) })),
      secrets: key('Secrets', 'Secrets Manager; the values stand in this file, so make them up.', {
        type: 'array',
        items: map({ name: key('Name', 'Name of the secret.', text), value: key('Value', 'Its current value.', text) }, ['name']),
      }),
      faults: key('Faults', 'What goes wrong, and when.', { type: 'array', items: fault }),
    },
    ['version'],
  ),
};
