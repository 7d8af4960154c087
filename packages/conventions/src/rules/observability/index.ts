/** Logs, trails, alarms and scans. */
import type { Rule } from '../../rule.ts';
import { alarms } from './alarms.ts';
import { appLogs } from './app-logs.ts';
import { cloudtrail } from './cloudtrail.ts';
import { codebuildSpec } from './codebuild-spec.ts';
import { ecrScan } from './ecr-scan.ts';
import { inspector } from './inspector.ts';
import { securityServices } from './security-services.ts';

/** The rules of this area. */
export const observabilityRules: readonly Rule[] = [appLogs, cloudtrail, securityServices, inspector, alarms, ecrScan, codebuildSpec];
