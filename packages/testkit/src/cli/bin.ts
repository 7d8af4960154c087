#!/usr/bin/env node
/** The program `slipway-testkit`. */
import { fileURLToPath } from 'node:url';
import { runCommand } from './main.ts';

process.exitCode = await runCommand({
  arguments: process.argv.slice(2),
  environment: process.env,
  folder: process.cwd(),
  program: { file: fileURLToPath(import.meta.url), flags: process.execArgv },
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  onEnd(work) {
    process.on('SIGTERM', work).on('SIGINT', work);
    return () => process.off('SIGTERM', work).off('SIGINT', work);
  },
});
