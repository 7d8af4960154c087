/** The plan reader on whole plans: what it keeps, what it leaves out, what it refuses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource, everything, type Plan, PlanError, type PlanSelection, readPlan } from '../src/plan/index.ts';

const text = readFileSync(join(import.meta.dirname, 'fixtures/terraform-data-plan.json'), 'utf8');

function read(content: string | Uint8Array, selection: PlanSelection = everything): Plan {
  return readPlan(bytesSource(typeof content === 'string' ? Buffer.from(content) : content), selection);
}

function refusal(content: string | Uint8Array): PlanError {
  try {
    read(content);
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('a plan that Terraform 1.11 wrote', () => {
  const plan = read(text);

  it('has its changes with keys, values and marks', () => {
    expect(plan).toMatchObject({ formatVersion: '1.2', terraformVersion: '1.11.4', complete: true, resourceCount: 5 });
    expect(plan.changes.map(({ address }) => address)).toEqual([
      'terraform_data.a["a"]',
      'terraform_data.a["b.c"]',
      'terraform_data.b["a"]',
      'terraform_data.b["b.c"]',
      'module.m["k"].terraform_data.in',
    ]);
    expect(plan.changes[0]).toMatchObject({
      moduleAddress: '',
      mode: 'managed',
      type: 'terraform_data',
      name: 'a',
      index: 'a',
      actions: ['create'],
      before: null,
      after: { input: { n: 'a', x: 'a' } },
      afterUnknown: { id: true, output: true },
      afterSensitive: { input: { p: true } },
      importing: false,
    });
    expect(plan.changes[4]).toMatchObject({ moduleAddress: 'module.m["k"]', index: undefined });
  });

  it('has its configuration: expressions, calls, outputs, for_each', () => {
    const { resources, calls } = plan.configuration;
    expect(resources.get('terraform_data.b')).toMatchObject({ providerKey: 'terraform', forEach: { references: ['terraform_data.a'] } });
    const call = calls.get('m');
    expect(call).toMatchObject({ source: './m', module: { path: 'module.m' } });
    expect(call?.module.outputs.get('out')).toMatchObject({ references: ['terraform_data.in.id', 'terraform_data.in'] });
    expect(call?.module.variables.has('v')).toBe(true);
  });

  it('has its variables', () => expect(plan.variables.get('x')).toBe('a'));

  it('keeps only the attributes that were asked for', () => {
    const some = read(text, { attributes: () => new Set(['triggers_replace', 'id', 'absent']) });
    expect(some.changes[0]).toMatchObject({ after: { triggers_replace: null }, afterUnknown: { id: true }, afterSensitive: {} });
    expect(some.configuration.resources.get('terraform_data.a')?.expressions).toEqual({});
  });

  it('counts a type that nobody asked for, and keeps nothing of it', () => {
    const none = read(text, { attributes: () => undefined });
    expect(none).toMatchObject({ resourceCount: 5, changes: [] });
    expect(none.configuration.resources.size).toBe(0);
  });

  it('reads the same from every encoding', () => {
    const utf16 = Buffer.from(text, 'utf16le');
    const forms = [
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      utf16,
      Buffer.from(utf16).swap16(),
    ];
    for (const form of forms) expect(read(form)).toEqual(plan);
  });

  it('reads the same with other white space', () => {
    expect(read(JSON.stringify(JSON.parse(text), null, '\t'))).toEqual(plan);
    expect(read(` \r\n${text}\r\n`)).toEqual(plan);
  });
});

describe('kinds of changes', () => {
  const change = (more: object, part: object) => ({
    address: 'x.a',
    mode: 'managed',
    type: 'x',
    name: 'a',
    ...more,
    change: { actions: ['no-op'], before: { a: 1 }, after: { a: 1 }, ...part },
  });
  const plan = (changes: object[], selection: PlanSelection = everything, top: object = {}) =>
    read(JSON.stringify({ format_version: '1.2', resource_changes: changes, ...top }), selection);
  const cases: [what: string, more: object, part: object, count: number, expected: object][] = [
    ['no-op', {}, {}, 1, { before: { a: 1 }, after: { a: 1 } }],
    ['delete', {}, { actions: ['delete'], after: null }, 0, { after: null }],
    ['forget', {}, { actions: ['forget'], after: null }, 0, { actions: ['forget'] }],
    ['replace', {}, { actions: ['delete', 'create'] }, 1, { actions: ['delete', 'create'] }],
    ['import', {}, { importing: { id: 'i' } }, 1, { importing: true }],
    ['moved', { previous_address: 'x.old' }, {}, 1, { previousAddress: 'x.old' }],
    ['deposed', { deposed: 'abc' }, { actions: ['delete'] }, 0, { deposed: 'abc' }],
    ['data', { mode: 'data' }, { actions: ['read'] }, 0, { mode: 'data' }],
    ['no values', {}, { actions: ['create'], before: null, after: null }, 0, { after: null }],
    ['values left out', {}, { before: undefined, after: undefined }, 0, { before: null, after: null }],
    ['all unknown', {}, { actions: ['create'], before: null, after: {}, after_unknown: true }, 1, { afterUnknown: true }],
  ];
  it.each(cases)('%s', (_what, more, part, count, expected) => {
    const whole = plan([change(more, part)]);
    expect(whole.resourceCount).toBe(count);
    expect(whole.changes[0]).toMatchObject(expected);
    if (part && !('after' in part && part.after === undefined))
      expect(plan([change(more, part)], { attributes: () => undefined })).toMatchObject({ changes: [] });
  });

  it('takes null for an empty list, and keys in any order', () => {
    expect(read('{"resource_changes":null,"format_version":"1.0"}').changes).toEqual([]);
    const odd = '{"format_version":"1.1","resource_changes":[{"change":{"after":{"a":1},"actions":["create"]},"type":"x","address":"x.a"}]}';
    expect(read(odd).changes[0]).toMatchObject({ type: 'x', mode: 'managed', after: { a: 1 } });
    expect(read(odd, { attributes: () => undefined })).toMatchObject({ resourceCount: 1, changes: [] });
  });

  it('reads drift and the data of the prior state, in modules too', () => {
    const data = { address: 'module.m.data.k.d', mode: 'data', type: 'k', name: 'd', values: { arn: 'a' } };
    const managed = { address: 'k.r', mode: 'managed', type: 'k', name: 'r', values: { note: 'data', arn: 'b' } };
    const state = { values: { root_module: { resources: [managed], child_modules: [{ resources: [data] }] } } };
    const got = plan([], everything, { resource_drift: [change({}, { actions: ['update'] })], prior_state: state });
    expect(got.drift).toHaveLength(1);
    expect(got.data).toEqual([{ address: 'module.m.data.k.d', type: 'k', name: 'd', values: { arn: 'a' } }]);
  });
});

describe('refusals', () => {
  const cases: [what: string, content: string | Uint8Array, code: string, words: RegExp][] = [
    ['empty', '', 'plan-format', /empty/],
    ['blanks', ' \n ', 'plan-format', /only blanks/],
    ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 9]), 'plan-format', /binary plan/],
    ['text in colours', '\u001b[0m\u001b[1maws_x.a\u001b[0m will be created', 'plan-format', /for people/],
    ['text of nothing to do', 'No changes. Your infrastructure matches the configuration.', 'plan-format', /for people/],
    ['a log', '{"@level":"info"}', 'plan-format', /the log of/],
    ['something else', 'hello', 'plan-format', /got "h"; want the map/],
    ['a state file', '{"version":4,"serial":3,"lineage":"l"}', 'plan-format', /state file/],
    ['the JSON of a state', '{"format_version":"1.0","values":{"root_module":{}}}', 'plan-format', /the JSON of a state/],
    ['JSON with only a version', '{"format_version":"1.2"}', 'plan-format', /neither resource_changes nor planned_values/],
    [
      'planned resources without changes',
      '{"format_version":"1.2","planned_values":{"root_module":{"child_modules":[{"resources":[]}]}}}',
      'plan-format',
      /planned_values has resources, but resource_changes has none/,
    ],
    ['format 2', '{"format_version":"2.0","resource_changes":[]}', 'plan-format', /format_version is "2.0"/],
    ['format 0.3', '{"format_version":"0.3","resource_changes":[]}', 'plan-format', /format_version is "0.3"/],
    ['format 10', '{"format_version":"10.0","resource_changes":[]}', 'plan-format', /format_version is "10.0"/],
    ['a number as format', '{"format_version":1,"resource_changes":[]}', 'plan-format', /format_version is 1/],
    ['errored', '{"format_version":"1.2","resource_changes":[],"errored":true}', 'plan-errored', /planning failed/],
    ['errored in another word', '{"format_version":"1.2","resource_changes":[],"errored":"yes"}', 'plan-errored', /planning failed/],
    ['a change that is no map', '{"format_version":"1.2","resource_changes":[7]}', 'plan-format', /byte 44 in resource_changes\[0\]/],
    ['changes that are no list', '{"format_version":"1.2","resource_changes":{}}', 'plan-format', /byte 43 in resource_changes: got "\{"; want a list/],
    [
      'modules without end',
      `{"format_version":"1.2","resource_changes":[],"configuration":{"root_module":${'{"module_calls":{"m":{"module":'.repeat(300)}{}${'}}}'.repeat(300)}}}`,
      'plan-format',
      /nested more than 200 deep/,
    ],
  ];
  it.each(cases)('%s', (_what, content, code, words) => {
    const error = refusal(content);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
    expect(error.hint).not.toBe('');
  });

  it('names the byte wherever the file is cut off', () => {
    for (let length = 1; length < text.length; length += 97) {
      const error = refusal(text.slice(0, length));
      expect(error.code).toBe('plan-format');
      expect(error.offset).toBe(length);
    }
  });

  it('names the byte of the file in UTF-16, behind wide characters too', () => {
    const wide = '{"format_version":"1.2","note":"äöü😀","resource_changes":[!]}';
    const at = wide.indexOf('!');
    expect(refusal(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(wide, 'utf16le')])).offset).toBe(2 + at * 2);
    expect(refusal(wide).offset).toBe(Buffer.byteLength(wide.slice(0, at)));
  });
});
