/** Quoting the documents where they write lists instead of sentences. */
import type { Source } from '../rule.ts';

/** An item of the resources that the MediationZone templates set up. */
export function mediationItem(name: string): Source {
  return { document: 'mediationzone-on-aws', sentence: `The default configuration of these templates setup the following resources … ${name}` };
}
