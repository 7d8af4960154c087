import { type DockerConfig, parseDockerConfig, withHelper, withLogins } from '@slipway/sdk/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const host = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const login = { host, username: 'AWS', password: 'secret' };
const auth = Buffer.from('AWS:secret').toString('base64');

/** What docker asks for a host: the helper, else the store, else the file (docker/cli, config/configfile). */
const sourceOf = (config: DockerConfig, name: string) => config.credHelpers?.[name] ?? config.credsStore ?? (config.auths?.[name] ? 'file' : 'none');

describe('withLogins', () => {
  it.each<[string, DockerConfig]>([
    ['nothing', {}],
    ['a store', { credsStore: 'desktop' }],
    ['a helper for our host', { credHelpers: { [host]: 'ecr-login' } }],
    ['a helper under the URL of our host', { credHelpers: { [`https://${host}`]: 'ecr-login' } }],
    ['an old password under the URL', { auths: { [`https://${host}/v2/`]: { auth: 'b2xk' } } }],
  ])('our password is read over %s', (_name, old) => {
    const config = withLogins(old, [login]);
    expect(sourceOf(config, host)).toBe('file');
    expect(config.auths).toEqual({ [host]: { auth } });
  });

  it('hosts of the store go on being served by it', () => {
    const config = withLogins({ credsStore: 'desktop', auths: { 'ghcr.io': {}, 'docker.io': {} }, credHelpers: { 'docker.io': 'hub' } }, [login]);
    expect(sourceOf(config, 'ghcr.io')).toBe('desktop');
    expect(sourceOf(config, 'docker.io')).toBe('hub');
  });
});

describe('withHelper', () => {
  it('our helper is asked for our host, the store for the rest', () => {
    const config = withHelper({ credsStore: 'desktop', auths: { [host]: { auth: 'b2xk' }, 'ghcr.io': {} } }, [host], 'slipway');
    expect(sourceOf(config, host)).toBe('slipway');
    expect(sourceOf(config, 'ghcr.io')).toBe('desktop');
    expect(config.auths).toEqual({ 'ghcr.io': {} });
  });
});

describe('what we do not know', () => {
  it('is kept', () => {
    const members = fc.dictionary(
      fc.stringMatching(/^[a-z]{3,12}$/).filter((key) => !['auths', 'constructor'].includes(key)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(members, (rest) => {
        const old = parseDockerConfig(JSON.stringify(rest));
        expect(withLogins(old, [login])).toMatchObject(old);
        expect(withHelper(old, [host], 'slipway')).toMatchObject(old);
      }),
    );
  });

  it('is refused when it is no object', () => {
    for (const text of ['', '[]', '"x"', 'null', '{']) expect(() => parseDockerConfig(text)).toThrow(SyntaxError);
  });
});
