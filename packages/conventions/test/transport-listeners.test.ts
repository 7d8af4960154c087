/** lb-https, transfer-sftp, msk-tls: what is spoken on the wire. */
import { describe, expect, it } from 'vitest';
import { brought, type Case, judgeCases } from './judge-cases.ts';
import { judgeOne } from './judge-one.ts';
import { constant, type ResourceSpec, ref } from './plan-builder.ts';

type Json = Record<string, unknown>;

describe('lb-https', () => {
  const at = 'aws_lb_listener.l';
  const forward = [{ type: 'forward', redirect: [] }];
  const redirect = (protocol: unknown): Json[] => [{ type: 'redirect', redirect: [{ protocol, port: '443', status_code: 'HTTP_301' }] }];
  const listener = (after: Json, unknown: Json = {}, expressions: Json = {}): ResourceSpec => ({
    address: at,
    after: { port: 443, default_action: forward, ...after },
    unknown: { arn: true, ...unknown },
    expressions,
  });
  const https = (ssl_policy: unknown): ResourceSpec => listener({ protocol: 'HTTPS', ssl_policy });
  const good = [
    'ELBSecurityPolicy-TLS-1-2-2017-01',
    'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
    'ELBSecurityPolicy-FS-1-2-2019-08',
    'ELBSecurityPolicy-FS-1-2-Res-2020-10',
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06',
    'ELBSecurityPolicy-TLS13-1-3-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04',
  ];
  const bad = [
    'ELBSecurityPolicy-2016-08',
    'ELBSecurityPolicy-2015-05',
    'ELBSecurityPolicy-TLS-1-0-2015-04',
    'ELBSecurityPolicy-TLS-1-1-2017-01',
    'ELBSecurityPolicy-FS-2018-06',
    'ELBSecurityPolicy-FS-1-1-2019-08',
    'ELBSecurityPolicy-TLS13-1-0-2021-06',
    'ELBSecurityPolicy-TLS13-1-1-2021-06',
    'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
    null,
    '',
  ];
  judgeCases(
    'lb-https',
    good.flatMap((name): Case[] => [
      [`HTTPS, ${name}`, [https(name)], []],
      [`TLS, ${name}`, [listener({ protocol: 'TLS', ssl_policy: name })], []],
    ]),
  );
  judgeCases(
    'lb-https',
    bad.flatMap((name): Case[] => [
      [`HTTPS, ${name}`, [https(name)], [`fail ${at}`]],
      [`TLS, ${name}`, [listener({ protocol: 'TLS', ssl_policy: name })], [`fail ${at}`]],
    ]),
  );
  const cases: Case[] = [
    ['a policy known after apply', [listener({ protocol: 'HTTPS' }, { ssl_policy: true })], [`unknown ${at}`]],
    ['HTTP that forwards', [listener({ protocol: 'HTTP' })], [`fail ${at}`]],
    ['HTTP that redirects to HTTPS', [listener({ protocol: 'HTTP', default_action: redirect('HTTPS') })], []],
    ['HTTP that redirects to HTTP', [listener({ protocol: 'HTTP', default_action: redirect('HTTP') })], [`fail ${at}`]],
    ['HTTP that redirects to whatever', [listener({ protocol: 'HTTP', default_action: redirect('#{protocol}') })], [`fail ${at}`]],
    ['HTTP that redirects to nothing said', [listener({ protocol: 'HTTP', default_action: redirect(null) })], [`fail ${at}`]],
    [
      'HTTP that answers itself',
      [listener({ protocol: 'HTTP', default_action: [{ type: 'fixed-response', fixed_response: [{ status_code: '404' }] }] })],
      [`fail ${at}`],
    ],
    [
      'HTTP that authenticates, then forwards',
      [listener({ protocol: 'HTTP', default_action: [{ type: 'authenticate-oidc' }, { type: 'forward' }] })],
      [`fail ${at}`],
    ],
    [
      'HTTP that redirects, whatever its rules say',
      [listener({ protocol: 'HTTP', default_action: redirect('HTTPS') }), { address: 'aws_lb_listener_rule.r', after: { action: [{ type: 'forward' }] } }],
      [],
    ],
    ['an action known after apply', [listener({ protocol: 'HTTP', default_action: [{}] }, { default_action: [{ type: true }] })], [`unknown ${at}`]],
    ['actions known after apply', [{ ...listener({ protocol: 'HTTP' }), after: { protocol: 'HTTP' }, unknown: { default_action: true } }], [`unknown ${at}`]],
    ['TCP', [listener({ protocol: 'TCP' })], []],
    ['UDP', [listener({ protocol: 'UDP' })], []],
    ['TCP and UDP', [listener({ protocol: 'TCP_UDP' })], []],
    ['GENEVE of a gateway balancer', [listener({ protocol: 'GENEVE' })], []],
    ['a protocol known after apply', [listener({}, { protocol: true })], [`unknown ${at}`]],
    [
      'an internal balancer too',
      [
        { address: 'aws_lb.l', after: { internal: true } },
        listener({ protocol: 'HTTP' }, { load_balancer_arn: true }, { load_balancer_arn: ref('aws_lb.l.arn') }),
      ],
      [`fail ${at}`],
    ],
    [
      'in modules, each',
      [{ ...https('ELBSecurityPolicy-2016-08'), address: 'module.m["a"].aws_lb_listener.l[0]' }],
      ['fail module.m["a"].aws_lb_listener.l[0]'],
    ],
    ['the older name of the type', [{ ...listener({ protocol: 'HTTP' }), address: 'aws_alb_listener.l' }], ['fail aws_alb_listener.l']],
  ];
  judgeCases('lb-https', cases);
  it('introduced', () => {
    const change = (before: string): ResourceSpec => ({
      ...https('ELBSecurityPolicy-2016-08'),
      actions: ['update'],
      before: { protocol: 'HTTPS', ssl_policy: before },
    });
    expect(brought('lb-https', change('ELBSecurityPolicy-TLS13-1-2-2021-06'))).toEqual([`true ${at}`]);
    expect(brought('lb-https', change('ELBSecurityPolicy-2015-05'))).toEqual([`false ${at}`]);
    expect(judgeOne('lb-https', { resources: [https(null)] })).toMatchObject([{ severity: 'error' }]);
  });
});

describe('transfer-sftp', () => {
  const at = 'aws_transfer_server.s';
  const server = (after: Json, unknown: Json = {}, expressions: Json = {}): ResourceSpec => ({ address: at, after, unknown, expressions });
  const vpc = { endpoint_type: 'VPC' };
  const cases: Case[] = [
    ['SFTP in the VPC', [server({ ...vpc, protocols: ['SFTP'] })], []],
    ['SFTP by a VPC endpoint', [server({ endpoint_type: 'VPC_ENDPOINT', protocols: ['SFTP'] })], []],
    ['SFTP from the internet', [server({ endpoint_type: 'PUBLIC', protocols: ['SFTP'] })], [`fail ${at}`]],
    ['no endpoint type: public', [server({ protocols: ['SFTP'] })], [`fail ${at}`]],
    ['FTPS', [server({ ...vpc, protocols: ['FTPS'] })], [`fail ${at}`]],
    ['SFTP and FTP', [server({ ...vpc, protocols: ['SFTP', 'FTP'] })], [`fail ${at}`]],
    ['protocols left out', [server(vpc, { protocols: true })], []],
    ['protocols left out, null', [server({ ...vpc, protocols: null })], []],
    ['protocols known after apply', [server(vpc, { protocols: true }, { protocols: ref('local.protocols') })], [`unknown ${at}`]],
    ['one protocol known after apply', [server({ ...vpc, protocols: ['SFTP', null] }, { protocols: [false, true] })], [`unknown ${at}`]],
    ['a wrong one and one known after apply', [server({ ...vpc, protocols: ['FTP', null] }, { protocols: [false, true] })], [`fail ${at}`]],
    ['a type known after apply', [server({ protocols: ['SFTP'] }, { endpoint_type: true }, { endpoint_type: ref('local.type') })], [`unknown ${at}`]],
    ['in a module', [{ ...server({ endpoint_type: 'PUBLIC', protocols: ['SFTP'] }), address: `module.m["a"].${at}` }], [`fail module.m["a"].${at}`]],
  ];
  judgeCases('transfer-sftp', cases);
  it('introduced', () => {
    const change = (before: string): ResourceSpec => ({
      address: at,
      actions: ['update'],
      before: { endpoint_type: before, protocols: ['SFTP'] },
      after: { endpoint_type: 'PUBLIC', protocols: ['SFTP'] },
    });
    expect(brought('transfer-sftp', change('VPC'))).toEqual([`true ${at}`]);
    expect(brought('transfer-sftp', change('PUBLIC'))).toEqual([`false ${at}`]);
  });
});

describe('msk-tls', () => {
  const at = 'aws_msk_cluster.m';
  const cluster = (transit: unknown, more: Partial<ResourceSpec> = {}): ResourceSpec => ({
    address: at,
    after: { encryption_info: [{ encryption_in_transit: transit }] },
    ...more,
  });
  const cases: Case[] = [
    ['TLS everywhere', [cluster([{ client_broker: 'TLS', in_cluster: true }])], []],
    ['TLS everywhere, as text', [cluster([{ client_broker: 'TLS', in_cluster: 'true' }])], []],
    ['TLS or not', [cluster([{ client_broker: 'TLS_PLAINTEXT', in_cluster: true }])], [`fail ${at}`]],
    ['not', [cluster([{ client_broker: 'PLAINTEXT', in_cluster: true }])], [`fail ${at}`]],
    ['not in the cluster', [cluster([{ client_broker: 'TLS', in_cluster: false }])], [`fail ${at}`]],
    ['not said, in transit: the defaults are TLS', [cluster([{ client_broker: null, in_cluster: null }])], []],
    [
      'known after apply',
      [
        cluster([{}], {
          unknown: { encryption_info: [{ encryption_in_transit: [{ client_broker: true }] }] },
          expressions: { encryption_info: [{ encryption_in_transit: [{ client_broker: ref('local.x') }] }] },
        }),
      ],
      [`unknown ${at}`],
    ],
    [
      'transit known after apply',
      [cluster(undefined, { after: { encryption_info: [{}] }, unknown: { encryption_info: [{ encryption_in_transit: true }] } })],
      [`unknown ${at}`],
    ],
    ['the block known after apply', [{ address: at, after: {}, unknown: { encryption_info: true } }], [`unknown ${at}`]],
    ['each instance', [cluster([{ client_broker: 'PLAINTEXT', in_cluster: true }], { address: `${at}["a"]` })], [`fail ${at}["a"]`]],
    [
      'written in the configuration',
      [
        cluster([{ client_broker: 'TLS', in_cluster: true }], {
          expressions: { encryption_info: [{ encryption_in_transit: [{ client_broker: constant('TLS') }] }] },
        }),
      ],
      [],
    ],
  ];
  judgeCases('msk-tls', cases);
  it('introduced', () => {
    const change = (before: string): ResourceSpec =>
      cluster([{ client_broker: 'PLAINTEXT', in_cluster: true }], {
        actions: ['update'],
        before: { encryption_info: [{ encryption_in_transit: [{ client_broker: before, in_cluster: true }] }] },
      });
    expect(brought('msk-tls', change('TLS'))).toEqual([`true ${at}`]);
    expect(brought('msk-tls', change('TLS_PLAINTEXT'))).toEqual([`false ${at}`]);
  });
});
