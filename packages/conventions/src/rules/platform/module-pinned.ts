/** Modules of a registry are taken at an exact version. */
import type { ConfiguredModule, ModuleCall } from '@slipway/terraform/plan';
import { failing } from '../../plan-facts/flags.ts';
import { type Fact, fine, type Judgement, type Rule } from '../../rule.ts';

/** `[host/]namespace/name/provider` (Terraform, "Module Sources"). */
const registry = /^(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/;
const vcs = /^(?:github\.com|bitbucket\.org)\//;
const exact = /^=?\s*v?\d+(?:\.\d+){0,2}(?:[-+][\w.+-]+)?$/;

/** Folders and repositories have no version to constrain. */
export const modulePinned: Rule = {
  id: 'module-pinned',
  what: 'modules of a registry are taken at an exact version',
  why: [{ document: 'banklitex-deployment-guideline', sentence: 'source  = "spacelift.io/gft-blx/skeleton-networking/aws" … version = "1.1.9"' }],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'module "network" {\n  source  = "spacelift.io/gft-blx/skeleton-networking/aws"\n  version = "1.1.9"\n}',
  fails: 'module "network" {\n  source  = "spacelift.io/gft-blx/skeleton-networking/aws"\n  version = "~> 1.1"\n}',
  reads: { '*': [] },
  judge: (world) => judgeCalls(world.plan.configuration, ''),
};

function judgeCalls(module: ConfiguredModule, parent: string): Judgement[] {
  return [...module.calls.values()].flatMap((call) => {
    const address = `${parent}module.${call.name}`;
    const own: Judgement[] = registry.test(call.source) && !vcs.test(call.source) ? [{ address, facts: [judgeCall(call)], introduced: true }] : [];
    return [...own, ...judgeCalls(call.module, `${address}.`)];
  });
}

function judgeCall({ source, versionConstraint }: ModuleCall): Fact {
  if (versionConstraint !== undefined && exact.test(versionConstraint.trim())) return fine;
  return failing(`the version is ${versionConstraint ?? 'not set'}; want an exact one`, `source = ${source}`);
}
