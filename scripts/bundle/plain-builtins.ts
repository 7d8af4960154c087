/**
 * Built-in modules for the bundles, without their lazy parts. An ES module import of one runs every getter that it has: `http` loads
 * undici so, for WebSocket (8 ms of a 100 ms login on Node 24); `fs` its streams and promises, and with them the history of the REPL;
 * `crypto` its web form. `process.getBuiltinModule` runs none.
 */
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

const names = /^(?:node:)?(http|fs|crypto)$/;
/** Another library keeps node's `fs` and `crypto`: what it wants of their lazy parts would else be loaded by everybody who shares ours. */
const importers = /[\\/](?:packages|actions)[\\/][^\\/]+[\\/]src[\\/]|[\\/]@actions[\\/]core[\\/]/;
/** What is used of `http`. A dynamic import makes every name of its module a used one, so it must not have the getters that load undici. */
const ofHttp = ['Agent', 'ClientRequest', 'IncomingMessage', 'METHODS', 'STATUS_CODES', 'Server', 'createServer', 'get', 'globalAgent', 'request'];
/** Parts of @actions/core that nobody here uses: a summary of its own, and a look at the platform by way of @actions/exec. */
const unused = /^\.\/(summary|platform)\.js$/;

/** The esbuild plugin. */
export const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  setup(build) {
    build.onResolve({ filter: names }, ({ path, kind, importer }) => {
      const name = names.exec(path)?.[1] ?? '';
      if (kind.startsWith('require') || !(name === 'http' || (kind === 'import-statement' && importers.test(importer)))) return undefined;
      return { path: name, namespace: 'plain-builtin', sideEffects: false };
    });
    build.onLoad({ filter: /.*/, namespace: 'plain-builtin' }, ({ path }) => ({ contents: plainModule(path) }));
    build.onResolve({ filter: unused }, ({ path, importer }) =>
      /[\\/]@actions[\\/]core[\\/]/.test(importer) ? { path, namespace: 'unused-part', sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'unused-part' }, () => ({ contents: 'export const summary = undefined, markdownSummary = undefined;' }));
  },
};

/** Each name stands alone, so that the bundler drops those that nobody imports: the bytes are the same on every system. */
function plainModule(name: string): string {
  const keys = name === 'http' ? ofHttp : Object.keys(process.getBuiltinModule(name) as object).filter((key) => /^\w+$/.test(key) && key !== 'default');
  const parts = keys.toSorted().map((key) => `export const ${key} = /* @__PURE__ */ (() => whole.${key})();`);
  return [`const whole = /* @__PURE__ */ process.getBuiltinModule('node:${name}');`, ...parts, 'export default whole;'].join('\n');
}
