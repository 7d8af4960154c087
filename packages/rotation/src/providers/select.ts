/** From the rotation file's words to a provider. */
import type { ProviderConfig } from '../config/config.ts';
import { jsonFieldProvider } from './json-field.ts';
import type { Provider } from './provider.ts';
import { randomProvider } from './random.ts';

/** The provider that an entry of the rotation file asks for. */
export function providerOf(config: ProviderConfig): Provider {
  return config.type === 'random' ? randomProvider(config.options) : jsonFieldProvider(config.options);
}
