/**
 * The docker credential helper: `docker-credential-slipway get|list|store|erase|version`, the host on stdin, the login on
 * stdout. The password is minted when it is asked for, from the credentials of whoever asks; it is never kept.
 */
import { text } from 'node:stream/consumers';
import { readEnvironment, systemClock } from '@slipway/action-kit';
import { answerDocker } from './credential-helper.ts';

// Whoever asked has gone: nothing is left to say.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});
const answer = await answerDocker(process.argv[2] ?? '', () => text(process.stdin), { environment: readEnvironment(), clock: systemClock });
process.stdout.write(answer.stdout);
process.stderr.write(answer.stderr);
process.exitCode = answer.exitCode;
// Nothing else lets go of a credential process that hangs, or of a stdin that stays open.
if (answer.timedOut) process.kill(process.pid, 'SIGTERM');
