/** Inputs of docker/build-push-action that have another form here, or none. */

/** Input → the way here, in words. */
export const refused: Readonly<Record<string, string>> = {
  context: '`source`',
  'cache-from': '`cache`',
  'cache-to': '`cache`',
  secrets: '`build-secrets` (a map name → value)',
  'secret-files': '`build-secrets` with `{ file: path }`',
  'secret-envs': '`build-secrets` with `{ env: NAME }`',
  outputs: '`push: false`, which writes an OCI archive (output archive-path)',
  load: '`push: false` and the output archive-path: `docker load` or `skopeo copy` take it from there',
  'no-cache': '`cache: none`',
  'no-cache-filters': '`cache: none`',
  pull: 'nothing: the base image is always looked up anew',
  attests: '`provenance` and `sbom`',
  allow: 'nothing: builds run without entitlements',
  call: 'nothing: lint the Dockerfile in a step of its own',
  'add-hosts': 'nothing: a build that needs hosts of its own is not reproducible',
  'build-contexts-file': '`build-contexts`',
  'cgroup-parent': 'nothing: the runner decides',
  'github-token': 'nothing: give the token to the Dockerfile by `build-secrets`',
  network: 'nothing: the builder decides',
  'shm-size': 'nothing: the builder decides',
  ssh: '`build-secrets` with the key',
  ulimit: 'nothing: the runner decides',
};
