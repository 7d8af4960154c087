/** Rendered Kubernetes manifests. */
import type { Rule } from '../../rule.ts';
import { meshMtls } from './mesh-mtls.ts';
import { podSecretRefs } from './pod-secret-refs.ts';
import { pvMount } from './pv-mount.ts';

/** The rules of this area. */
export const workloadRules: readonly Rule[] = [meshMtls, podSecretRefs, pvMount];
