/** The sentences of the documents that more than one rule of this area stands on. */
import type { Source } from '../../rule.ts';

/** Security Hub and what it draws on. */
export const bankPosture: Source = {
  document: 'banklitex-deployment-guideline',
  sentence:
    'the general security posture is managed using AWS Security Hub using aggregation from the whole account structure and enabling broad range of tooling and services like GuardDuty, Config, Inspector.',
};

/** Scans of images. */
export const bankScans: Source = {
  document: 'banklitex-deployment-guideline',
  sentence: 'Vulnerabilities protections are enabled by integration with AWS Inspector scans and reporting.',
};
