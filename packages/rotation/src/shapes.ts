/** The shapes that consumers expect of a secret, and which of its fields are public. */

/** Shapes that can be rotated. */
export type Shape = 'text' | 'json' | 'argo-repo-creds' | 'arc-github';

/**
 * Fields that are no secrets and are not masked: masking a URL or an id would blank half the log. Argo CD's repository
 * credentials, and the secret of the actions-runner-controller chart.
 */
const publicFields: Partial<Record<Shape, readonly string[]>> = {
  'argo-repo-creds': ['url', 'type', 'username', 'githubAppID', 'githubAppInstallationID', 'githubAppEnterpriseBaseUrl'],
  'arc-github': ['github_app_id', 'github_app_installation_id'],
};

/**
 * What of a document has to be hidden: all of it, or every field but the public ones.
 * @returns the texts to mask, each in all its forms
 */
export function secretParts(document: string, shape: Shape): string[] {
  const open = publicFields[shape];
  const fields = open ? parseObject(document) : undefined;
  if (!open || !fields) return [document];
  const leaves = Object.entries(fields).flatMap(([name, value]) => (open.includes(name) ? [] : [typeof value === 'string' ? value : JSON.stringify(value)]));
  return [...leaves, Buffer.from(document).toString('base64'), encodeURIComponent(document)].filter((part) => part !== '');
}

/** Every way in which a document does not have its shape, in words without a value; empty where it has it. */
export function shapeFaults(document: string, shape: Shape): string[] {
  if (document === '') return ['it is empty'];
  if (shape === 'text') return [];
  const fields = parseObject(document);
  if (!fields) return ['it is not a JSON object'];
  if (shape === 'json') return [];
  const notText = Object.keys(fields).filter((name) => typeof fields[name] !== 'string');
  const faults = notText.map((name) => `${name} has to be a string`);
  return [...faults, ...(shape === 'argo-repo-creds' ? argoFaults(fields) : arcFaults(fields))];
}

type Fields = Readonly<Record<string, unknown>>;

/** Argo CD, "Repository credentials": a URL prefix and one way to log in. */
function argoFaults(fields: Fields): string[] {
  const ways = [['username', 'password'], ['sshPrivateKey'], ['githubAppID', 'githubAppPrivateKey'], ['bearerToken']];
  return [...('url' in fields ? [] : ['url is missing']), ...oneWay(fields, ways)];
}

/** The chart refuses an App id without the other two (actions-runner-controller, values.yaml). */
function arcFaults(fields: Fields): string[] {
  return oneWay(fields, [['github_token'], ['github_app_id', 'github_app_installation_id', 'github_app_private_key']]);
}

function oneWay(fields: Fields, ways: readonly (readonly string[])[]): string[] {
  const begun = ways.filter((way) => way.some((name) => name in fields));
  const named = ways.map((way) => way.join(' and ')).join(', or ');
  if (begun.length === 0) return [`no way to log in: it needs ${named}`];
  if (begun.length > 1) return [`${begun.length} ways to log in at once: it has to hold exactly one of ${named}`];
  return (begun[0] ?? []).filter((name) => !(name in fields)).map((name) => `${name} is missing`);
}

function parseObject(document: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(document);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
