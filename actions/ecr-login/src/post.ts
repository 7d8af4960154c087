/** Puts back the job's docker configuration and removes the login. */
import { rmSync } from 'node:fs';
import { runPost } from '@slipway/action-kit/post';

await runPost('ecr-login', (context) => {
  const folder = context.state('folder');
  if (!folder) return;
  const variables = [
    ['DOCKER_CONFIG', 'docker-config'],
    ['REGISTRY_AUTH_FILE', 'auth-file'],
  ] as const;
  for (const [name, state] of variables) {
    // Somebody who has changed it since wants it so.
    if (context.environment.get(name) === context.state(state)) context.exportVariable(name, context.state(`${state}-before`));
  }
  rmSync(folder, { recursive: true, force: true });
  context.log.info('Removed the registry login.');
});
