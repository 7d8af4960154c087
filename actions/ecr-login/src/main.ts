import { runAction } from '@slipway/action-kit';
import { loginToEcr } from './ecr-login.ts';
import { readInputs, refused } from './inputs.ts';
import { reasons, report, reportFailure } from './report.ts';

await runAction({ name: 'ecr-login', readInputs, refused, run: loginToEcr, report, reportFailure, reasons });
