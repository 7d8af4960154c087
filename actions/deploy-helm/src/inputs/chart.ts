/** A look at the chart's folder before anything is called. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseValues } from '@slipway/kubernetes';

/** What is wrong with a chart; `undefined` when nothing is to be seen from outside. @param shown the path as it was given */
export function chartFault(path: string, shown: string, version: string | undefined): string | undefined {
  if (!existsSync(path)) return `chart ${shown} is not there`;
  if (statSync(path).isFile()) return /\.tgz$/.test(path) ? undefined : `chart ${shown} is a file; want a folder or a .tgz`;
  const file = join(path, 'Chart.yaml');
  if (!existsSync(file)) return `chart ${shown} has no Chart.yaml`;
  const parsed = parseValues(readFileSync(file, 'utf8'));
  if (!parsed.ok) return `${shown}/Chart.yaml:${parsed.line}:${parsed.column} ${parsed.message}`;
  const { name, version: own, apiVersion } = parsed.value;
  for (const [key, value] of Object.entries({ apiVersion, name, version: own }))
    if (typeof value !== 'string' || value === '') return `${shown}/Chart.yaml: ${key} is missing`;
  return version !== undefined && version !== own ? `chart ${shown} is version ${String(own)}, not ${version} (chart-version)` : undefined;
}
