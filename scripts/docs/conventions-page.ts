/** docs/conventions.md, rule by rule, from what `@slipway/conventions` exports. Adds no meaning of its own. */
import { type ParameterSpec, profileNames, type Rule, rules, tableIds } from '@slipway/conventions';
import { oneLine } from './tables.ts';

/** The page's text. */
export function conventionsPage(): string {
  return `${[head(), overview(), ...rules.map(section)].join('\n\n')}\n`;
}

function head(): string {
  return [
    '# Conventions',
    '',
    '<!-- Written by `npm run docs` from the rules in packages/conventions. Change them there. -->',
    '',
    `The rules that [check-conventions](../actions/check-conventions/README.md) judges a Terraform plan by: ${rules.length} of ${tableIds.length} of the platform's table.`,
    'Only a finding of severity `error` blocks. A fact that only apply can tell is reported as unknown, never as a pass.',
  ].join('\n');
}

function overview(): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](#${rule.id}) | ${rule.severity} | ${profileNames.filter((name) => rule.profiles.includes(name)).join(', ')} | ${oneLine(rule.what)} |`,
  );
  return ['| rule | severity | profiles | what |', '|---|---|---|---|', ...rows].join('\n');
}

function section(rule: Rule): string {
  const reads = Object.entries(rule.reads).map(([type, attributes]) => `\`${type}\` (${attributes.map((attribute) => `\`${attribute}\``).join(', ')})`);
  return [
    `## ${rule.id}`,
    '',
    `${rule.what.slice(0, 1).toUpperCase()}${rule.what.slice(1)}.`,
    '',
    ...rule.why.map((source) => `> ${source.sentence.replaceAll('\n', '\n> ')}\n> — ${source.document}\n`),
    `Reads ${reads.join('; ')}.`,
    ...parameters(rule),
    '',
    'Passes:',
    '',
    ...fenced(rule, rule.remedy),
    '',
    'Fails:',
    '',
    ...fenced(rule, rule.fails),
  ].join('\n');
}

function fenced(rule: Rule, text: string): string[] {
  return [`\`\`\`${rule.language ?? 'hcl'}`, text.trimEnd(), '```'];
}

function parameters(rule: Rule): string[] {
  const specs = Object.entries(rule.parameters ?? {});
  if (specs.length === 0) return [];
  const lines = specs.map(([name, spec]) => `- \`${name}\`: ${spec.title}; ${describe(spec)}`);
  return ['', 'Parameters:', '', ...lines];
}

function describe(spec: ParameterSpec): string {
  const quoted = (value: unknown) => `\`${Array.isArray(value) ? value.join(', ') : String(value)}\``;
  const asked = 'byProfile' in spec ? Object.entries(spec.byProfile ?? {}).map(([profile, value]) => `${profile} ${quoted(value)}`) : [];
  const byProfile = asked.length > 0 ? ` (${asked.join(', ')})` : '';
  if (spec.kind === 'choice') return `from loose to strict ${spec.words.map(quoted).join(', ')}${byProfile}`;
  const nothing = Array.isArray(spec.fallback) && spec.fallback.length === 0;
  return `${nothing ? 'none' : quoted(spec.fallback)} unless given${byProfile}`;
}
