/** The SFT agent sends by HTTPS, with a certificate of its own. */
import { type AgentConfig, agentConfigs, type Destination } from '../../plan-facts/agent-config.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { judgeManifests, placeOf } from '../../plan-facts/manifests.ts';
import { type Fact, fine, type Rule } from '../../rule.ts';

const stubPort = '8091';

/** ConfigMaps with the agent's YAML, and that YAML itself, among the manifests. */
export const egressHttps: Rule = {
  id: 'egress-https',
  what: 'each destination of the SFT agent is https with a client certificate; port 8091 is only the stub’s',
  why: [
    {
      document: 'dataworks-data-egress',
      sentence: 'The SFT Agent reads files written to disk by the data egress service and sends these to configured destinations via HTTPS.',
    },
    {
      document: 'dataworks-data-egress',
      sentence: 'In non production environments files are send to stub nifi … This listens for files sent on port 8091 on path /DA.',
    },
    { document: 'dataworks-data-egress', sentence: 'Authentication is established by TLS' },
  ],
  severity: 'error',
  profiles: ['dwp', 'strict'],
  language: 'yaml',
  remedy: `sender:
  routes:
    - name: daily
      source: /data-egress/daily
      actions:
        - httpRequest: { destination: https://warehouse.bank.example/DA }
client:
  tls: { keyStorePath: /opt/sft/keystore.jks }`,
  fails: `sender:
  routes:
    - name: daily
      source: /data-egress/daily
      actions:
        - httpRequest: { destination: http://warehouse.bank.example:8091/DA }`,
  reads: {},
  judge: (world) => judgeManifests(agentConfigs(world).map((config) => ({ manifest: config.manifest, facts: judgeConfig(config) }))),
};

function judgeConfig({ manifest, destinations, certificate }: AgentConfig): Fact[] {
  const place = placeOf(manifest);
  const noCertificate = failing('no client certificate is named for the destinations', `${place}: no path of a keystore or certificate`);
  return [...destinations.map((one) => judgeDestination(one, place)), certificate === undefined ? noCertificate : fine];
}

function judgeDestination({ path, text }: Destination, place: string): Fact {
  const [, scheme = '', host = '', port = ''] = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([^/:?#]*)(?::([^/?#]*))?/i.exec(text) ?? [];
  const evidence = `${place}: ${path} = ${scheme === '' ? '(no URL)' : `${scheme}://${host}${port === '' ? '' : `:${port}`}`}`;
  if (scheme === '' && isTemplate(text)) return uncertain('a destination is filled in when the agent starts', evidence);
  if (scheme.toLowerCase() !== 'https') return failing('a destination is not https', evidence);
  if (port !== stubPort || /stub/i.test(host))
    return isTemplate(port) && !/stub/i.test(host) ? uncertain('a port is filled in when the agent starts', evidence) : fine;
  if (isTemplate(host)) return uncertain(`whose port ${stubPort} is, is filled in when the agent starts`, evidence);
  return failing(`port ${stubPort} is the stub's, and the host is none`, evidence);
}

/** `${NAME}`, `{{ name }}`, `$NAME` */
function isTemplate(text: string): boolean {
  return /[$%{]/.test(text);
}
