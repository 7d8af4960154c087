/** What a rotation file says, typed. */
import type { JsonFieldOptions } from '../providers/json-field.ts';
import type { RandomOptions } from '../providers/random.ts';
import type { Shape } from '../shapes.ts';

/** A place in the file. `at` is where in a pair: its key or its value. */
export type Locate = (path: readonly (string | number)[], at?: 'key' | 'value') => { file: string; line: number; column: number };

/** A mistake with its place. */
export interface RotationMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** The provider of an entry, with its options. */
export type ProviderConfig = { readonly type: 'random'; readonly options: RandomOptions } | { readonly type: 'json-field'; readonly options: JsonFieldOptions };

/** Where a secret lies. */
export interface TargetConfig {
  readonly roleToAssume?: string;
  readonly region?: string;
  readonly secretId: string;
}

/** One entry; durations in milliseconds. */
export interface SecretConfig {
  readonly name: string;
  readonly provider: ProviderConfig;
  readonly shape: Shape;
  readonly grace: number;
  readonly pendingTtl: number;
  readonly every?: number;
  readonly targets: readonly TargetConfig[];
}
