import { runAction } from '@slipway/action-kit';
import { readInputs } from './inputs.ts';
import { reasons, report, reportFailure } from './report.ts';
import { seedEgress } from './seed-egress.ts';

await runAction({ name: 'seed-egress', readInputs, run: seedEgress, report, reportFailure, reasons });
