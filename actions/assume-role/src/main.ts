import { runAction } from '@slipway/action-kit';
import { assumeRole } from './assume-role.ts';
import { readInputs, refused } from './inputs.ts';
import { reasons, report, reportFailure } from './report.ts';

await runAction({ name: 'assume-role', readInputs, refused, run: assumeRole, report, reportFailure, reasons });
