import { describe, expect, it } from 'vitest';
import { diffManifests, renderDifferences } from '../src/manifest/diff.ts';
import { identityOf, imagesOf, parseManifest } from '../src/manifest/parse.ts';

const deployment = (image: string, name = 'web') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec: {replicas: 2, template: {spec: {initContainers: [{name: i, image: init:1}], containers: [{name: app, image: "${image}"}]}}}
`;

describe('parseManifest', () => {
  it('gives objects without a namespace the release’s, opens lists and drops empty documents', () => {
    const text = `---\n# Source: a\n---\n${deployment('a:1')}---\nkind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: other}}\n`;
    expect(parseManifest(text, 'app').map(identityOf)).toEqual(['apps/v1/Deployment/app/web', 'v1/ConfigMap/other/c']);
  });

  it.each(['', '\n---\n', 'just text', '- 1', 'kind: NoName\napiVersion: v1'])('finds nothing in %j', (text) => {
    expect(parseManifest(text, 'app')).toEqual([]);
  });
});

describe('imagesOf', () => {
  it('finds containers, init containers, cron jobs and bare pods, sorted, each once', () => {
    const cron =
      'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c}\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: x, image: cron:1}]}}}}}';
    const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: x, image: a:1}], image: not-one}';
    expect(imagesOf(parseManifest([deployment('a:1'), cron, pod].join('\n---\n'), 'app'))).toEqual(['a:1', 'cron:1', 'init:1']);
  });
});

describe('diffManifests', () => {
  const diff = (a: string, b: string) => renderDifferences(diffManifests(parseManifest(a, 'app'), parseManifest(b, 'app')));

  it('ignores the order of documents and keys', () => {
    const one = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: "1", b: "2"}';
    const two = 'data: {b: "2", a: "1"}\nkind: ConfigMap\nmetadata: {name: c, namespace: app}\napiVersion: v1';
    expect(diff(`${one}\n---\n${deployment('a:1')}`, `${deployment('a:1')}\n---\n${two}`)).toEqual([]);
  });

  it('names what changed, came and went', () => {
    expect(diff(`${deployment('a:1')}---${deployment('a:1', 'old')}`, `${deployment('a:2')}---${deployment('a:1', 'new')}`)).toEqual([
      '+ Deployment/app/new',
      '- Deployment/app/old',
      '~ Deployment/app/web spec.template.spec.containers.0.image: "a:1" → "a:2"',
    ]);
  });

  it('takes the order inside lists for real, and tells absence from null', () => {
    const args = (list: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {args: ${list}}`;
    expect(diff(args('[a, b]'), args('[b, a]'))).toHaveLength(2);
    expect(diff(args('[a]'), args('[a, b]'))).toEqual(['~ Pod/app/p spec.args.1: (none) → "b"']);
  });

  it('shows of Secrets that they differ, never what they hold', () => {
    const secret = (value: string) => `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: ${value}}\ndata: {k: aHVudGVyMg==}`;
    const lines = diff(secret('hunter2'), secret('hunter3'));
    expect(lines).toEqual([expect.stringMatching(/^~ Secret\/app\/s stringData\.password: "sha256:[0-9a-f]{12}" → "sha256:[0-9a-f]{12}"$/)]);
    expect(lines.join()).not.toContain('hunter');
  });
});
