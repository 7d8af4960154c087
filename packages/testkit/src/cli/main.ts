/** The command line as a function. */
import { parseArguments, usage } from './arguments.ts';
import { CommandError, type CommandIo } from './io.ts';
import { log, stop } from './stop.ts';

/** @returns the exit code: 0, 1 when it did not work, 2 when the arguments are wrong */
export async function runCommand(io: CommandIo): Promise<number> {
  const command = parseArguments(io.arguments);
  if (command === 'help') {
    io.say(usage);
    return 0;
  }
  if ('mistakes' in command) {
    for (const mistake of command.mistakes) io.complain(`slipway-testkit: ${mistake}`);
    io.complain('See slipway-testkit --help');
    return 2;
  }
  try {
    // What plays the services is loaded only where it is played: log and stop answer at once.
    if (command.name === 'run') return await (await import('./run.ts')).run(command, io);
    if (command.name === 'start') return await (await import('./start.ts')).start(command, io);
    return command.name === 'stop' ? await stop(io) : await log(command, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.complain(`slipway-testkit: ${error.message}`);
    return 1;
  }
}
