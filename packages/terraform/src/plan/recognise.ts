/** Tells what a file is that is no plan, and which command makes a plan of it. */
import type { ByteSource } from './byte-source.ts';
import { PlanError } from './plan-error.ts';
import { TextBytes } from './text-bytes.ts';

/** A zip archive's first bytes: the binary plan of `terraform plan -out`. */
const zip = [0x50, 0x4b, 0x03, 0x04];

/** Bytes looked at for the words of Terraform's texts. */
const headBytes = 64 * 1024;

/** Refuses files that are plainly something else. */
export function refuseOtherFiles(source: ByteSource): void {
  if (source.size === 0) throw new PlanError({ message: 'byte 0: the file is empty', offset: 0 });
  const head = source.read(0, 4);
  if (zip.every((byte, index) => head[index] === byte)) {
    throw new PlanError({
      message: 'byte 0: this is the binary plan of `terraform plan -out`, not its JSON',
      hint: 'Turn it into JSON first: terraform show -json plan.bin > plan.json',
      offset: 0,
    });
  }
  const text = Buffer.from(new TextBytes(source).next() ?? new Uint8Array())
    .subarray(0, headBytes)
    .toString('utf8');
  const first = text.trimStart();
  if (first.startsWith('{')) {
    refuseLog(first);
    return;
  }
  if (first === '') throw new PlanError({ message: `byte ${source.size}: the file holds only blanks`, offset: source.size });
  const offset = Buffer.byteLength(text.slice(0, text.length - first.length));
  throw new PlanError(
    looksLikeText(first)
      ? {
          message: `byte ${offset}: this is what \`terraform plan\` or \`terraform show\` prints for people, not JSON`,
          hint: 'Take the JSON of the saved plan: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json',
          offset,
        }
      : { message: `byte ${offset}: got ${JSON.stringify(first.slice(0, 1))}; want the map of a plan in JSON`, offset },
  );
}

function refuseLog(first: string): void {
  if (!/^\{\s*"@(level|message|module|timestamp)"/.test(first)) return;
  throw new PlanError({
    message: 'byte 0: this is the log of `terraform plan -json` (a message a line), not the plan',
    hint: 'Save the plan, then show it: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json',
    offset: 0,
  });
}

function looksLikeText(first: string): boolean {
  return /Terraform (used|will|has|planned)|OpenTofu (used|will|has)|No changes\.|^\s*# [\w.[\]"-]+ (will|must|has)|Plan: \d+ to add|Error: |\u001b\[/m.test(
    first,
  );
}

/** Refuses JSON that is something else of Terraform's. @param keys the top-level keys */
export function refuseOtherJson(keys: ReadonlySet<string>): void {
  if (keys.has('lineage') || (keys.has('serial') && keys.has('version'))) {
    throw new PlanError({ message: 'this is a Terraform state file, not a plan' });
  }
  if (!keys.has('format_version')) throw new PlanError({ message: 'this is JSON, but not a plan: it has no format_version' });
  if (keys.has('values') && !keys.has('planned_values') && !keys.has('resource_changes')) {
    throw new PlanError({ message: 'this is the JSON of a state (`terraform show -json` without a plan), not of a plan' });
  }
  if (!keys.has('resource_changes') && !keys.has('planned_values')) {
    throw new PlanError({ message: 'this is JSON with a format_version, but not a plan: it has neither resource_changes nor planned_values' });
  }
}
