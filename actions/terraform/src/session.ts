/** What every command stands on: terraform itself, the private folder, and what must not be shown. */
import { randomUUID } from 'node:crypto';
import type { ActionContext } from '@slipway/action-kit';
import {
  createTerraform,
  type Diagnostic,
  declaredSecrets,
  endMarked,
  findTerraform,
  isProgress,
  isSecretName,
  type Message,
  Redactor,
  type Terraform,
  terraformEnvironment,
} from '@slipway/terraform';
import type { Inputs } from './inputs.ts';
import { openRecord, type RunRecord } from './record.ts';

/** @see openSession */
export interface Session {
  readonly inputs: Inputs;
  readonly context: ActionContext;
  readonly terraform: Terraform;
  readonly redactor: Redactor;
  /** What terraform sees. */
  readonly environment: Readonly<Record<string, string>>;
  /** Hides strings in everything from here on, in the runner's log too. */
  learn(secrets: Iterable<string>): void;
  /** Text of terraform's that may be shown: no secrets, no workflow commands. */
  show(text: string): string;
  /** Prints warnings once their secrets are known. */
  warn(diagnostics: readonly Diagnostic[]): void;
}

/** Strings that the runner is told to hide at most: each one costs it a look at every line of the job. */
const mostMasks = 500;

/** Finds terraform and prepares its environment. @throws TerraformError `tool-missing` */
export function openSession(inputs: Inputs, context: ActionContext): Session {
  const all = context.environment.all();
  const mark = randomUUID();
  const path = inputs.terraformPath ?? findTerraform(all['PATH'] ?? '');
  const withhold = inputs.sealKey?.kind === 'passphrase' ? [inputs.sealKey.passphrase] : [];
  const environment = terraformEnvironment(all, { workspace: inputs.workspace, withhold, mark });
  const redactor = new Redactor(inputs.redact);
  const record = openRecord(context, { mark, tool: path, workingDirectory: inputs.workingDirectory, workspace: inputs.workspace });
  const show = (text: string) => breakCommands(redactor.text(text));
  const session: Session = {
    inputs,
    context,
    redactor,
    environment,
    show,
    terraform: createTerraform({
      run: context.runProcess,
      path,
      workingDirectory: inputs.workingDirectory,
      folder: context.files.folder(),
      sleep: context.clock.sleep,
      environment,
      signal: context.signal,
      onMessage: (message) => printProgress(message, context, show),
      ...hooks(record, mark),
    }),
    learn(secrets) {
      const list = [...secrets];
      redactor.add(list);
      for (const secret of list.slice(0, mostMasks)) context.masks.add(secret);
    },
    warn: (diagnostics) => warnOf(diagnostics, context, show),
  };
  session.learn(secretsBefore(inputs, environment));
  return session;
}

function hooks(record: RunRecord, mark: string) {
  return {
    onStart: (pid: number) => record.started(pid),
    onEnd: (clean: boolean) => {
      endMarked(mark);
      record.ended(clean);
    },
  };
}

function secretsBefore(inputs: Inputs, environment: Readonly<Record<string, string>>): Set<string> {
  const { workingDirectory, variableFiles, variables } = inputs;
  const found = declaredSecrets({ workingDirectory, variableFiles, variables, environment });
  for (const [name, value] of Object.entries(inputs.backendConfig ?? {}))
    if (typeof value === 'string' && isSecretName(name) && value.length >= 4) found.add(value);
  return found;
}

function printProgress(message: Message, context: ActionContext, show: (text: string) => string): void {
  if (isProgress(message)) context.log.info(show(message.text));
}

function warnOf(diagnostics: readonly Diagnostic[], context: ActionContext, show: (text: string) => string): void {
  for (const { severity, summary, detail } of diagnostics) if (severity === 'warning') context.log.warning(show(`${summary}\n${detail}`.trim()));
}

/** The runner takes `##[` for a command anywhere in a line, and `::` at its start (actions/runner, ActionCommand). */
function breakCommands(text: string): string {
  return text.replaceAll('##[', '##\u200b[').replace(/^(\s*)::/gm, '$1\u200b::');
}
