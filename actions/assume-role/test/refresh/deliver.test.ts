import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DeliverOptions, deliverProfiles, profileNames } from '../../src/refresh/deliver.ts';
import { readKeys } from '../../src/refresh/kept-keys.ts';
import { keptAnswer } from '../../src/refresh/process-answer.ts';
import { readPlan, refreshFiles } from '../../src/refresh/refresh-plan.ts';
import { contextOf, planOf, roleOf, sessionArn, start, testFolder } from './refresh-fixture.ts';

const folder = testFolder();
const login = (name = 'deploy') => ({ plan: planOf({ name }), role: roleOf(start, 3600) });
const options: DeliverOptions = { defaultProfile: true, region: 'eu-central-1' };
const planIn = (config: string, profile: string) =>
  new RegExp(`^\\[(?:profile )?${profile}\\]\\n# slipway/assume-role (.*)$`, 'm').exec(readFileSync(config, 'utf8'))?.[1] ?? '';

describe('the exports', () => {
  it('name the file, the first profile and the region, and hold no key', () => {
    const { exports, profiles, configFile } = deliverProfiles([login('deploy'), login('audit')], options, contextOf(folder()));
    expect(exports).toEqual({ AWS_CONFIG_FILE: configFile, AWS_PROFILE: 'deploy', AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' });
    expect(profiles).toEqual(['deploy', 'audit']);
  });

  it('name no profile without a default', () => {
    const { exports } = deliverProfiles([login()], { ...options, defaultProfile: false }, contextOf(folder()));
    expect(Object.keys(exports)).toEqual(['AWS_CONFIG_FILE', 'AWS_REGION', 'AWS_DEFAULT_REGION']);
  });

  it.each(['other', ''])('replace an AWS_DEFAULT_PROFILE of %j, which botocore would take first', (value) => {
    const { exports } = deliverProfiles([login()], options, contextOf(folder(), { AWS_DEFAULT_PROFILE: value }));
    expect(exports).toMatchObject({ AWS_PROFILE: 'deploy', AWS_DEFAULT_PROFILE: 'deploy' });
  });

  it('take the name that was asked for, where there is one login', () => {
    expect(deliverProfiles([login()], { ...options, profile: 'prod' }, contextOf(folder())).profiles).toEqual(['prod']);
    expect(profileNames([planOf({ name: 'a' }), planOf({ name: 'b' })], 'prod')).toEqual(['a', 'b']);
  });
});

describe('the config file', () => {
  it('begins with what the job has, byte for byte', () => {
    const before = Buffer.concat([Buffer.from('[default]\r\nregion = x\n# gr\u00fc\u00dfe ', 'utf8'), Buffer.from([0xff, 0xfe])]);
    writeFileSync(join(folder(), 'own'), before);
    const { configFile } = deliverProfiles([login()], options, contextOf(folder(), { AWS_CONFIG_FILE: join(folder(), 'own') }));
    const after = readFileSync(configFile);
    expect(after.subarray(0, before.length)).toEqual(before);
    expect(after.subarray(before.length).toString()).toMatch(/^\n\[profile deploy\]\n/);
    expect(readFileSync(join(folder(), 'own'))).toEqual(before);
  });

  it('has a section for each profile: the process and the region, and the plan as a comment', () => {
    const { configFile } = deliverProfiles([login(), { ...login('us'), plan: planOf({ name: 'us', region: 'us-east-1' }) }], options, contextOf(folder()));
    const [first = '', second = ''] = readFileSync(configFile, 'utf8').split(/(?=\[profile us\])/);
    expect(first).toMatch(
      /^\[profile deploy\]\n# slipway\/assume-role (\S+)\ncredential_process = \S+ \S+\/credential-process\.js \1\nregion = eu-central-1\n$/,
    );
    expect(second).toContain('region = us-east-1\n');
  });

  it('keeps the profiles of an earlier step, and replaces the one of the same name', () => {
    const one = deliverProfiles([login('deploy'), login('audit')], options, contextOf(folder()));
    const two = deliverProfiles([login('deploy')], options, contextOf(folder(), { AWS_CONFIG_FILE: one.configFile }));
    const text = readFileSync(two.configFile, 'utf8');
    expect(text.match(/^\[.*\]$/gm)).toEqual(['[profile audit]', '[profile deploy]']);
    expect(planIn(two.configFile, 'audit')).toBe(planIn(one.configFile, 'audit'));
    expect(planIn(two.configFile, 'deploy')).not.toBe(planIn(one.configFile, 'deploy'));
  });

  it('calls the default profile by its own header', () => {
    const { configFile } = deliverProfiles([login()], { ...options, profile: 'default' }, contextOf(folder()));
    expect(readFileSync(configFile, 'utf8')).toMatch(/^\[default\]\n/);
  });
});

describe('the files', () => {
  it('are 0600, all in the step folder, with the first keys', () => {
    const context = contextOf(folder());
    const { configFile } = deliverProfiles([login()], options, context);
    const files = readdirSync(context.files.folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name).sort()).toEqual(['config', 'keys.json', 'plan.json']);
    expect(files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    const planFile = planIn(configFile, 'deploy');
    expect(readKeys(refreshFiles(planFile).keys)).toMatchObject({ accessKeyId: `ASIA${start}`, expiresAt: start + 3_600_000, obtainedAt: start });
    expect(keptAnswer(planFile, start)?.stdout).toContain('"Version":1');
  });

  it('hold the plan, and no way to GitHub', () => {
    const environment = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer', ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', AWS_ACCESS_KEY_ID: 'AKIA' };
    const { configFile } = deliverProfiles([login()], options, contextOf(folder(), environment));
    const plan = readPlan(planIn(configFile, 'deploy'));
    expect(plan).toEqual({ version: 1, profile: 'deploy', plan: planOf(), assumedRoleArn: sessionArn, identity: {} });
  });

  it('hold where the identity of the runner is, which later steps may not know', () => {
    const variables = { AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_ROLE_ARN: 'arn' };
    const context = contextOf(folder(), { ...variables, AWS_UNRELATED: 'x', AWS_CONTAINER_AUTHORIZATION_TOKEN: 'secret' });
    const { configFile } = deliverProfiles([{ plan: planOf({ source: 'runner' }), role: roleOf(start, 900) }], options, context);
    expect(readPlan(planIn(configFile, 'deploy')).identity).toEqual(variables);
  });
});
