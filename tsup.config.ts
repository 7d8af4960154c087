import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { plainBuiltins } from './scripts/bundle/plain-builtins.ts';

/** SLIPWAY_ONLY=scan-gate,terraform bundles just these, SLIPWAY_DIST puts them elsewhere: for work on one action. */
const only = process.env['SLIPWAY_ONLY']?.split(',');
const files = globSync('actions/*/src/{main,post,bin-*}.ts').filter((file) => !only || only.includes(file.split('/')[1] ?? ''));
const nameOf = (file: string) => {
  const [, action = '', , base = ''] = file.replace(/\.ts$/, '').split('/');
  return base === 'main' ? action : base === 'post' ? `${action}-post` : base.replace(/^bin-/, '');
};
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
  entry: Object.fromEntries(files.sort().map((file) => [nameOf(file), file])),
  outDir: process.env['SLIPWAY_DIST'] ?? 'dist',
  clean: true,
  format: 'esm',
  target: 'node24',
  platform: 'node',
  splitting: true,
  minify: false,
  sourcemap: false,
  removeNodeProtocol: false,
  dts: false,
  noExternal: [/.*/],
  define: { SLIPWAY_VERSION: JSON.stringify(version) },
  esbuildPlugins: [plainBuiltins],
  esbuildOptions(options) {
    options.conditions = ['slipway-source', 'module', 'import', 'node'];
    options.legalComments = 'none';
    options.alias = {
      '@actions/http-client/lib/auth': './scripts/bundle/no-http-client.ts',
      '@actions/http-client': './scripts/bundle/no-http-client.ts',
    };
    // CommonJS in the bundles requires nothing but Node's own modules; `createRequire` would be loaded and called by each file.
    options.banner = { js: "const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();" };
  },
});
