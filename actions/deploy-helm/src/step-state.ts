/** What `post` needs should this step be killed: where the kubeconfig is, and which revisions were there before. */
import { rmSync } from 'node:fs';
import type { ActionContext } from '@slipway/action-kit';
import type { Revision } from '@slipway/kubernetes';
import type { Session } from './session.ts';

/** Names of the facts in the runner's state. */
export const stateNames = { folder: 'folder', kubeconfig: 'kubeconfig', namespace: 'namespace', release: 'release', before: 'before', over: 'over' } as const;

/** Keeps the facts and the folder for `post`. Called before Helm writes anything. */
export function rememberStep({ context, cluster, inputs }: Session, history: readonly Revision[]): void {
  context.files.keep();
  context.saveState(stateNames.folder, context.files.folder());
  context.saveState(stateNames.kubeconfig, cluster.kubeconfig);
  context.saveState(stateNames.namespace, inputs.namespace);
  context.saveState(stateNames.release, inputs.release);
  context.saveState(stateNames.before, String(history.at(-1)?.number ?? 0));
}

/** Nothing is left to put right: the folder with token and kubeconfig goes at once, and `post` has nothing to do. */
export function forgetStep(context: ActionContext): void {
  context.saveState(stateNames.over, 'true');
  rmSync(context.files.folder(), { recursive: true, force: true });
}
