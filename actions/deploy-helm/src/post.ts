/** After the job: ends a Helm that a killed step has left, marks the revision in work as failed, removes the step's folder. */
import { rmSync } from 'node:fs';
import { systemClock } from '@slipway/action-kit';
import { runPost } from '@slipway/action-kit/post';
import { cleanUp } from './clean-up.ts';
import { stateNames } from './step-state.ts';

await runPost('deploy-helm', async (context) => {
  const folder = context.state(stateNames.folder);
  if (!folder) return;
  try {
    if (context.state(stateNames.over) !== 'true') await cleanUp({ ...context, clock: systemClock }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
