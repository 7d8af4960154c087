/** The namespace has to be there before anything is written, unless it may be made. */
import { Failure } from '@slipway/action-kit';
import { KubernetesError } from '@slipway/kubernetes';
import type { Session } from '../session.ts';

/** @throws Failure `namespace-missing`. Whoever may not look is believed. */
export async function checkNamespace({ client, inputs, context }: Session): Promise<void> {
  if (inputs.createNamespace) return;
  try {
    await client.get({ apiVersion: 'v1', plural: 'namespaces' }, '', inputs.namespace, context.signal);
  } catch (error) {
    if (!(error instanceof KubernetesError) || error.code === 'access-denied') return rethrowOther(error);
    if (error.code !== 'not-found') throw error;
    throw new Failure({
      what: `there is no namespace ${inputs.namespace}`,
      reason: 'namespace-missing',
      why: [error.message],
      remedy: `Make it in this step (create-namespace: true), or before: kubectl create namespace ${inputs.namespace}`,
      cause: error,
    });
  }
}

function rethrowOther(error: unknown): void {
  if (!(error instanceof KubernetesError)) throw error;
}
