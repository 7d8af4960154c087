/** labelSelector and fieldSelector. */
import { isMap, type KubeObject } from './objects.ts';

/** `a=b,c!=d,e in (x,y),f notin (z),g,!h` (Kubernetes, "Labels and Selectors"). */
export function matchesLabels(labels: Readonly<Record<string, string>>, selector: string): boolean {
  return splitTerms(selector).every((term) => matchesTerm(labels, term));
}

function splitTerms(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

function matchesTerm(labels: Readonly<Record<string, string>>, term: string): boolean {
  const set = /^(\S+)\s+(in|notin)\s+\((.*)\)$/.exec(term);
  if (set) {
    const [, key = '', how, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    const has = labels[key] !== undefined && values.includes(labels[key]);
    return how === 'in' ? has : !has;
  }
  const compare = /^([^=!\s]+)\s*(==|=|!=)\s*(.*)$/.exec(term);
  if (compare) {
    const [, key = '', how, value] = compare;
    return how === '!=' ? labels[key] !== value : labels[key] === value;
  }
  return term.startsWith('!') ? labels[term.slice(1)] === undefined : labels[term] !== undefined;
}

/** `metadata.name=x,status.phase!=Running`: dotted paths compared as text. */
export function matchesFields(object: KubeObject, selector: string): boolean {
  return splitTerms(selector).every((term) => {
    const [, path = '', how, value = ''] = /^([^=!]+)(==|=|!=)(.*)$/.exec(term) ?? [];
    const found = path.split('.').reduce<unknown>((node, key) => (isMap(node) ? node[key] : undefined), object);
    const equal = String(found ?? '') === value;
    return how === '!=' ? !equal : equal;
  });
}
