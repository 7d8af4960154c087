/**
 * The runner's side of the wire: workflow commands and the files behind GITHUB_OUTPUT, GITHUB_ENV, GITHUB_PATH,
 * GITHUB_STATE and GITHUB_STEP_SUMMARY. The only file that knows `@actions/core`.
 */
import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { Environment } from './environment.ts';
import { cutToBytes } from './markdown.ts';

/** Where an annotation points. */
export interface Place {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What an action can tell the runner. */
export interface Runner {
  print(line: string): void;
  debug(line: string): void;
  command(kind: 'error' | 'warning' | 'notice', text: string, place?: Place): void;
  startGroup(title: string): void;
  endGroup(): void;
  mask(form: string): void;
  output(name: string, value: string): void;
  exportVariable(name: string, value: string): void;
  addPath(folder: string): void;
  saveState(name: string, value: string): void;
  state(name: string): string;
  summary(markdown: string): void;
}

/** A step's summary may hold 1 MiB (GitHub, "Adding a job summary"); more is dropped as a whole, so we cut. */
const summaryBytes = 1024 * 1024 - 1024;

const annotate = { error: core.error, warning: core.warning, notice: core.notice };

/** The real runner. */
export function actionsRunner(environment: Environment): Runner {
  return {
    print: (line) => core.info(breakCommands(line)),
    debug: (line) => core.debug(line),
    command: (kind, text, place) => annotate[kind](text, properties(place)),
    startGroup: (title) => core.startGroup(title),
    endGroup: () => core.endGroup(),
    mask: (form) => core.setSecret(form),
    output: (name, value) => core.setOutput(name, value),
    exportVariable: (name, value) => core.exportVariable(name, value),
    addPath: (folder) => core.addPath(folder),
    saveState: (name, value) => core.saveState(name, value),
    state: (name) => core.getState(name),
    summary: (markdown) => {
      const file = environment.get('GITHUB_STEP_SUMMARY');
      if (file) appendFileSync(file, `${cutToBytes(markdown, summaryBytes)}\n`);
    },
  };
}

/**
 * Text from outside must not act as a workflow command: the runner looks for `::` at a line's start and for `##[` anywhere
 * in it (actions/runner, ActionCommand).
 */
export function breakCommands(text: string): string {
  return text.replace(/^(\s*)::/gm, '$1\u200b::').replaceAll('##[', '##\u200b[');
}

function properties(place: Place | undefined): core.AnnotationProperties {
  const result: core.AnnotationProperties = {};
  if (place?.title !== undefined) result.title = place.title;
  if (place?.file !== undefined) result.file = place.file;
  if (place?.line !== undefined) result.startLine = place.line;
  if (place?.column !== undefined) result.startColumn = place.column;
  return result;
}
