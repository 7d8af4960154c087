/** What the rules of clusters and machines stand on: sizes by names, versions by numbers, literals. */
import { describe, expect, it } from 'vitest';
import { instanceSize } from '../src/plan-facts/instance-sizes.ts';
import { isLiteral } from '../src/plan-facts/literals.ts';
import { compareVersions, parseVersion } from '../src/plan-facts/versions.ts';
import { World } from '../src/plan-facts/world.ts';
import { constant, type ModuleSpec, planOf, ref } from './plan-builder.ts';

describe('the size that a name tells', () => {
  it.each([
    ['m5.large', 2, 8],
    ['m5.xlarge', 4, 16],
    ['m5.24xlarge', 96, 384],
    ['c5.large', 2, 4],
    ['c6gd.4xlarge', 16, 32],
    ['r6i.2xlarge', 8, 64],
    ['x2gd.large', 2, 32],
    ['z1d.large', 2, 16],
    ['i3.xlarge', 4, 32],
    ['t3.nano', 2, 0.5],
    ['t3.micro', 2, 1],
    ['t3.small', 2, 2],
    ['t3.medium', 2, 4],
    ['t3.large', 2, 8],
    ['t3.2xlarge', 8, 32],
    ['t2.small', 1, 2],
    ['m6g.medium', 1, 4],
    ['c6g.medium', 1, 2],
    ['r6g.medium', 1, 8],
    ['c7i.metal-24xl', 96, 192],
    [' M5.LARGE ', 2, 8],
  ])('%s', (type, vcpus, gib) => expect(instanceSize(type)).toEqual({ vcpus, gib, exactVcpus: true, exactGib: true }));

  it.each([
    ['g5.xlarge', { vcpus: 4, gib: 8, exactVcpus: true, exactGib: false }],
    ['u-6tb1.56xlarge', { vcpus: 224, gib: 448, exactVcpus: true, exactGib: false }],
    ['m5.metal', { vcpus: 16, gib: 64, exactVcpus: false, exactGib: false }],
  ])('%s has at least', (type, least) => expect(instanceSize(type)).toEqual(least));

  it.each(['', 'm5', 'large', 'm5.', '.large', 'm5.huge', 'm5.large.x', '5m.large', 'm5.xlargeish'])('%j tells nothing', (type) => {
    expect(instanceSize(type)).toBeUndefined();
  });
  it('grows with the word', () => {
    const words = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge', '4xlarge', '16xlarge'];
    const sizes = words.map((word) => instanceSize(`m7g.${word}`)?.gib ?? 0);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(words.length);
  });
});

describe('versions', () => {
  it.each([
    ['1.9', '1.10', -1],
    ['1.10', '1.9', 1],
    ['1.29', '1.29', 0],
    ['1.29.0', '1.29', 0],
    ['2', '1.99', 1],
    ['1', '1.1', -1],
  ])('%s and %s', (a, b, sign) => expect(Math.sign(compareVersions(parseVersion(a) ?? [], parseVersion(b) ?? []))).toBe(sign));
  it.each(['', 'latest', '1.', '.1', 'v1.29', '1.29-eks', '1..2'])('%j is none', (text) => expect(parseVersion(text)).toBeUndefined());
});

describe('literals', () => {
  const literal = (expression: unknown, modules: Readonly<Record<string, ModuleSpec>> = {}, address = 'aws_x.a') => {
    const world = new World(planOf({ resources: [{ address, expressions: { it: expression } }], modules }), 'after');
    return world.ofType('aws_x').map((resource) => isLiteral(world, resource, ['it']));
  };
  it.each([
    ['a text', constant('ami-1'), true],
    ['a number', constant(0), true],
    ['null', constant(null), false],
    ['an empty text', constant(''), false],
    ['nothing', undefined, false],
    ['an expression that Terraform tells nothing of', {}, false],
    ['a variable of the root', ref('var.it'), false],
    ['a local', ref('local.it'), false],
    ['a resource', ref('aws_y.b.id'), false],
  ])('%s', (_, expression, expected) => expect(literal(expression)).toEqual([expected]));

  it('through modules, as deep as they go', () => {
    const inside = 'module.a["x"].module.b.aws_x.a';
    const through = (outer: unknown) => ({ 'module.a': { expressions: { it: outer } }, 'module.a.module.b': { expressions: { it: ref('var.it') } } });
    expect(literal(ref('var.it'), through(constant('ami-1')), inside)).toEqual([true]);
    expect(literal(ref('var.it'), through(ref('var.it')), inside)).toEqual([false]);
    expect(literal(ref('var.it'), through(ref('data.aws_ami.x.id')), inside)).toEqual([false]);
    expect(literal(ref('var.it', 'local.x'), through(constant('ami-1')), inside)).toEqual([false]);
    expect(literal(ref('var.other'), through(constant('ami-1')), inside)).toEqual([false]);
  });
});
