/**
 * `credential_process` of a profile that `delivery: refresh` made: prints keys for whoever asks. Kept keys cost two small files;
 * everything that can log in is loaded only when new ones are due.
 */
import { keptAnswer } from './refresh/process-answer.ts';

const planFile = process.argv[2] ?? '';
const { stdout, stderr, exitCode } = keptAnswer(planFile, Date.now()) ?? (await renewedAnswer());
// Whoever asked may be gone.
process.stdout.on('error', () => {});
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = exitCode;

async function renewedAnswer() {
  const { renewOnSystem } = await import('./refresh/renew-on-system.ts');
  return renewOnSystem(planFile);
}
