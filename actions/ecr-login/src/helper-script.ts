/** The program that docker and its kin call for a password: sh that starts the runner's own node. Pure. */

/** What stands in `credHelpers`. */
export const helperName = 'slipway';
/** What docker looks for on PATH. */
export const helperProgram = `docker-credential-${helperName}`;

/** @param node absolute path of node @param file absolute path of the bundled helper */
export function helperScript(node: string, file: string): string {
  return `#!/bin/sh\nexec ${quote(node)} ${quote(file)} "$@"\n`;
}

/** One word for sh, whatever is in it. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
