import { runAction } from '@slipway/action-kit';
import { readInputs, refused } from './inputs.ts';
import { reasons, report, reportFailure } from './report.ts';
import { runScanGate } from './scan-gate.ts';

await runAction({ name: 'scan-gate', readInputs, refused, run: runScanGate, report, reportFailure, reasons });
