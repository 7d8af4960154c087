import { runAction } from '@slipway/action-kit';
import { checkConventions } from './check-conventions.ts';
import { readInputs, refused } from './inputs.ts';
import { reasons, report, reportFailure } from './report.ts';

await runAction({ name: 'check-conventions', readInputs, refused, run: checkConventions, report, reportFailure, reasons });
