/** A login and policies for the tests of `trust-policy-file`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputReader } from '@slipway/action-kit';
import { onTestFinished } from 'vitest';
import type { LoginPlan } from '../src/plan.ts';
import { type Claims, type JudgedTrust, judgeTrust, readTrustPolicy, type TrustPolicyFile } from '../src/trust.ts';

export const issuer = 'token.actions.githubusercontent.com';
export const sub = 'repo:octo/api:ref:refs/heads/main';
export const claims: Claims = { iss: `https://${issuer}`, aud: 'sts.amazonaws.com', sub, actor: 'mona', event_name: 'push' };
export const key = (name: string): string => `${issuer}:${name}`;

export const plan: LoginPlan = {
  name: 'deploy',
  source: 'oidc',
  audience: 'sts.amazonaws.com',
  region: 'eu-central-1',
  fips: false,
  dualStack: false,
  hops: ['arn:aws:iam::111122223333:role/ci/deploy', 'arn:aws:iam::444455556666:role/far'],
  sessionName: 'run-1',
  durationSeconds: 3600,
  managedPolicies: [],
  tags: [],
  transitiveTagKeys: [],
  onPackedSize: 'fail',
};

/** An Allow for the plan's first role. */
export function allow(condition: object, over: object = {}): object {
  const provider = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
  return { Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition, ...over };
}

/** What a policy in a file lets in: `aud` and this `sub`. */
export const exact = (subject: string): object => ({ StringEquals: { [key('aud')]: 'sts.amazonaws.com', [key('sub')]: subject } });

/** A folder that goes with its test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-trust-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A fresh workspace with these files. */
export function workspaceWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Reads `trust-policy-file: <value>` as the step does. */
export async function read(value: string | undefined, workspace: string): Promise<{ file: TrustPolicyFile | undefined; reader: InputReader }> {
  const reader = new InputReader(new Map(value === undefined ? [] : [['trust-policy-file', value]]), () => undefined);
  return { file: await readTrustPolicy(reader, workspace), reader };
}

/** Judges statements for the plan. */
export async function judged(statements: unknown, seen: Claims = claims, of: LoginPlan = plan): Promise<JudgedTrust> {
  return judgeTrust(await policyWith(statements), of, seen);
}

/** The same without an identity token. */
export async function judgedByKeys(statements: unknown, of: LoginPlan = { ...plan, source: 'environment' }): Promise<JudgedTrust> {
  return judgeTrust(await policyWith(statements), of, undefined);
}

async function policyWith(statements: unknown): Promise<TrustPolicyFile> {
  const { file } = await read('trust.json', workspaceWith({ 'trust.json': JSON.stringify({ Version: '2012-10-17', Statement: statements }) }));
  if (!file) throw new Error('the policy was not read');
  return file;
}
