/**
 * Preloaded into a measured run: notes how much memory and processor time it took and, where SLIPWAY_PROBE_LOADS is set, which
 * files it loaded. Started by measure.ts.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const file = process.env.SLIPWAY_PROBE;
if (file) {
  const loaded = [];
  // Hooks slow the loader down, so that runs are timed without them.
  if (process.env.SLIPWAY_PROBE_LOADS) {
    registerHooks({
      load(url, context, next) {
        loaded.push(url);
        return next(url, context);
      },
    });
  }
  process.on('exit', () => {
    const { maxRSS: maxRssKiB, userCPUTime, systemCPUTime } = process.resourceUsage();
    const line = `${JSON.stringify({ maxRssKiB, cpuMs: (userCPUTime + systemCPUTime) / 1000, loaded })}\n`;
    try {
      appendFileSync(file, line);
    } catch {
      writeFileSync(2, 'the probe could not write its file\n');
    }
  });
}
