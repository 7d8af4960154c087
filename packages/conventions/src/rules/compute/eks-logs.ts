/** The control plane writes its logs. */
import { readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { eachResource, fine, type Rule } from '../../rule.ts';
import { mediationItem } from '../documents.ts';

const attribute = 'enabled_cluster_log_types';

/** Any type of log passes where no profile names some. */
export const eksLogs: Rule = {
  id: 'eks-logs',
  what: 'EKS clusters write the logs of their control plane',
  why: [mediationItem('CloudWatch cluster logging'), { document: 'system-design-2', sentence: 'All application logs emitted are captured by CloudWatch.' }],
  severity: 'error',
  profiles: ['mz', 'sysdesign2', 'strict'],
  remedy: 'enabled_cluster_log_types = ["api", "audit", "authenticator"]',
  fails: 'enabled_cluster_log_types = []',
  parameters: {
    types: {
      kind: 'list',
      title: 'types of logs that have to be on; without them, any type',
      byProfile: { strict: ['api', 'audit', 'authenticator'] },
      fallback: [],
    },
  },
  reads: { aws_eks_cluster: [attribute] },
  judge: eachResource(['aws_eks_cluster'], (resource, _world, { types }) => {
    const evidence = showValue(resource, [attribute]);
    const elements = readBlocks(resource, [attribute]);
    if (elements === 'unknown') return [uncertain(`${attribute} is known after apply`, evidence)];
    const readings = elements.map((path) => readText(resource, path)).filter(({ state }) => state !== 'absent');
    if (readings.length === 0) return [failing('the control plane writes no logs', evidence)];
    const missing = (Array.isArray(types) ? types.map(String) : []).filter((type) => !readings.some(({ text }) => text === type));
    if (missing.length === 0) return [fine];
    const message = `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not among the logs of the control plane`;
    const open = readings.filter(({ state }) => state === 'unknown').length >= missing.length;
    return [open ? uncertain(`${message} that the plan can tell`, evidence) : failing(message, evidence)];
  }),
};
