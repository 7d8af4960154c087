/** A token in a file: what Kubernetes mounts for IRSA, or what a step before wrote. */
import { readFile } from 'node:fs/promises';
import { IdentityError } from './errors.ts';

/**
 * The JWT in a file. Read it anew for each login: its writer replaces it before it ends.
 * @throws IdentityError `credentials-missing`
 */
export async function tokenFromFile(path: string, read: (path: string) => Promise<string> = readText): Promise<string> {
  const token = (await read(path).catch((error: unknown) => refuse(path, describe(error), error))).trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) refuse(path, token === '' ? 'it is empty' : 'it holds no JWT');
  return token;
}

/** A file's text. */
export function readText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : (code ?? message);
}

function refuse(path: string, why: string, cause?: unknown): never {
  throw new IdentityError({
    code: 'credentials-missing',
    message: `no identity token in ${path}: ${why}`,
    hint: `${path}: ${why}\nCheck that the token is mounted into the runner (its service account), and that the path is right.`,
    cause,
  });
}
