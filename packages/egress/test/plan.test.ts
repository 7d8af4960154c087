import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, deleteLimit, type Item, makeBackup, marked, type Plan, planChanges, planRestore, readBackup, revisionOf } from '../src/index.ts';

const options = { table: 'data-egress', owner: 'me', adopt: false, prune: true };
const key = (name: string) => ({ source_prefix: { S: name }, pipeline_name: { S: 'A' } });
const wanted = (name: string, more: Item = {}) => ({
  key: { source_prefix: name, pipeline_name: 'A' },
  item: { ...key(name), ...more },
  file: 'rows.yaml',
  line: 3,
});

/** What the table holds after a plan is applied. */
function applied(live: readonly Item[], plan: Plan): Item[] {
  const table = new Map(live.map((item) => [JSON.stringify(item['source_prefix']), item]));
  for (const change of plan.changes) {
    const id = JSON.stringify({ S: change.key.source_prefix });
    if (change.item) table.set(id, change.item);
    else if (change.action === 'delete') table.delete(id);
  }
  return [...table.values()];
}

describe('planChanges', () => {
  it.each<[string, Item | undefined, Item | undefined, object, string]>([
    ['a new row', {}, undefined, {}, 'create'],
    ['an equal row of ours', {}, marked(key('a'), 'me', 'x:1'), {}, 'unchanged'],
    ['a different row of ours', { n: { N: '1' } }, marked(key('a'), 'me', 'x:1'), {}, 'update'],
    ['an equal number in another form', { n: { N: '1' } }, marked({ ...key('a'), n: { N: '1.0' } }, 'me', 'x:1'), {}, 'unchanged'],
    ['our row with a wrong revision', {}, { ...marked(key('a'), 'me', 'x:1'), _rev: { S: 'old' } }, {}, 'update'],
    ['an equal unmarked row', {}, key('a'), {}, 'adopt'],
    ['a different unmarked row', { n: { N: '1' } }, key('a'), {}, 'conflict'],
    ['a different unmarked row with adopt', { n: { N: '1' } }, key('a'), { adopt: true }, 'adopt'],
    ["another owner's row", {}, marked(key('a'), 'you', 'x:1'), { adopt: true }, 'conflict'],
    ['an owner that is no text', {}, { ...key('a'), _owner: { N: '1' } }, { adopt: true }, 'conflict'],
    ['our row that no file has', undefined, marked(key('a'), 'me', 'x:1'), {}, 'delete'],
    ['our row that no file has, without prune', undefined, marked(key('a'), 'me', 'x:1'), { prune: false }, 'kept'],
    ["another's row that no file has", undefined, marked(key('a'), 'you', 'x:1'), {}, 'kept-foreign'],
    ['an unmarked row that no file has', undefined, key('a'), {}, 'kept-foreign'],
  ])('%s: %#', (_what, row, live, more, action) => {
    const plan = planChanges(row ? [wanted('a', row)] : [], live ? [live] : [], { ...options, ...more });
    expect(plan.changes.map((change) => change.action)).toEqual([action]);
    expect(plan.counts).toMatchObject({ [action]: 1 });
  });

  it('leaves marks and attributes of AWS out of comparison, and carries the latter over', () => {
    const live = { ...marked(key('a'), 'me', 'elsewhere:9'), 'aws:rep:region': { S: 'x' } };
    expect(planChanges([wanted('a')], [live], options).counts.unchanged).toBe(1);
    const update = planChanges([wanted('a', { n: { N: '1' } })], [live], options).changes[0];
    expect(update?.item).toMatchObject({ 'aws:rep:region': { S: 'x' }, _src: { S: 'rows.yaml:3' } });
    expect(update?.attributes).toEqual([{ name: 'n', before: null, after: { N: '1' } }]);
  });

  it('sees drift by the hash, also of rows that no file has', () => {
    const live = { ...marked(key('a'), 'me', 'x:1'), hand: { S: 'made' } };
    expect(planChanges([wanted('a')], [live], options).drift).toEqual([
      { key: { source_prefix: 'a', pipeline_name: 'A' }, attributes: [{ name: 'hand', before: { S: 'made' }, after: null }] },
    ]);
    expect(planChanges([], [live], options).drift).toHaveLength(1);
    expect(planChanges([], [marked(key('a'), 'me', 'x:1')], options).drift).toEqual([]);
  });

  it('has a digest that does not depend on lines, order or reading order', () => {
    const digest = (rows: ReturnType<typeof wanted>[], live: Item[] = []) => planChanges(rows, live, options).digest;
    expect(digest([wanted('a'), wanted('b')])).toBe(digest([wanted('b'), { ...wanted('a'), line: 99 }]));
    expect(digest([wanted('a')])).not.toBe(digest([wanted('b')]));
    expect(digest([wanted('a')])).not.toBe(digest([wanted('a')], [key('c')]));
    expect(digest([wanted('a')])).not.toBe(planChanges([wanted('a')], [], { ...options, owner: 'you' }).digest);
  });
});

describe('any files on any table', () => {
  const value = fc.constantFrom<Item>({}, { n: { N: '1' } }, { n: { N: '1.0' } }, { n: { S: '1' } }, { s: { SS: ['a', 'b'] } }, { s: { SS: ['b', 'a'] } });
  const rows = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), value).map((map) => Object.entries(map).map(([name, item]) => wanted(name, item)));
  const live = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.tuple(value, fc.constantFrom('me', 'you', undefined)))
    .map((map) => Object.entries(map).map(([name, [item, owner]]) => (owner ? marked({ ...key(name), ...item }, owner, 'x:1') : { ...key(name), ...item })));

  it('converges: after applying, planning again changes nothing', () => {
    fc.assert(
      fc.property(rows, live, fc.boolean(), fc.boolean(), (files, table, adopt, prune) => {
        const plan = planChanges(files, table, { ...options, adopt, prune });
        const after = planChanges(files, applied(table, plan), { ...options, adopt, prune });
        expect(after.counts).toMatchObject({ create: 0, update: 0, adopt: 0, delete: 0, conflict: plan.counts.conflict });
      }),
    );
  });

  it("never touches another's row, and an unmarked one only by adopting it", () => {
    fc.assert(
      fc.property(rows, live, fc.boolean(), (files, table, adopt) => {
        for (const change of planChanges(files, table, { ...options, adopt }).changes) {
          const owner = change.live?.['_owner'] as { S: string } | undefined;
          if (owner?.S === 'you') expect(['conflict', 'kept-foreign']).toContain(change.action);
          if (change.live && !owner) expect(['adopt', 'conflict', 'kept-foreign']).toContain(change.action);
          if (change.action === 'delete') expect(owner?.S).toBe('me');
          if (change.item) expect(revisionOf(contentOf(change.item))).toBe((change.item['_rev'] as { S: string }).S);
        }
      }),
    );
  });

  it('lists every row of files and table once, sorted by key', () => {
    fc.assert(
      fc.property(rows, live, (files, table) => {
        const names = planChanges(files, table, options).changes.map((change) => change.key.source_prefix);
        const all = [...files.map((row) => row.key.source_prefix), ...table.map((item) => (item['source_prefix'] as { S: string }).S)];
        expect(names).toEqual([...new Set(all)].sort());
      }),
    );
  });

  it('comes back by its backup to what it was, from any point of a run that broke off', () => {
    fc.assert(
      fc.property(rows, live, fc.boolean(), fc.nat(10), (files, table, adopt, written) => {
        const plan = planChanges(files, table, { ...options, adopt });
        const backup = readBackup(JSON.parse(JSON.stringify(makeBackup(plan, options))));
        const writes = plan.changes.filter((change) => change.item ?? change.action === 'delete');
        const broken = applied(table, { ...plan, changes: writes.slice(0, written) });
        const restored = applied(broken, planRestore(backup!, broken));
        const order = (items: readonly Item[]) => items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();
        expect(order(restored)).toEqual(order(table));
      }),
    );
  });
});

it('believes no backup but its own', () => {
  const good = makeBackup(planChanges([wanted('a')], [], options), options);
  expect(readBackup(good)).toBe(good);
  for (const wrong of [
    null,
    [],
    {},
    { ...good, schema: 'x' },
    { ...good, rows: {} },
    { ...good, rows: [{}] },
    { ...good, rows: [{ key: good.rows[0]?.key, before: null, after: null }] },
  ]) {
    expect(readBackup(wrong)).toBeUndefined();
  }
  expect(readBackup({ ...good, rows: [{ ...good.rows[0], after: { a: { X: '1' } } }] })).toBeUndefined();
});

it.each([
  [0, undefined, 1],
  [1, undefined, 1],
  [5, undefined, 1],
  [6, undefined, 2],
  [100, undefined, 20],
  [125, undefined, 25],
  [10_000, undefined, 25],
  [10, 0, 0],
  [10, 400, 400],
])('of %i rows, with max-deletes %s, %i may be deleted', (rows, given, limit) => expect(deleteLimit(rows, given)).toBe(limit));
