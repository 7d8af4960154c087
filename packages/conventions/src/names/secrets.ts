/** Names of secrets (BankLiteX, "Rotating static keys"): `digibank/argo/repo-creds`. */
import { buildName, type NameResult } from './result.ts';

/** Secrets Manager: 512 characters (CreateSecret). */
const secretLimit = 512;
const part = '[a-z0-9]+(?:[-_.][a-z0-9]+)*';
const pattern = new RegExp(`^(${part})/(${part})/(${part})$`);

/** The parts of a secret's name. */
export interface SecretName {
  readonly organisation: string;
  readonly component: string;
  readonly name: string;
}

/** `<organisation>/<component>/<name>` */
export function secretName({ organisation, component, name }: SecretName): NameResult {
  return buildName(
    [
      ['organisation', organisation],
      ['component', component],
      ['name', name],
    ],
    `${organisation}/${component}/${name}`,
    secretLimit,
  );
}

/** The parts of a name; `undefined` for another form. @param organisation the only one allowed, where it is given */
export function parseSecretName(text: string, organisation?: string): SecretName | undefined {
  const [, org, component, name] = pattern.exec(text) ?? [];
  if (org === undefined || component === undefined || name === undefined || text.length > secretLimit) return undefined;
  return organisation === undefined || org === organisation ? { organisation: org, component, name } : undefined;
}

/** Whether a name that begins so can become one. */
export function canBecomeSecretName(prefix: string, organisation?: string): boolean {
  const front = organisation === undefined ? undefined : `${organisation}/`;
  if (front !== undefined && !front.startsWith(prefix) && !prefix.startsWith(front)) return false;
  const parts = prefix.split('/');
  return (
    parts.length <= 3 &&
    parts.every((text, index) => (index === parts.length - 1 ? /^([a-z0-9]+([-_.][a-z0-9]+)*[-_.]?)?$/.test(text) : new RegExp(`^${part}$`).test(text)))
  );
}
