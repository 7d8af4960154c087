/** Preloaded into a measured run: notes which bundled files it loads and how much memory it took. Started by measure.ts. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const file = process.env.SLIPWAY_PROBE;
if (file) {
  const loaded = [];
  registerHooks({
    load(url, context, next) {
      loaded.push(url);
      return next(url, context);
    },
  });
  process.on('exit', () => {
    const line = `${JSON.stringify({ maxRssKiB: process.resourceUsage().maxRSS, loaded })}\n`;
    try {
      appendFileSync(file, line);
    } catch {
      writeFileSync(2, 'the probe could not write its file\n');
    }
  });
}
