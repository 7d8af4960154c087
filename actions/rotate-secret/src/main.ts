import { runAction } from '@slipway/action-kit';
import { readInputs } from './inputs.ts';
import { reasons, report, reportFailure } from './report.ts';
import { run } from './rotate.ts';

await runAction({ name: 'rotate-secret', readInputs, run, report, reportFailure, reasons });
