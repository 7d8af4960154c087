/** Reads what an action told the runner: workflow commands on stdout, and the files behind GITHUB_OUTPUT and the rest. */

/** An annotation as GitHub would show it. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The annotations and masks of a step's stdout. */
export function parseCommands(stdout: string): { annotations: Annotation[]; masks: string[] } {
  const annotations: Annotation[] = [];
  const masks: string[] = [];
  for (const line of stdout.split(/\r?\n/)) {
    const match = /^::([\w-]+)(?: ([^:]*(?:%3A[^:]*)*))?::(.*)$/.exec(line);
    if (!match) continue;
    const [, name = '', properties = '', data = ''] = match;
    if (name === 'add-mask') masks.push(unescapeData(data));
    if (name === 'error' || name === 'warning' || name === 'notice') annotations.push(annotation(name, properties, data));
  }
  return { annotations, masks };
}

function annotation(kind: Annotation['kind'], properties: string, data: string): Annotation {
  const values = Object.fromEntries(
    properties
      .split(',')
      .filter(Boolean)
      .map((part) => [
        part.slice(0, part.indexOf('=')).trim(),
        unescapeData(part.slice(part.indexOf('=') + 1))
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ','),
      ]),
  );
  return {
    kind,
    message: unescapeData(data),
    ...(values['title'] ? { title: values['title'] } : {}),
    ...(values['file'] ? { file: values['file'] } : {}),
    ...(values['line'] ? { line: Number(values['line']) } : {}),
    ...(values['col'] ? { column: Number(values['col']) } : {}),
  };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** `name=value` lines and `name<<delimiter` blocks; the last value of a name counts. */
export function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block) {
      const [, name = '', delimiter = ''] = block;
      const end = lines.indexOf(delimiter, index + 1);
      if (end < 0) throw new Error(`the block of ${name} has no end`);
      values[name] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return values;
}
