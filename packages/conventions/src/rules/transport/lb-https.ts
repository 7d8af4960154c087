/** Listeners speak TLS 1.2 or later; plain HTTP only redirects. */
import { readBlocks, readText, showValue, tell } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const types = ['aws_lb_listener', 'aws_alb_listener'];
/** Names of policies that leave TLS 1.0 and 1.1 out (Elastic Load Balancing, "Security policies"). */
const modern = /TLS-1-2|TLS13|FS-1-2/;
const outdated = /TLS13-1-[01](?!\d)/;

/** Listeners of TCP and UDP are not judged: what they carry may be encrypted end to end. */
export const lbHttps: Rule = {
  id: 'lb-https',
  what: 'listeners take TLS 1.2 or later, and HTTP only redirects to HTTPS',
  why: [
    {
      document: 'opta-aws-architecture',
      sentence: 'With linkerd and domain delegation complete, Opta environments will have end-to-end encryption on all Opta services.',
    },
    {
      document: 'banklitex-deployment-guideline',
      sentence: 'Full support to end-to-end encryption in transit starts with using AWS Certification Manager with full control over transit protocols',
    },
  ],
  severity: 'error',
  profiles: ['opta', 'bank', 'strict'],
  remedy: 'resource "aws_lb_listener" "https" {\n  protocol   = "HTTPS"\n  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n}',
  fails: 'resource "aws_lb_listener" "http" {\n  protocol = "HTTP"\n  default_action {\n    type = "forward"\n  }\n}',
  reads: Object.fromEntries(types.map((type) => [type, ['protocol', 'ssl_policy', 'default_action']])),
  judge: eachResource(types, (listener) => [judgeListener(listener)]),
};

function judgeListener(listener: Resource): Fact {
  const protocol = readText(listener, ['protocol']);
  if (protocol.state === 'unknown') return uncertain('the protocol is known after apply', showValue(listener, ['protocol']));
  if (protocol.text === 'HTTPS' || protocol.text === 'TLS') return judgePolicy(listener);
  return protocol.text === 'HTTP' ? judgePlain(listener) : fine;
}

function judgePolicy(listener: Resource): Fact {
  const path = ['ssl_policy'];
  const reading = readText(listener, path);
  const evidence = showValue(listener, path);
  if (reading.state === 'unknown') return uncertain('ssl_policy is known after apply', evidence);
  if (reading.text === undefined) return failing('ssl_policy is not set: the default takes TLS 1.0', evidence);
  return modern.test(reading.text) && !outdated.test(reading.text) ? fine : failing(`${tell(listener, path)} takes TLS older than 1.2`, evidence);
}

function judgePlain(listener: Resource): Fact {
  const blocks = readBlocks(listener, ['default_action']);
  const evidence = showValue(listener, ['default_action']);
  if (blocks === 'unknown') return uncertain('what plain HTTP does is known after apply', evidence);
  const facts = blocks.map((path) => {
    const type = readText(listener, [...path, 'type']);
    const protocol = readText(listener, [...path, 'redirect', 0, 'protocol']);
    if (type.state === 'unknown' || (type.text === 'redirect' && protocol.state === 'unknown')) return 'unknown';
    return type.text === 'redirect' && protocol.text === 'HTTPS' ? 'pass' : 'fail';
  });
  if (facts.includes('fail') || facts.length === 0) return failing('plain HTTP does more than redirect to HTTPS', evidence);
  return facts.includes('unknown') ? uncertain('what plain HTTP does is known after apply', evidence) : fine;
}
