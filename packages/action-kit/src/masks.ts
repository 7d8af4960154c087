/**
 * Secrets, hidden before they are used. A runner hides exactly the strings that it is told, so each form in which a
 * value can turn up is registered: lines, JSON leaves, base64, URL encoding.
 */

const minimumLine = 4;
const minimumLeaf = 8;

/**
 * Every form of a secret that has to be hidden: the whole value, each line of at least 4 characters, each string leaf of
 * at least 8 when the value is JSON, and base64 and URL-encoded forms of all of these. Longest first, so that a form that
 * is part of another does not break the longer one.
 */
export function secretForms(secret: string): string[] {
  const plain = new Set<string>();
  if (secret.length > 0) plain.add(secret);
  for (const line of secret.split(/\r?\n/)) if (line.trim().length >= minimumLine) plain.add(line.trim());
  for (const leaf of jsonLeaves(secret)) {
    plain.add(leaf);
    for (const line of leaf.split(/\r?\n/)) if (line.trim().length >= minimumLine) plain.add(line.trim());
  }
  const forms = new Set(plain);
  for (const value of plain) {
    if (value.length < minimumLine) continue;
    forms.add(Buffer.from(value).toString('base64'));
    forms.add(Buffer.from(value).toString('base64url'));
    forms.add(encodeURIComponent(value));
    forms.add(JSON.stringify(value).slice(1, -1));
  }
  return [...forms].sort((a, b) => b.length - a.length);
}

function jsonLeaves(text: string): string[] {
  if (!/^\s*[[{"]/.test(text)) return [];
  try {
    const leaves: string[] = [];
    collectLeaves(JSON.parse(text), leaves);
    return leaves;
  } catch {
    return [];
  }
}

function collectLeaves(value: unknown, leaves: string[]): void {
  if (typeof value === 'string' && value.length >= minimumLeaf) leaves.push(value);
  else if (value !== null && typeof value === 'object') for (const child of Object.values(value)) collectLeaves(child, leaves);
}

/** Registers secrets with the runner and hides them in our own texts. */
export interface Masks {
  /** Hides a secret in all its forms from here on. Call before the value is used. */
  add(secret: string): void;
  /** The text with every known secret replaced by `***`. */
  scrub(text: string): string;
}

/** @param register tells the runner (`::add-mask::`), called once per form */
export function createMasks(register: (form: string) => void): Masks {
  const known = new Set<string>();
  let ordered: string[] = [];
  return {
    add(secret) {
      for (const form of secretForms(secret)) {
        if (known.has(form)) continue;
        known.add(form);
        register(form);
      }
      ordered = [...known].sort((a, b) => b.length - a.length);
    },
    scrub(text) {
      let clean = text;
      for (const form of ordered) if (clean.includes(form)) clean = clean.replaceAll(form, '***');
      return clean;
    },
  };
}
