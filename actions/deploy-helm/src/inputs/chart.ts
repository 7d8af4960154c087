/** A look at the chart before anything is called. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseValues } from '@slipway/kubernetes';
import { packedChartYaml } from './packed-chart.ts';

/** What is wrong with a chart; `undefined` when nothing is to be seen from outside. @param shown the path as it was given */
export function chartFault(path: string, shown: string, version: string | undefined): string | undefined {
  if (!existsSync(path)) return `chart ${shown} is not there`;
  if (statSync(path).isFile()) return packedFault(path, shown, version);
  const file = join(path, 'Chart.yaml');
  if (!existsSync(file)) return `chart ${shown} has no Chart.yaml`;
  return chartYamlFault(readFileSync(file, 'utf8'), shown, version);
}

function packedFault(path: string, shown: string, version: string | undefined): string | undefined {
  if (!/\.tgz$/.test(path)) return `chart ${shown} is a file; want a folder or a .tgz`;
  const text = packedChartYaml(readFileSync(path));
  return text === undefined ? `chart ${shown} is no packed chart: it is no gzipped archive with a Chart.yaml` : chartYamlFault(text, shown, version);
}

function chartYamlFault(text: string, shown: string, version: string | undefined): string | undefined {
  const parsed = parseValues(text);
  if (!parsed.ok) return `${shown}/Chart.yaml:${parsed.line}:${parsed.column} ${parsed.message}`;
  const { name, version: own, apiVersion } = parsed.value;
  for (const [key, value] of Object.entries({ apiVersion, name, version: own }))
    if (typeof value !== 'string' || value === '') return `${shown}/Chart.yaml: ${key} is missing`;
  return version !== undefined && version !== own ? `chart ${shown} is version ${String(own)}, not ${version} (chart-version)` : undefined;
}
