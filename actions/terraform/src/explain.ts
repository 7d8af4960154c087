/** Terraform's errors as failures that people can act on, without secrets. */
import { isAbsolute, join } from 'node:path';
import { Failure, type Fault, toFailure } from '@slipway/action-kit';
import { CommandFailure, type Diagnostic } from '@slipway/terraform';
import { under } from './places.ts';
import { reasons } from './result.ts';
import type { Session } from './session.ts';

/** Terraform's whole list of errors can be hundreds; these many are shown. */
const mostErrors = 50;

/** @param error whatever a command threw */
export function explain(error: unknown, session: Session): Failure {
  const what = `terraform ${session.inputs.command} failed`;
  if (!(error instanceof CommandFailure)) return toFailure(error, what, reasons);
  const errors = distinct(error.diagnostics.filter(({ severity }) => severity === 'error')).slice(0, mostErrors);
  const wrongFile = errors.some(({ file }) => file !== undefined && session.inputs.variableFiles.includes(file));
  return new Failure({
    what,
    reason: wrongFile ? 'invalid-file' : error.code,
    why: [session.show(error.message)],
    faults: error.lock ? [] : errors.map((diagnostic) => faultOf(diagnostic, session)),
    remedy: session.show(error.hint),
  });
}

function faultOf({ summary, detail, address, file, line, column }: Diagnostic, { inputs, context, show }: Session): Fault {
  const pathOf = (name: string) => (isAbsolute(name) ? under(context.github.workspace, name) : join(inputs.workingDirectoryName, name));
  const place: Omit<Fault, 'text'> = file === undefined ? {} : { file: pathOf(file), ...(line ? { line } : {}), ...(column ? { column } : {}) };
  const where = file === undefined ? '' : ` (${place.file}${line ? `:${line}` : ''})`;
  const text = [`${address ? `${address}: ` : ''}${summary}${where}`, detail].filter(Boolean).join('\n');
  return { text: show(text), ...place };
}

/** Terraform repeats an error for every pass that meets it. */
function distinct(errors: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
