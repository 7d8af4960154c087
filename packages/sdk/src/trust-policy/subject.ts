/** GitHub's `sub`, taken apart: `repo:<owner>/<name>:<rest>`, since July 2026 `repo:<owner>@<id>/<name>@<id>:<rest>`. */

/** What the job stands for. */
export type SubjectForm = 'environment' | 'ref' | 'pull-request' | 'other';

/** A subject, or a pattern for one. */
export interface Subject {
  /** `owner/name`, with ids where they are written. */
  readonly repository: string;
  /** The repository is written with ids, which renaming does not change. */
  readonly immutable: boolean;
  readonly form: SubjectForm;
  /** After the repository. */
  readonly rest: string;
}

/** Takes a subject or a pattern for one apart; `undefined` when it does not begin with a repository. */
export function parseSubject(text: string): Subject | undefined {
  const match = /^repo:([^:/]+\/[^:]+)(?::(.*))?$/is.exec(text);
  if (!match) return undefined;
  const [, repository = '', rest = ''] = match;
  return { repository, immutable: repository.includes('@'), form: formOf(rest), rest };
}

function formOf(rest: string): SubjectForm {
  const word = /^(environment|ref):/i.exec(rest)?.[1]?.toLowerCase();
  if (word === 'environment' || word === 'ref') return word;
  return /^pull_request$/i.test(rest) ? 'pull-request' : 'other';
}

/** The repository without its ids. */
export function withoutIds(repository: string): string {
  return repository.replace(/@[^/@]*(?=\/|$)/g, '');
}
