/** The words of a change: actions, and names that a plan repeats thousands of times. */
import type { PlannedAction } from './types.ts';

const knownActions = new Set<string>(['no-op', 'create', 'read', 'update', 'delete', 'forget'] satisfies PlannedAction[]);

/** The same word is one string in memory: a plan repeats its types and modules thousands of times. */
export type Intern = (text: string) => string;

/** A fresh table of words. */
export function createIntern(): Intern {
  const words = new Map<string, string>();
  return (text) => {
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, text);
    return text;
  };
}

/** True for a list of actions that Terraform has. */
export function isActions(value: unknown): value is PlannedAction[] {
  return Array.isArray(value) && value.length > 0 && value.every((action) => knownActions.has(action));
}

/** Nothing remains: deleted, or forgotten. */
export function isEnd(actions: readonly PlannedAction[]): boolean {
  return actions.every((action) => action === 'delete' || action === 'forget');
}

/** Nothing changes. */
export function isNoOp(actions: readonly PlannedAction[]): boolean {
  return actions.length === 1 && actions[0] === 'no-op';
}

/** A text, shared; empty for anything else. */
export function word(value: unknown, intern: Intern): string {
  return typeof value === 'string' ? intern(value) : '';
}
