/** SARIF and JUnit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from '../src/formats/junit.ts';
import { chooseRules, renderJunit, renderSarif, type WaivedFinding } from '../src/index.ts';

const chosen = chooseRules({ profiles: [], only: ['rds-encrypted', 'sqs-kms', 'efs-encrypted'], settings: new Map() });
const finding = (more: Partial<WaivedFinding>): WaivedFinding => ({
  rule: 'rds-encrypted',
  severity: 'error',
  address: 'aws_db_instance.a["<x>"]',
  verdict: 'fail',
  introduced: true,
  message: 'storage_encrypted is false',
  evidence: ['storage_encrypted = false'],
  ...more,
});
const findings = [
  finding({}),
  finding({ rule: 'sqs-kms', address: 'aws_sqs_queue.q', verdict: 'unknown', introduced: false }),
  finding({ address: 'aws_db_instance.b', waiver: { owner: 'alice', reason: 'later & "soon"', until: '2027-01-01' } }),
];

describe('SARIF', () => {
  const log = renderSarif({ findings, chosen, plan: 'out/my plan.json', version: '1.2.3' });
  it('has the rules with their sentence and remedy', () => {
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              semanticVersion: '1.2.3',
              rules: [{ id: 'rds-encrypted', defaultConfiguration: { level: 'error' } }, { id: 'efs-encrypted' }, { id: 'sqs-kms' }],
            },
          },
        },
      ],
    });
  });
  it('has each finding with its place, kind and state', () => {
    expect(log.runs[0]?.results).toMatchObject([
      {
        ruleId: 'rds-encrypted',
        ruleIndex: 0,
        kind: 'fail',
        level: 'error',
        baselineState: 'new',
        partialFingerprints: { 'ruleAndAddress/v1': 'rds-encrypted aws_db_instance.a["<x>"]' },
      },
      { ruleId: 'sqs-kms', ruleIndex: 2, kind: 'open', level: 'none', baselineState: 'unchanged' },
      { ruleIndex: 0, suppressions: [{ kind: 'external', justification: 'alice, until 2027-01-01: later & "soon"' }] },
    ]);
    expect(log.runs[0]?.results[0]?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'out/my%20plan.json' } }, logicalLocations: [{ fullyQualifiedName: 'aws_db_instance.a["<x>"]' }] },
    ]);
    expect(log.runs[0]?.results[1]).not.toHaveProperty('suppressions');
  });
});

describe('JUnit', () => {
  const xml = renderJunit(findings, chosen);
  it('counts failures, and skips what is unknown or waived', () => {
    expect(xml).toContain('<testsuite name="check-conventions" tests="4" failures="1" errors="0" skipped="2">');
    expect(xml).toContain(
      'name="aws_db_instance.a[&quot;&lt;x&gt;&quot;]"><failure type="error" message="storage_encrypted is false">storage_encrypted = false</failure>',
    );
    expect(xml).toContain('<skipped message="unknown: storage_encrypted is false"/>');
    expect(xml).toContain('<skipped message="waived by alice until 2027-01-01: later &amp; &quot;soon&quot;"/>');
    expect(xml).toContain('<testcase classname="efs-encrypted"');
  });
  it('holds any text without breaking', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'a\n\t\u0000\u0008\u001f\ufffe\uffff\ud800\udc00é', '😀') }), (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#10);/g, '')).not.toContain('&');
      }),
    );
  });
});
