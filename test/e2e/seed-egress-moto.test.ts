/** The happy path against moto, another reading of DynamoDB than ours. Skipped, and said so, where moto is not there. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runStep, startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const there = spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0;
const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

let kit: Testkit;
let moto: ChildProcess | undefined;
let url: string;

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** One signed-looking request; moto does not check signatures. */
async function request(operation: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'content-type': 'application/x-amz-json-1.0',
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Record<string, unknown>;
}

describe.skipIf(!there)('seed-egress on moto', () => {
  beforeAll(async () => {
    kit = await startTestkit();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await fetch(`${url}/moto-api/`).catch(() => undefined);
      if (answer?.ok) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    await request('CreateTable', {
      TableName: 'data-egress',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['source_prefix', 'pipeline_name'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'source_prefix', KeyType: 'HASH' },
        { AttributeName: 'pipeline_name', KeyType: 'RANGE' },
      ],
    });
  });
  afterAll(async () => {
    moto?.kill('SIGTERM');
    await kit?.close();
  });

  const seed = (rows: string, inputs: Record<string, string> = {}) => {
    writeFileSync(join(kit.folder, 'rows.yaml'), rows);
    const environment = { ...keys, AWS_ENDPOINT_URL: url };
    return runStep(kit, { action: 'seed-egress', workspace: kit.folder, environment, inputs: { command: 'apply', rows: 'rows.yaml', ...inputs } });
  };
  const file = (names: string[], decrypt: boolean) =>
    `version: 1\ndefaults: { source_bucket: pub-1, destination_bucket: one-in, transfer_type: S3, decrypt: ${decrypt}, sizes: { NS: [1, 2.50] } }\nrows:\n${names
      .map((name) => `  - { source_prefix: ${name}/, pipeline_name: A, destination_prefix: ${name} }\n`)
      .join('')}`;
  const counts = (step: Awaited<ReturnType<typeof seed>>) => JSON.parse(step.outputs['counts'] ?? '');
  const scan = async () => (await request('Scan', { TableName: 'data-egress' }))['Items'] as Record<string, unknown>[];

  it('creates, rests, updates, adopts, refuses and deletes as on the fake', async () => {
    expect(counts(await seed(file(['a', 'b', 'c'], true)))).toMatchObject({ create: 3, writes: 3 });
    expect((await scan())[0]).toMatchObject({ decrypt: { BOOL: true }, _owner: { S: 'bank/payments' } });
    const second = await seed(file(['a', 'b', 'c'], true));
    expect(second.outputs, second.stdout).toMatchObject({ outcome: 'unchanged', changed: 'false' });
    expect(second.report?.calls).toEqual({ 'dynamodb:DescribeTable': 1, 'dynamodb:Scan': 1 });
    expect(counts(await seed(file(['a', 'b', 'c'], false)))).toMatchObject({ update: 3, writes: 3 });
    await request('PutItem', { TableName: 'data-egress', Item: { source_prefix: { S: 'd/' }, pipeline_name: { S: 'A' } } });
    expect((await seed(file(['a', 'b', 'c', 'd'], false))).outputs).toMatchObject({ outcome: 'conflict' });
    expect(counts(await seed(file(['a', 'b', 'c', 'd'], false), { adopt: 'true' }))).toMatchObject({ adopt: 1, writes: 1 });
    expect(counts(await seed(file(['a', 'b', 'c'], false)))).toMatchObject({ delete: 1, writes: 1 });
    expect(await scan()).toHaveLength(3);
  });
});
