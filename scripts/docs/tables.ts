/** The generated tables, as Markdown. Pure. */
import type { ActionFile } from './action-file.ts';

/** `| input | default | meaning |`, in the order of action.yml. */
export function inputsTable(action: ActionFile): string {
  const rows = action.inputs.map((input) => [code(input.name), input.required ? 'required' : input.default ? code(input.default) : '–', input.description]);
  return table(['input', 'default', 'meaning'], rows);
}

/** `| output | meaning |`, in the order of action.yml. */
export function outputsTable(action: ActionFile): string {
  return table(
    ['output', 'meaning'],
    action.outputs.map((output) => [code(output.name), output.description]),
  );
}

/** `| action | what it does |`, with links to the folders. */
export function actionsTable(actions: readonly ActionFile[]): string {
  return table(
    ['action', 'what it does'],
    actions.map((action) => [`[${action.folder}](actions/${action.folder}/README.md)`, action.description]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(oneLine).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Text for a cell: on one line, and a bar in it is no border. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

/** A default may hold several lines (`${{ }}` never does): shown on one. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
