/** Addresses of module instances. */

/** One step of a module instance's address. */
export interface ModuleStep {
  readonly name: string;
  readonly key: string | number | undefined;
}

const step = /module\.([^.[\]]+)(?:\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\])?/y;

/** `module.env["prod"].module.kms` → its steps; an empty address is the root. Unreadable text ends the steps. */
export function parseModuleAddress(address: string): ModuleStep[] {
  const steps: ModuleStep[] = [];
  let at = 0;
  while (at < address.length) {
    step.lastIndex = at;
    const match = step.exec(address);
    if (!match) break;
    steps.push({ name: match[1] ?? '', key: match[3] !== undefined ? Number(match[3]) : match[2] === undefined ? undefined : unescapeKey(match[2]) });
    at = step.lastIndex + 1;
  }
  return steps;
}

/** The address of a module instance inside another. */
export function moduleAddress(parent: string, name: string, key: string | number | undefined): string {
  const own = `module.${name}${keyText(key)}`;
  return parent === '' ? own : `${parent}.${own}`;
}

/** `["a"]`, `[0]` or nothing. */
export function keyText(key: string | number | undefined): string {
  if (key === undefined) return '';
  return typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}

/** A key as Terraform quotes it in an address → its text. */
export function unescapeKey(quoted: string): string {
  try {
    return JSON.parse(`"${quoted}"`) as string;
  } catch {
    return quoted;
  }
}
