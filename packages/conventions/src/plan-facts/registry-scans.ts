/** What the registry of an account scans by itself, repository by repository. */
import { type Path, readBlocks, readText } from './attributes.ts';
import type { Resource, World } from './world.ts';

const type = 'aws_ecr_registry_scanning_configuration';

/** What finding it reads. */
export const registryScanReads = { [type]: ['scan_type', 'rule'] } as const;

/** Whether the registry scans a repository on push or all the time: by a rule of which one filter fits its name. */
export function registryScans(world: World, repository: Resource): 'true' | 'false' | 'unknown' {
  const answers = world.ofType(type).map((registry) => {
    const rules = readBlocks(registry, ['rule']);
    if (rules === 'unknown') return 'unknown';
    return any(rules.map((rule) => ruleScans(registry, rule, readText(repository, ['name']))));
  });
  return any(answers);
}

/** Rules scan by hand only where no frequency says otherwise (Amazon ECR API, RegistryScanningRule). */
function ruleScans(registry: Resource, rule: Path, name: ReturnType<typeof readText>): 'true' | 'false' | 'unknown' {
  const frequency = readText(registry, [...rule, 'scan_frequency']);
  const often = frequency.text === 'SCAN_ON_PUSH' || frequency.text === 'CONTINUOUS_SCAN';
  if (!often && frequency.state !== 'unknown') return 'false';
  const filters = readBlocks(registry, [...rule, 'repository_filter']);
  const fits = filters === 'unknown' ? 'unknown' : any(filters.map((path) => filterFits(readText(registry, [...path, 'filter']), name)));
  return fits === 'true' && !often ? 'unknown' : fits;
}

/** A filter without a star fits every name that holds it (Amazon ECR user guide, filters). */
function filterFits(filter: ReturnType<typeof readText>, name: ReturnType<typeof readText>): 'true' | 'false' | 'unknown' {
  if (filter.text !== undefined && /^\*+$/.test(filter.text)) return 'true';
  if (filter.text === undefined || name.text === undefined) return filter.state === 'absent' ? 'false' : 'unknown';
  if (!filter.text.includes('*')) return name.text.includes(filter.text) ? 'true' : 'false';
  const parts = filter.text.split('*');
  return fitsParts(name.text, parts) ? 'true' : 'false';
}

/** Whether the parts stand in the text one after another, the first at its start and the last at its end. */
function fitsParts(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function any(answers: readonly ('true' | 'false' | 'unknown')[]): 'true' | 'false' | 'unknown' {
  if (answers.includes('true')) return 'true';
  return answers.includes('unknown') ? 'unknown' : 'false';
}
