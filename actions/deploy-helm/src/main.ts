import { runAction } from '@slipway/action-kit';
import { deployHelm } from './deploy-helm.ts';
import { readInputs, refused } from './inputs.ts';
import { reasons } from './reasons.ts';
import { report, reportFailure } from './report.ts';

await runAction({ name: 'deploy-helm', readInputs, refused, run: deployHelm, report, reportFailure, reasons });
