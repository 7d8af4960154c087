/** Names of secrets (BankLiteX, "Rotating static keys"): `digibank/argo/repo-creds`. */
import { canBegin, type Piece } from './forms.ts';
import { type NameResult, quote } from './result.ts';

/** Secrets Manager: 512 characters (CreateSecret). */
const secretLimit = 512;
const word = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;
const part: Piece = { whole: (text) => word.test(text), begin: (text) => word.test(text.replace(/[-_.]$/, '')) };

/** The parts of a secret's name. */
export interface SecretName {
  readonly organisation: string;
  readonly component: string;
  readonly name: string;
}

/** `<organisation>/<component>/<name>` */
export function secretName({ organisation, component, name }: SecretName): NameResult {
  const wrong = Object.entries({ organisation, component, name }).find(([, text]) => !word.test(text));
  if (wrong) return { ok: false, fault: `the ${wrong[0]} ${quote(wrong[1])} is no lower-case name with single separators` };
  const built = `${organisation}/${component}/${name}`;
  return built.length <= secretLimit ? { ok: true, name: built } : { ok: false, fault: `${quote(built)} is longer than ${secretLimit} characters` };
}

/** The parts of a name; `undefined` for another form. @param organisation the only one allowed, where it is given */
export function parseSecretName(text: string, organisation?: string): SecretName | undefined {
  const [org, component, name, ...more] = text.split('/');
  if (org === undefined || component === undefined || name === undefined || more.length > 0 || text.length > secretLimit) return undefined;
  const right = organisation === undefined ? word.test(org) : org === organisation;
  return right && word.test(component) && word.test(name) ? { organisation: org, component, name } : undefined;
}

/** Whether a name that begins so can become one. */
export function canBecomeSecretName(prefix: string, organisation?: string): boolean {
  return canBegin(prefix, secretLimit, [[organisation === undefined ? part : [organisation], ['/'], part, ['/'], part]]);
}
