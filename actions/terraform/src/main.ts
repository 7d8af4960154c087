/** terraform: plan, apply, verify. */
import { runAction } from '@slipway/action-kit';
import { readInputs, refused } from './inputs.ts';
import { report, reportFailure } from './report.ts';
import { reasons } from './result.ts';
import { run } from './terraform.ts';

await runAction({ name: 'terraform', readInputs, refused, run, report, reportFailure, reasons });
