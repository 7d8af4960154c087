/** Testkit files: what a kit plays, written by hand. */
export { applyKitFile } from './apply.ts';
export { emptyKitFile, type KitFile } from './kit-file.ts';
export { readKitFile } from './read.ts';
