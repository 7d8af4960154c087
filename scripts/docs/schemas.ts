/** The published JSON Schemas: which package owns which file format, and the text of schemas/<word>.json. */

/** File name (the word of the contract) → the package that owns the format, and its export. */
export const schemaSources: Readonly<Record<string, { readonly from: () => Promise<object>; readonly name: string }>> = {
  conventions: { from: () => import('@slipway/conventions'), name: 'conventionsSchema' },
  'egress-rows': { from: () => import('@slipway/egress'), name: 'egressRowsSchema' },
  rotation: { from: () => import('@slipway/rotation'), name: 'rotationSchema' },
  'scan-policy': { from: () => import('@slipway/gate'), name: 'scanPolicySchema' },
  testkit: { from: () => import('@slipway/testkit'), name: 'testkitSchema' },
  waivers: { from: () => import('@slipway/conventions'), name: 'waiversSchema' },
};

/** Path from the root → text, for each format whose package exports its schema. */
export async function schemaFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [word, source] of Object.entries(schemaSources)) {
    const exported = ((await source.from()) as Record<string, unknown>)[source.name];
    // A large one is made when it is asked for.
    const schema: unknown = typeof exported === 'function' ? exported() : exported;
    if (typeof schema !== 'object' || schema === null) throw new Error(`${source.name} is not exported by the package that owns ${word}`);
    const head = { $schema: 'http://json-schema.org/draft-07/schema#', title: `Slipway: ${word}` };
    files.set(`schemas/${word}.json`, `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`);
  }
  return files;
}
