/** Judging a name: as it is, by its known beginning, or not at all. */
import { isSensitive, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { type Fact, fine } from '../../rule.ts';

/** What a name may be. */
export interface NameForm {
  /** For people: `<env>-<service>-eks-irsa-role`. */
  readonly form: string;
  readonly fits: (name: string) => boolean;
  /** Whether a name that begins so can still fit. */
  readonly canBecome: (prefix: string) => boolean;
}

/** A generated name is judged by its prefix. @param prefix the attribute with the known beginning, where the type has one */
export function judgeName(resource: Resource, { form, fits, canBecome }: NameForm, attribute = 'name', prefix = 'name_prefix'): Fact {
  const reading = readText(resource, [attribute]);
  const evidence = showValue(resource, [attribute]);
  const shown = (path: string, text: string) => (isSensitive(resource, [path]) ? 'a sensitive text' : JSON.stringify(text.slice(0, 300)));
  if (reading.text !== undefined) return fits(reading.text) ? fine : failing(`${shown(attribute, reading.text)} is not ${form}`, evidence);
  const beginning = readText(resource, [prefix]);
  if (beginning.text !== undefined && !canBecome(beginning.text))
    return failing(`no name that begins with ${shown(prefix, beginning.text)} is ${form}`, showValue(resource, [prefix]));
  if (reading.state === 'absent' && beginning.state === 'absent') return failing(`${attribute} is not set; want ${form}`, evidence);
  return uncertain(`${attribute} is known after apply; want ${form}`, beginning.text === undefined ? evidence : showValue(resource, [prefix]));
}
