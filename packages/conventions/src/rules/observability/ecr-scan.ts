/** Images are scanned when they are pushed, or all the time. */
import { readBlocks, readFlag, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { registryScanReads, registryScans } from '../../plan-facts/registry-scans.ts';
import type { Resource, World } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementByCompanions, type Rule } from '../../rule.ts';
import { bankScans } from './sources.ts';

const type = 'aws_ecr_repository';
const block = 'image_scanning_configuration';

/** By the repository's own switch, or by a rule of the registry that fits its name. */
export const ecrScan: Rule = {
  id: 'ecr-scan',
  what: 'ECR repositories are scanned on push or by the registry',
  why: [{ document: 'system-design-2', sentence: 'Docker scan or CodeGuru can used to detect vulnerabilities in the image.' }, bankScans],
  severity: 'error',
  profiles: ['sysdesign2', 'bank', 'strict'],
  remedy: 'image_scanning_configuration {\n  scan_on_push = true\n}',
  fails: 'image_scanning_configuration {\n  scan_on_push = false\n}',
  reads: { [type]: ['name', block], ...registryScanReads },
  judge: (world) => world.ofType(type).map((repository) => judgementByCompanions(repository, judgeOne(world, repository))),
};

function judgeOne(world: World, repository: Resource): Fact {
  const blocks = readBlocks(repository, [block]);
  const path = blocks === 'unknown' ? undefined : blocks[0];
  const own = blocks === 'unknown' ? 'unknown' : path ? readFlag(repository, [...path, 'scan_on_push']) : 'absent';
  const registry = registryScans(world, repository);
  if (own === 'true' || registry === 'true') return fine;
  const evidence = showValue(repository, [block]);
  if (own === 'unknown') return uncertain('scan_on_push is known after apply', evidence);
  if (registry === 'unknown') return uncertain('whether the registry scans the repository is known after apply', evidence);
  return failing('images are not scanned when they are pushed, and no rule of the registry scans them', evidence);
}
