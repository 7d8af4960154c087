import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goesPast } from '../src/no-proxy.ts';
import { agentProxy, ProxySettingError, proxyFor, shownProxy, withProxy } from '../src/proxy.ts';

const proxy = 'http://proxy.corp:3128';
const sts = 'https://sts.eu-central-1.amazonaws.com/';

describe('NO_PROXY', () => {
  it.each<[entry: string, url: string, past: boolean]>([
    ['*', sts, true],
    ['example.com', 'https://example.com/', true],
    ['example.com', 'https://api.example.com/', true],
    ['example.com', 'https://badexample.com/', false],
    ['example.com', 'https://example.com.evil.org/', false],
    ['.example.com', 'https://api.example.com/', true],
    ['.example.com', 'https://example.com/', true],
    ['.example.com', 'https://badexample.com/', false],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://badexample.com/', false],
    ['EXAMPLE.com', 'https://Api.Example.COM/', true],
    ['example.com.', 'https://example.com/', true],
    ['example.com', 'https://example.com./', true],
    ['.amazonaws.com', sts, true],
    ['sts.*.amazonaws.com', sts, true],
    ['sts.*.amazonaws.com', 'https://ecr.eu-central-1.amazonaws.com/', false],
    ['example.com:443', 'https://example.com/', true],
    ['example.com:443', 'https://example.com:8443/', false],
    ['example.com:8443', 'https://a.example.com:8443/', true],
    ['example.com:80', 'http://example.com/', true],
    ['*:443', 'https://any.org/', true],
    ['*:443', 'https://any.org:444/', false],
    ['10.1.2.3', 'https://10.1.2.3/', true],
    ['10.1.2.3', 'https://10.1.2.30/', false],
    ['2.3', 'https://10.1.2.3/', false],
    ['10.1.2.3:443', 'https://10.1.2.3/', true],
    ['10.1.2.3:444', 'https://10.1.2.3/', false],
    ['10.1.*', 'https://10.1.2.3/', true],
    ['10.0.0.0/8', 'https://10.255.1.1/', true],
    ['10.0.0.0/8', 'https://11.0.0.1/', false],
    ['10.0.0.0/8', 'https://10.example.com/', false],
    ['10.1.2.3/32', 'https://10.1.2.3/', true],
    ['0.0.0.0/0', 'https://8.8.8.8/', true],
    ['0.0.0.0/0', sts, false],
    ['10.0.0.0/33', 'https://10.0.0.1/', false],
    ['10.0.0.0/', 'https://10.0.0.1/', false],
    ['10.0.0.0/8/8', 'https://10.0.0.1/', false],
    ['example.com/8', 'https://example.com/', false],
    ['fd00::/8', 'https://[fd12:3456::1]/', true],
    ['fd00::/8', 'https://[fe00::1]/', false],
    ['fd00::1', 'https://[fd00:0:0::1]/', true],
    ['[fd00::1]', 'https://[fd00::1]/', true],
    ['[fd00::1]:443', 'https://[fd00::1]/', true],
    ['[fd00::1]:444', 'https://[fd00::1]/', false],
    ['::1', 'https://[::1]:8443/', true],
    ['10.0.0.0/8', 'https://[::1]/', false],
    ['fd00::/8', 'https://10.0.0.1/', false],
    ['localhost', 'http://localhost:4566/', true],
    ['localhost', 'http://127.0.0.1:4566/', false],
    ['', sts, false],
    [' , ,', sts, false],
    ['.', sts, false],
    ['a.com, b.com amazonaws.com', sts, true],
    ['a.com,b.com', sts, false],
  ])('%j and %s: past it is %s', (NO_PROXY, url, past) => {
    expect(proxyFor(url, { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY })).toBe(past ? undefined : proxy);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.string(), fc.domain(), (list, host) => typeof goesPast({ host, port: 443 }, list) === 'boolean'));
  });

  it('lets a domain and all that is under it go, however it is written', () => {
    fc.assert(
      fc.property(fc.domain(), fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('', '.'), fc.constantFrom(',', ' ', ', '), (domain, label, dot, comma) => {
        const list = ['first.invalid', `${dot}${domain}`, 'last.invalid'].join(comma);
        expect(goesPast({ host: domain, port: 443 }, list)).toBe(true);
        expect(goesPast({ host: `${label}.${domain}`, port: 443 }, list)).toBe(true);
        expect(goesPast({ host: `${label}${domain}`, port: 443 }, list)).toBe(false);
      }),
    );
  });

  it('knows which addresses lie in a block', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: 0, max: 32 }),
        (address, base, bits) => {
          const text = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
          const high = (number: number) => Math.floor(number / 2 ** (32 - bits));
          expect(goesPast({ host: text(address), port: 443 }, `${text(base)}/${bits}`)).toBe(high(address) === high(base));
        },
      ),
    );
  });
});

describe('proxyFor', () => {
  it.each<[Record<string, string>, string, string | undefined]>([
    [{}, sts, undefined],
    [{ HTTPS_PROXY: proxy }, sts, proxy],
    [{ https_proxy: proxy }, sts, proxy],
    [{ https_proxy: 'http://lower:1', HTTPS_PROXY: 'http://upper:1' }, sts, 'http://lower:1'],
    [{ https_proxy: '', HTTPS_PROXY: 'http://upper:1' }, sts, 'http://upper:1'],
    [{ https_proxy: proxy, no_proxy: 'amazonaws.com', NO_PROXY: 'else.org' }, sts, undefined],
    [{ https_proxy: proxy, no_proxy: 'else.org', NO_PROXY: 'amazonaws.com' }, sts, proxy],
    [{ HTTP_PROXY: proxy }, sts, undefined],
    [{ HTTP_PROXY: proxy }, 'http://127.0.0.1:4566/', proxy],
    [{ HTTPS_PROXY: proxy }, 'http://127.0.0.1:4566/', undefined],
    [{ HTTPS_PROXY: '  proxy.corp:3128 ' }, sts, proxy],
    [{ HTTPS_PROXY: 'user:p@proxy.corp:3128' }, sts, 'http://user:p@proxy.corp:3128'],
    [{ HTTPS_PROXY: 'https://secure.corp:3129' }, sts, 'https://secure.corp:3129'],
    [{ HTTP_PROXY: proxy }, 'http://169.254.169.254/latest/', undefined],
    [{ HTTP_PROXY: proxy }, 'http://169.254.170.23/v1/credentials', undefined],
    [{ HTTP_PROXY: proxy }, 'http://[fd00:ec2::254]/latest/', undefined],
    [{ HTTP_PROXY: proxy }, 'http://[fe80::1]/', undefined],
    [{ HTTP_PROXY: proxy }, 'http://[fd00:ec3::254]/', proxy],
  ])('%j for %s is %s', (environment, url, expected) => expect(proxyFor(url, environment)).toBe(expected));

  it.each(['socks5://u:s3cret@proxy:1080', 'http://u:s3cret@', 'http://u:s3cret@bad host', 'ftp://u:s3cret@x'])(
    'refuses %s without showing it',
    (HTTPS_PROXY) => {
      const refuse = () => proxyFor(sts, { HTTPS_PROXY });
      expect(refuse).toThrow(ProxySettingError);
      expect(refuse).not.toThrow(/s3cret/);
      expect(refuse).toThrow(/HTTPS_PROXY is no URL of a proxy/);
    },
  );

  it('minds no proxy that is wrong where it is not used', () => {
    expect(proxyFor(sts, { HTTPS_PROXY: 'socks5://x', NO_PROXY: '*' })).toBeUndefined();
  });
});

describe('withProxy', () => {
  const environment = { https_proxy: 'http://a:1', HTTP_PROXY: 'http://b:1', no_proxy: 'c.org', PATH: '/bin' };

  it('takes the place of every spelling', () => {
    const changed = withProxy(environment, proxy, 'amazonaws.com');
    expect(changed).toEqual({ HTTPS_PROXY: proxy, HTTP_PROXY: proxy, NO_PROXY: 'amazonaws.com', PATH: '/bin' });
    expect(proxyFor('https://c.org/', changed)).toBe(proxy);
  });

  it('leaves alone what is not given', () => {
    expect(withProxy(environment)).toEqual(environment);
    expect(withProxy(environment, proxy)).toMatchObject({ no_proxy: 'c.org', HTTPS_PROXY: proxy });
    expect(withProxy(environment, undefined, '*')).toEqual({ https_proxy: 'http://a:1', HTTP_PROXY: 'http://b:1', NO_PROXY: '*', PATH: '/bin' });
  });
});

it('an agent gets the chosen proxy and nothing to look at', () => {
  expect(agentProxy(undefined)).toEqual({});
  expect(agentProxy(proxy)).toEqual({ HTTP_PROXY: proxy, HTTPS_PROXY: proxy });
  expect(shownProxy('http://u:s3cret@proxy:3128/x')).toBe('http://proxy:3128');
});
