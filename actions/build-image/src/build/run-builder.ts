/** Runs a builder's command: every line into the log, the last forty kept for the failure. */
import { type ActionContext, Failure } from '@slipway/action-kit';

/** Lines of a failed build that are shown again at its end. */
const shownLines = 40;

/** One command of a builder. */
export interface BuilderCommand {
  /** What a person calls it. */
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** @throws Failure `build-failed` when it ends with another code than 0 */
export async function runBuilder({ name, ...command }: BuilderCommand, context: ActionContext): Promise<void> {
  const last: string[] = [];
  const onLine = (line: string) => {
    const clean = line.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').trimEnd();
    if (clean === '') return;
    context.log.info(`  ${clean}`);
    last.push(clean);
    if (last.length > shownLines) last.shift();
  };
  const { code } = await context.runProcess({ ...command, signal: context.signal, onLine, keepBytes: 64 * 1024 });
  if (code !== 0)
    throw buildFailed(
      name,
      code,
      last.map((line) => context.masks.scrub(line)),
    );
}

function buildFailed(name: string, code: number, lines: readonly string[]): Failure {
  return new Failure({
    what: `${name} could not build the image`,
    reason: 'build-failed',
    why: [`exit code ${code}; its last lines:`, ...lines],
    remedy: 'Read the last lines above: the Dockerfile step that failed is named there. A failed build is never tried again by itself.',
  });
}
