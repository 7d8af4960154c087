/** Inspector looks at images and machines. */
import { read, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeAbsence, requiredParameter } from '../../plan-facts/required.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { bankScans } from './sources.ts';

const type = 'aws_inspector2_enabler';
const path = ['resource_types'];
const wanted = ['ECR', 'EC2'];

/** Enablers of the same accounts count together. The landing zone is another stack, so absence is no finding unless `required` says so. */
export const inspector: Rule = {
  id: 'inspector',
  what: 'Inspector scans container images and machines',
  why: [bankScans],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'resource_types = ["ECR", "EC2"]',
  fails: 'resource_types = ["LAMBDA"]',
  parameters: requiredParameter,
  reads: { [type]: ['resource_types', 'account_ids'] },
  judge: (world, parameters) => [
    ...world.ofType(type).map((enabler) => judgementByCompanions(enabler, judgeOne(world, enabler))),
    ...judgeAbsence(world, parameters, [type]),
  ],
};

function judgeOne(world: World, enabler: Resource): Fact {
  const siblings = world.ofType(type).filter((other) => other === enabler || accounts(other) === accounts(enabler));
  const types = siblings.map(typesOf);
  const missing = wanted.filter((name) => !types.some(({ names }) => names.has(name)));
  if (missing.length === 0) return fine;
  const evidence = showValue(enabler, path);
  if (types.some(({ open }) => open)) return uncertain(`whether Inspector is on for ${missing.join(' and ')} is known after apply`, evidence);
  return failing(`Inspector is not on for ${missing.join(' and ')}`, evidence);
}

/** Unknown accounts are nobody else's. */
function accounts(enabler: Resource): unknown {
  const reading = read(enabler, ['account_ids']);
  return reading.state === 'known' ? JSON.stringify(reading.value) : enabler;
}

function typesOf(enabler: Resource): { readonly names: ReadonlySet<string>; readonly open: boolean } {
  const elements = readBlocks(enabler, path);
  if (elements === 'unknown') return { names: new Set(), open: true };
  const readings = elements.map((element) => readText(enabler, element));
  return {
    names: new Set(readings.flatMap(({ text }) => text ?? [])),
    open: readings.some(({ state }) => state === 'unknown'),
  };
}
