/** Every way to cut a plan or to break one of its bytes: refused with the place, or judged; never anything else. */
import { type ChosenRule, chooseRules, judgePlan, noFacts, selectionFor } from '@slipway/conventions';
import { bytesSource, everything, PlanError, readPlan } from '@slipway/terraform/plan';
import { describe, expect, it } from 'vitest';
import { planJson, ref } from '../../packages/conventions/test/plan-builder.ts';

const chosen: ChosenRule[] = chooseRules({ profiles: ['strict'], only: [], settings: new Map() });
const small = Buffer.from(
  JSON.stringify(
    planJson({
      resources: [
        { address: 'aws_kms_key.db', after: { enable_key_rotation: true, description: 'é "€" \\ 😀' } },
        {
          address: 'module.a["x.y"].aws_db_instance.main',
          after: { storage_encrypted: false, allocated_storage: 1e2, tags: { a: null } },
          unknown: { kms_key_id: true },
          expressions: { kms_key_id: ref('var.key') },
        },
      ],
      modules: { 'module.a': { expressions: { key: ref('aws_kms_key.db.arn') } } },
    }),
    null,
    1,
  ),
);

/** `plan-format`, `plan-errored`, or the number of findings. */
function outcome(bytes: Buffer, selection = selectionFor(chosen)): { readonly refused?: PlanError; readonly findings?: number } {
  try {
    return { findings: judgePlan(readPlan(bytesSource(bytes), selection), chosen, noFacts).length };
  } catch (error) {
    if (error instanceof PlanError) return { refused: error };
    throw error;
  }
}

const utf16 = (text: string, mark: boolean, big: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('a plan cut off', () => {
  it('at every 7th byte is refused with the byte where it ends', () => {
    const wrong: string[] = [];
    for (let length = 1; length < small.length; length += 7) {
      const { refused } = outcome(small.subarray(0, length));
      if (refused?.code !== 'plan-format' || !refused.message.startsWith(`byte ${length}`)) wrong.push(`${length}: ${refused?.code} ${refused?.message}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ] as const)('in %s is refused', (_name, big) => {
    const bytes = utf16(small.toString(), true, big);
    for (let length = 3; length < bytes.length; length += 997) expect(outcome(bytes.subarray(0, length)).refused?.code, String(length)).toBe('plan-format');
  });
});

describe('a plan with a byte broken', () => {
  it('is refused, or judged', () => {
    for (let at = 0; at < small.length; at += 3) {
      const bytes = Buffer.from(small);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      const { refused, findings } = outcome(bytes, at % 2 === 0 ? everything : selectionFor(chosen));
      expect(refused ? ['plan-format', 'plan-errored'] : ['number'], String(at)).toContain(refused?.code ?? typeof findings);
    }
  });
});

describe('encodings', () => {
  const wanted = outcome(small);
  it.each([
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), small])],
    ['UTF-16 LE with a mark', utf16(small.toString(), true, false)],
    ['UTF-16 BE with a mark', utf16(small.toString(), true, true)],
    ['UTF-16 LE without', utf16(small.toString(), false, false)],
    ['UTF-16 BE without', utf16(small.toString(), false, true)],
    ['Windows line ends', Buffer.from(small.toString().replaceAll('\n', '\r\n'))],
  ])('%s', (_name, bytes) => {
    expect(wanted.findings).toBeGreaterThan(0);
    expect(outcome(bytes)).toEqual(wanted);
  });
});
