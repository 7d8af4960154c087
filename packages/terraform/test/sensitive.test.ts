import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownChanges } from '../src/redaction/changes.ts';
import { sensitiveStrings } from '../src/redaction/collect.ts';
import { declaredSecrets, sensitiveNames } from '../src/redaction/declared.ts';
import { Redactor } from '../src/redaction/redactor.ts';

describe('what is sensitive in a plan', () => {
  it('is found wherever terraform marks it, and under names', () => {
    const found = sensitiveStrings({
      variables: { s: { value: 'from-variable' }, api_token: { value: 'from-name' }, open: { value: { nested: { password: 'from-nested' }, x: 'not-me' } } },
      configuration: { root_module: { variables: { s: { sensitive: true } } } },
      resource_changes: [
        {
          address: 'a.b',
          mode: 'managed',
          type: 'a',
          change: {
            actions: ['update'],
            before: ['old-value', 'ok-old'],
            before_sensitive: [true],
            after: { m: { deep: 'new-value' }, n: 'ok-new' },
            after_sensitive: { m: true },
          },
        },
      ],
      output_changes: { o: { actions: ['create'], after: 'out-value', after_sensitive: true } },
      planned_values: { root_module: { child_modules: [{ resources: [{ values: { a: 'child-value' }, sensitive_values: { a: true } }] }] } },
      prior_state: {
        values: {
          outputs: { p: { sensitive: true, value: { k: 'prior-output' } } },
          root_module: { resources: [{ values: { z: 'prior-value' }, sensitive_values: { z: true } }] },
        },
      },
    });
    expect([...found].sort()).toEqual([
      'child-value',
      'from-name',
      'from-nested',
      'from-variable',
      'new-value',
      'old-value',
      'out-value',
      'prior-output',
      'prior-value',
    ]);
  });

  it('does not take words for secrets that would hide everything', () => {
    const found = sensitiveStrings({
      variables: { s: { value: ['true', 'abc', '', 'false', 'null'] } },
      configuration: { root_module: { variables: { s: { sensitive: true } } } },
    });
    expect([...found]).toEqual([]);
  });
});

describe('shown changes', () => {
  it('are sorted by address, without no-ops and data', () => {
    const plan = {
      resource_changes: ['b', 'a', 'c'].map((name) => ({
        address: `x.${name}`,
        mode: name === 'c' ? 'data' : 'managed',
        type: 'x',
        change: { actions: ['create'], before: null, after: { name } },
      })),
    };
    expect(shownChanges(plan, new Redactor()).map(({ address }) => address)).toEqual(['x.a', 'x.b']);
  });
});

describe('declared secrets', () => {
  it('are the values of variables that say sensitive = true', () => {
    const text =
      'variable "a" {\n  type = object({ x = string })\n  sensitive = true\n}\nvariable "b" {\n  sensitive = false\n}\n  variable "c" { \n sensitive   =   true\n}\n# variable "d" {\n';
    expect(sensitiveNames(text)).toEqual(['a', 'c']);
  });

  it('are found in the input, in TF_VAR_ and in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'slipway-declared-'));
    try {
      writeFileSync(join(folder, 'main.tf'), 'variable "mine" {\n  sensitive = true\n}\nvariable "open" {}\n');
      writeFileSync(join(folder, 'x.tfvars'), 'mine = "from-file"\nopen = "visible"\ndb_password = "named"\n');
      const found = declaredSecrets({
        workingDirectory: folder,
        variableFiles: [join(folder, 'x.tfvars'), join(folder, 'gone')],
        variables: { mine: { k: 'from-input' }, open: 'visible' },
        environment: { TF_VAR_mine: 'from-env', TF_VAR_open: 'visible' },
      });
      expect([...found].sort()).toEqual(['from-env', 'from-file', 'from-input', 'named']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
