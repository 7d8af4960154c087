import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, Failure } from '@slipway/action-kit';
import { describe, expect, it } from 'vitest';
import { checkRefresh, type RefreshCheck } from '../../src/refresh/conflicts.ts';
import { ownSection } from '../../src/refresh/profile-sections.ts';
import { testFolder } from './refresh-fixture.ts';

const folder = testFolder();

/** The failure's text, or `undefined` when nothing is in the way. */
function refusal(variables: Record<string, string>, names = ['deploy'], check: Partial<RefreshCheck> = {}): { reason: string; text: string } | undefined {
  try {
    checkRefresh(names, { environment: environmentOf({ HOME: folder(), ...variables }) }, { unset: false, ...check });
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { reason: error.reason, text: error.lines().join('\n') };
  }
}

function write(name: string, text: string): string {
  writeFileSync(join(folder(), name), text);
  return join(folder(), name);
}

describe('variables', () => {
  it.each([
    ['keys', { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' }, 'AWS_ACCESS_KEY_ID: set in the job'],
    ['half a key, on which botocore stops', { AWS_ACCESS_KEY_ID: 'AKIA' }, 'AWS_ACCESS_KEY_ID: set in the job'],
    ["the runner's web identity", { AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_ROLE_ARN: 'arn' }, 'AWS_WEB_IDENTITY_TOKEN_FILE: set in the job'],
  ])('%s win, unless they are cleared', (_name, variables, text) => {
    const refused = refusal(variables);
    expect(refused?.reason).toBe('credentials-conflict');
    expect(refused?.text).toContain('later steps would not use profile deploy (credentials-conflict)');
    expect(refused?.text).toContain(text);
    expect(refused?.text).toContain('unset-current-credentials: true');
    expect(refused?.text).not.toContain('secret');
    expect(refusal(variables, ['deploy'], { unset: true })).toBeUndefined();
  });

  it("Go's old names win too, and clearing does not reach them", () => {
    const variables = { AWS_ACCESS_KEY: 'AKIA', AWS_SECRET_KEY: 'x' };
    expect(refusal(variables)?.text).toContain("Take AWS_ACCESS_KEY and AWS_SECRET_KEY out of the job's environment");
    expect(refusal(variables, ['deploy'], { unset: true })?.reason).toBe('credentials-conflict');
    expect(refusal({ AWS_ACCESS_KEY: 'AKIA' })).toBeUndefined();
  });

  it.each([
    [{ AWS_SESSION_TOKEN: 't' }],
    [{ AWS_SECRET_ACCESS_KEY: 's' }],
    [{ AWS_ROLE_ARN: 'arn' }],
    [{ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1/x' }],
    [{ AWS_PROFILE: 'other' }],
    [{ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_WEB_IDENTITY_TOKEN_FILE: '' }],
  ])('%o does not', (variables) => {
    expect(refusal(variables)).toBeUndefined();
  });

  it('are all named at once', () => {
    const text = refusal({ AWS_ACCESS_KEY_ID: 'a', AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_DEFAULT_PROFILE: 'x' }, ['a', 'b'])?.text;
    expect(text).toContain('later steps would not use profiles a, b');
    expect(text).toContain('AWS_ACCESS_KEY_ID: set');
    expect(text).toContain('AWS_WEB_IDENTITY_TOKEN_FILE: set');
    expect(text).toContain('AWS_DEFAULT_PROFILE: is "x"');
  });
});

describe('AWS_DEFAULT_PROFILE, which AWS CLI and boto3 read before AWS_PROFILE', () => {
  it.each([
    ['another profile', 'other', ['deploy'], {}, true],
    ['another profile, cleared', 'other', ['deploy'], { unset: true }, false],
    ['the same profile', 'deploy', ['deploy'], {}, false],
    ['an empty one, which the only default replaces', '', ['deploy'], {}, false],
    ['the same profile, where there is no default', 'deploy', ['deploy'], { defaultProfile: false }, true],
    ['a cleared one, where later steps choose', 'other', ['deploy'], { unset: true, defaultProfile: false }, true],
    ['an empty one, where later steps choose', '', ['a', 'b'], {}, true],
  ])('%s', (_name, value, names, check, conflict) => {
    expect(refusal({ AWS_DEFAULT_PROFILE: value }, names, check)?.reason).toBe(conflict ? 'credentials-conflict' : undefined);
  });
});

describe('files', () => {
  it.each(['aws_access_key_id = AKIA', 'role_arn = arn', 'credential_process = x', 'sso_session = x', 'web_identity_token_file = /t'])(
    'a credentials file with %s in a profile of the name wins',
    (setting) => {
      const file = write('credentials', `[other]\naws_access_key_id = A\n[deploy]\n${setting}\naws_secret_access_key = topsecret\n`);
      const refused = refusal({ AWS_SHARED_CREDENTIALS_FILE: file });
      expect(refused?.reason).toBe('credentials-conflict');
      expect(refused?.text).toContain(`${file}:3 has a profile deploy with ${setting.split(' ')[0]}`);
      expect(refused?.text).toContain('profile: deploy-slipway');
      expect(refused?.text).not.toContain('topsecret');
      expect(refusal({ AWS_SHARED_CREDENTIALS_FILE: file }, ['deploy'], { unset: true })?.reason).toBe('credentials-conflict');
      expect(refusal({ AWS_SHARED_CREDENTIALS_FILE: file }, ['deployment'])).toBeUndefined();
    },
  );

  it('a credentials file that says nothing about keys does not', () => {
    expect(refusal({ AWS_SHARED_CREDENTIALS_FILE: write('credentials', '[deploy]\nregion = eu-central-1\n') })).toBeUndefined();
  });

  it("the user's own profile of the name is in the way, one of ours is not", () => {
    const ours = ownSection('deploy', '/p/plan.json', { region: 'x' });
    expect(refusal({ AWS_CONFIG_FILE: write('ours', ours) })).toBeUndefined();
    const mixed = write('mixed', `[profile deploy]\nregion = us-east-1\n${ours}`);
    expect(refusal({ AWS_CONFIG_FILE: mixed })?.text).toContain(`${mixed} has a profile deploy of its own`);
    const settings = write('settings', '[default]\nregion = us-east-1\n');
    expect(refusal({ AWS_CONFIG_FILE: settings }, ['default'])?.text).toContain('profile: slipway');
    expect(refusal({ AWS_CONFIG_FILE: settings })).toBeUndefined();
    expect(refusal({ AWS_CONFIG_FILE: write('long', '[profile default]\nregion = x\n') }, ['default'])?.reason).toBe('credentials-conflict');
  });
});

describe('what cannot work at all', () => {
  it.each(['a=b', 'a,b', 'a b', 'a#b', ''])('the name %j, which the JavaScript SDK does not find', (name) => {
    const refused = refusal({}, ['fine', name]);
    expect(refused?.reason).toBe('invalid-input');
    expect(refused?.text).toContain(`profile: got ${JSON.stringify(name)}`);
  });

  it('Windows', () => {
    expect(refusal({ RUNNER_OS: 'Windows' })?.reason).toBe('invalid-input');
    expect(refusal({ RUNNER_OS: 'macOS' })).toBeUndefined();
  });
});
