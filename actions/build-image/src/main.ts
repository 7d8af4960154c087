import { runAction } from '@slipway/action-kit';
import { buildImage } from './build-image.ts';
import { readInputs, refused } from './inputs.ts';
import { reasons } from './reasons.ts';
import { report, reportFailure } from './report.ts';

await runAction({ name: 'build-image', readInputs, refused, run: buildImage, report, reportFailure, reasons });
