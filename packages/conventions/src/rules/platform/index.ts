/** The plan as a whole: providers, modules, tags, drift. */
import type { Rule } from '../../rule.ts';
import { helmPlatform } from './helm-platform.ts';
import { iacDrift } from './iac-drift.ts';
import { modulePinned } from './module-pinned.ts';
import { regionAllowed } from './region-allowed.ts';
import { servicesAllowed } from './services-allowed.ts';
import { tagsRequired } from './tags-required.ts';
import { workspaceEnv } from './workspace-env.ts';

/** The rules of this area. */
export const platformRules: readonly Rule[] = [workspaceEnv, regionAllowed, tagsRequired, modulePinned, servicesAllowed, iacDrift, helmPlatform];
