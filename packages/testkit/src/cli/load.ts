/** Reads the file of `--config`, and tells its mistakes where a person finds them. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { renderMistake } from '@slipway/action-kit/source-file';
import { emptyKitFile, type KitFile, readKitFile } from '../config-file/index.ts';
import { CommandError, type CommandIo } from './io.ts';

/** @throws CommandError that lists every mistake as `file:line:column code message` */
export function loadKitFile(path: string | undefined, io: CommandIo): KitFile {
  if (path === undefined) return emptyKitFile;
  const file = resolve(io.folder, path);
  const beside = (named: string) => resolve(dirname(file), named);
  const reading = readKitFile(readText(file, path), path, (named) => readFileSync(beside(named), 'utf8'));
  if ('file' in reading) return reading.file;
  const mistakes = reading.mistakes.map((mistake) => ({ ...mistake, file: mistake.file === path ? path : shown(beside(mistake.file), io.folder) }));
  // On a runner each mistake becomes an annotation on its line.
  if (io.environment['GITHUB_ACTIONS'] === 'true') {
    for (const { file: name, line, column, code, message } of mistakes.slice(0, 10)) {
      io.say(`::error file=${escapeCommand(name)},line=${line},col=${column}::${escapeCommand(`${code} ${message}`)}`);
    }
  }
  throw new CommandError(`${path} has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map(renderMistake).join('\n')}`);
}

function readText(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`--config ${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function shown(file: string, folder: string): string {
  const path = relative(folder, file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}

/** Workflow commands end at a line break, their properties at a comma or colon. */
function escapeCommand(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
