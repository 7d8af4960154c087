/** Sections of an AWS configuration file, as far as they are moved about here: their texts stay as they are. Pure. */

/** A section with its header line; the text before the first one has the header `''`. */
interface Section {
  /** What stands in the brackets, quotes and spaces evened out: `profile deploy`, `default`, `profile `. */
  readonly name: string;
  readonly text: string;
}

/** The sections in their order. Joined they are the text again. */
export function sectionsOf(text: string): Section[] {
  const parts = text.split(/^(?=\[)/m);
  return parts.filter((part) => part !== '').map((part) => ({ name: nameOf(part), text: part }));
}

/** The body of a section by its evened-out name, without the header line; `undefined` when there is none. */
export function sectionBody(text: string, name: string): string | undefined {
  const section = sectionsOf(text).find((candidate) => candidate.name === name);
  return section?.text.split('\n').slice(1).join('\n');
}

/** Options of a section body, each with the lines that belong to it (indented ones, for nested settings). */
export function optionsOf(body: string): Map<string, string> {
  const options = new Map<string, string>();
  let current: string | undefined;
  for (const line of body.split(/\r?\n/)) {
    if (line.trim() === '' || /^[#;]/.test(line)) continue;
    const key = /^([^\s=:][^=:]*?)\s*[=:]/.exec(line)?.[1]?.toLowerCase();
    if (key !== undefined) options.set(key, line);
    else if (current !== undefined) options.set(current, `${options.get(current)}\n${line}`);
    current = key ?? current;
  }
  return options;
}

/** Takes sections out; where `instead` has one of the same name, that one stands in its place. */
export function replaceSections(text: string, outdated: (section: string) => boolean, instead: string): string {
  const others = sectionsOf(instead);
  return sectionsOf(text)
    .map((section) => {
      if (section.name === '' || !outdated(section.text)) return section.text;
      const other = others.find(({ name, text: body }) => name === section.name && !outdated(body));
      return other === undefined ? '' : other.text.replace(/\n*$/, '\n');
    })
    .join('');
}

/** As `nameOf` evens it out: `[profile ""]`. */
const emptyProfile = 'profile ';

/** Whether a file has the section `[profile ""]`. */
export function hasEmptyProfile(config: string): boolean {
  return sectionBody(config, emptyProfile) !== undefined;
}

/**
 * A configuration with a section `[profile ""]` that says what `[default]` says, keys of the credentials file included, as if no
 * profile were chosen; unchanged when it has the section already.
 */
export function withEmptyProfile(config: string, credentials: string): string {
  if (hasEmptyProfile(config)) return config;
  const options = new Map([...optionsOf(defaultBody(config)), ...optionsOf(defaultBody(credentials))]);
  const start = config === '' || config.endsWith('\n') ? config : `${config}\n`;
  return `${start}[profile ""]\n${[...options.values()].map((line) => `${line}\n`).join('')}`;
}

/** The body of the section that counts where no profile is chosen. */
export function defaultBody(config: string): string {
  return sectionBody(config, 'default') ?? sectionBody(config, 'profile default') ?? '';
}

function nameOf(section: string): string {
  const inside = /^\[([^\]\n]*)\]/.exec(section)?.[1];
  if (inside === undefined) return '';
  const [kind = '', ...rest] = inside.trim().split(/\s+/);
  const name = rest.join(' ').replace(/^(["'])(.*)\1$/, '$2');
  return rest.length === 0 ? kind : `${kind} ${name}`;
}
