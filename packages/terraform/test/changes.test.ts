import { describe, expect, it } from 'vitest';
import { countChanges, hasChanges } from '../src/changes/counts.ts';
import type { PlanJson, ResourceChange } from '../src/changes/plan-json.ts';

const none = { create: 0, update: 0, delete: 0, replace: 0, import: 0, forget: 0, 'no-op': 0 };
const change = (actions: string[], more: Partial<ResourceChange> & { importing?: { id: string } } = {}): PlanJson => {
  const { importing, ...rest } = more;
  return { resource_changes: [{ address: 'a.b', mode: 'managed', type: 'a', change: { actions, ...(importing ? { importing } : {}) }, ...rest }] };
};

describe('counts', () => {
  const cases: [string, PlanJson, Partial<typeof none>, boolean][] = [
    ['a create', change(['create']), { create: 1 }, true],
    ['an update', change(['update']), { update: 1 }, true],
    ['a delete', change(['delete']), { delete: 1 }, true],
    ['a replace', change(['delete', 'create']), { replace: 1 }, true],
    ['a replace, create first', change(['create', 'delete']), { replace: 1 }, true],
    ['a no-op', change(['no-op']), { 'no-op': 1 }, false],
    ['a pure move', change(['no-op'], { previous_address: 'a.c' }), { 'no-op': 1 }, true],
    ['a forget', change(['forget']), { forget: 1 }, true],
    ['an import', change(['no-op'], { importing: { id: 'x' } }), { import: 1 }, true],
    ['an import that changes', change(['update'], { importing: { id: 'x' } }), { import: 1, update: 1 }, true],
    ['an import that replaces', change(['delete', 'create'], { importing: { id: 'x' } }), { import: 1, replace: 1 }, true],
    ['data', change(['read'], { mode: 'data' }), {}, false],
    ['a deposed object alone', change(['delete'], { deposed: 'd1' }), { delete: 1 }, true],
    ['an output', { output_changes: { o: { actions: ['update'] } } }, {}, true],
    ['an output that stays', { output_changes: { o: { actions: ['no-op'] } } }, {}, false],
    ['nothing', {}, {}, false],
  ];
  it.each(cases)('%s', (_name, plan, counts, changes) => {
    expect(countChanges(plan)).toEqual({ ...none, ...counts });
    expect(hasChanges(plan)).toBe(changes);
  });

  it('counts a resource with a deposed object once', () => {
    const plan = { resource_changes: [...(change(['create']).resource_changes ?? []), ...(change(['delete'], { deposed: 'd' }).resource_changes ?? [])] };
    expect(countChanges(plan)).toEqual({ ...none, create: 1 });
  });
});
