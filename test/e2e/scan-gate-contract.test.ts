/** The shipped gate against single sentences of its contract: what it says when the image has passed and a tag cannot be put. */
import type { Testkit } from '@slipway/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate, nameOf, pushImage, repository, scanned, startGateKit } from './scan-gate-support.ts';

let kit: Testkit;
let digest: string;
beforeEach(async () => {
  kit = await startGateKit();
  digest = pushImage(kit, 'app', { tag: 'v1' });
  kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned }]);
});
afterEach(() => kit.close());

const forever = Number.POSITIVE_INFINITY;

describe('promotion that stops half-way', () => {
  it.each([
    ['throttled to the end', { kind: 'throttle' }, 'throttled'],
    ['without an answer', { kind: 'hang' }, 'timeout'],
    ['denied', { kind: 'error', status: 400, code: 'AccessDeniedException', message: 'no' }, 'access-denied'],
    ['refused by the quota', { kind: 'error', status: 400, code: 'LimitExceededException', message: 'too many' }, 'internal'],
    ['over an immutable tag', { kind: 'error', status: 400, code: 'ImageTagAlreadyExistsException', message: 'taken' }, 'tag-immutable'],
  ] as const)('%s is an error, with the tags that were put', async (_name, fault, reason) => {
    kit.faults.add({ service: 'ecr', operation: 'PutImage', at: 2, times: forever, fault });
    const step = await gate(kit, { image: nameOf(kit, 'v1'), 'promote-tags': 'two\none', timeout: '2m' });
    expect(step.exitCode).toBe(1);
    expect(step.outputs, step.stdout).toMatchObject({ verdict: 'error', outcome: 'error', 'failure-reason': reason, 'promoted-tags': '["one"]', digest });
    expect(step.report).toMatchObject({ outcome: 'error', failureReason: reason });
    for (const lie of ['Nothing was promoted', 'could not be judged', 'had not settled', 'fault of the action']) expect(step.stdout).not.toContain(lie);
    if (reason === 'internal') expect(kit.ledger.of('ecr', 'PutImage')).toHaveLength(2);
    if (reason !== 'tag-immutable') expect(step.stdout).toContain('promoted: one; not known to be promoted: two');
  });

  it('throttled before promotion stays a timeout', async () => {
    kit.faults.add({ service: 'inspector2', operation: 'ListFindings', times: forever, fault: { kind: 'throttle' } });
    const step = await gate(kit, { image: nameOf(kit, 'v1'), 'promote-tags': 'one', timeout: '2m' });
    expect(step.outputs).toMatchObject({ verdict: 'timeout', 'failure-reason': 'throttled', 'promoted-tags': '[]' });
    expect(kit.ledger.of('ecr', 'PutImage')).toHaveLength(0);
  });

  it('a tag that is there already counts, and nothing is put', async () => {
    const step = await gate(kit, { image: nameOf(kit, 'v1'), 'promote-tags': 'v1' });
    expect(step.outputs).toMatchObject({ verdict: 'pass', 'promoted-tags': '["v1"]' });
    expect(kit.ledger.of('ecr', 'PutImage')).toHaveLength(0);
  });
});

describe('aws-region', () => {
  it.each([{ 'aws-region': 'eu-cental-1' }, {}])('that no partition has is an error with the nearest name (%j)', async (inputs) => {
    const step = await gate(kit, { image: `${repository}:v1`, ...inputs }, { environment: { AWS_REGION: 'eu-cental-1' } });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'invalid-input' });
    expect(step.stdout).toContain('aws-region: got "eu-cental-1"; want a region of AWS; e.g. eu-central-1');
    expect(kit.ledger.entries).toHaveLength(0);
  });

  it('of the job does not matter where the registry says its own, nor for lint', async () => {
    const environment = { AWS_REGION: 'xx-own-1' };
    expect((await gate(kit, { image: nameOf(kit, 'v1') }, { environment })).outputs['verdict']).toBe('pass');
    expect((await gate(kit, { mode: 'lint', policy: 'version: 1' }, { environment })).outputs['verdict']).toBe('pass');
  });

  it('other than the registry’s own gives way, with a notice', async () => {
    const step = await gate(kit, { image: nameOf(kit, 'v1'), 'aws-region': 'us-east-1' });
    expect(step.outputs['verdict']).toBe('pass');
    expect(step.stdout).toContain('::notice::the registry is in eu-central-1');
  });
});

describe('words', () => {
  it('AWS’s own refusal of a request is shown as it is, with its hint', async () => {
    kit.faults.add({
      service: 'inspector2',
      operation: 'ListFindings',
      times: forever,
      fault: { kind: 'error', status: 400, code: 'ValidationException', message: 'bad filter' },
    });
    const step = await gate(kit, { image: nameOf(kit, 'v1') });
    expect(step.outputs).toMatchObject({ verdict: 'error', 'failure-reason': 'internal' });
    expect(step.stdout).toContain('ValidationException: bad filter');
    expect(step.stdout).not.toContain('fault of the action');
  });

  it('a denied read shows the statement with its resource', async () => {
    kit.inspector2.denied.add('ListCoverage');
    const step = await gate(kit, { image: nameOf(kit, 'v1') });
    expect(step.stdout).toContain('{ "Effect": "Allow", "Action": "inspector2:ListCoverage", "Resource": "*" }');
  });

  it('names from outside are text in the summary', async () => {
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings: [{ id: 'CVE-1', severity: 'HIGH', packages: [{ name: 'a|x`<img src=x>' }] }] }]);
    const step = await gate(kit, { image: nameOf(kit, 'v1') });
    expect(step.outputs['verdict']).toBe('blocked');
    expect(step.summary.split('```')[0]).not.toContain('<img');
  });
});

describe('report.result.findings', () => {
  it('have every key, sorted by severity, id, package', async () => {
    const findings = [
      { id: 'CVE-2', severity: 'HIGH', packages: [{ name: 'b' }, { name: 'a' }] },
      { id: 'CVE-3', severity: 'CRITICAL', packages: [{ name: 'z', version: '1', fixedInVersion: '2' }] },
      { id: 'CVE-1', severity: 'HIGH' },
    ];
    kit.inspector2.script(digest, [{ afterMs: 0, coverage: scanned, findings }]);
    const step = await gate(kit, { image: nameOf(kit, 'v1') });
    const rows: Record<string, unknown>[] = step.report?.result.findings;
    expect(rows.map(({ id, package: name }) => `${id} ${name}`).filter((row) => !row.startsWith('CVE-1'))).toEqual(['CVE-3 z', 'CVE-2 a', 'CVE-2 b']);
    expect(rows.map(({ id }) => id)).toEqual(['CVE-3', 'CVE-1', 'CVE-2', 'CVE-2']);
    const keys = ['id', 'severity', 'package', 'version', 'fixedIn', 'path', 'platform', 'digest', 'kev', 'epss', 'verdict', 'introduced', 'rule'];
    for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(keys));
    expect(step.outputs['blocking']).toBe('["CVE-1","CVE-2","CVE-3"]');
  });
});
