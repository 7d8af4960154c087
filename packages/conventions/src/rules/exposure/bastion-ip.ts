/** SSH comes from named ranges only. */
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { describeIngress, type Ingress, ingressOf, ingressReads } from '../../plan-facts/ingress.ts';
import { parseRange } from '../../plan-facts/ranges.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';
import { systemBastion } from './sources.ts';
import { prefixOfV6 } from './world-ranges.ts';

const ssh = 22;

/** Groups and prefix lists are names themselves. */
export const bastionIp: Rule = {
  id: 'bastion-ip',
  what: 'SSH is open only to ranges that are small enough to have a name',
  why: [systemBastion],
  severity: 'error',
  profiles: ['sysdesign2', 'strict'],
  remedy: 'ingress {\n  protocol    = "tcp"\n  from_port   = 22\n  to_port     = 22\n  cidr_blocks = ["198.51.100.0/28"]\n}',
  fails: 'ingress {\n  protocol    = "tcp"\n  from_port   = 22\n  to_port     = 22\n  cidr_blocks = ["198.51.0.0/16"]\n}',
  parameters: {
    prefix: { kind: 'number', title: 'prefix length of IPv4 ranges at least', byProfile: {}, fallback: 24 },
    prefix6: { kind: 'number', title: 'prefix length of IPv6 ranges at least', byProfile: {}, fallback: 64 },
  },
  reads: ingressReads,
  judge: (world, { prefix, prefix6 }) => ingressOf(world).map((ingress) => judgementOf(ingress.at, judgeIngress(ingress, Number(prefix), Number(prefix6)))),
};

function judgeIngress(ingress: Ingress, shortest: number, shortest6: number): Fact {
  const hits = opensSsh(ingress);
  if (hits === 'no') return fine;
  const wide = ingress.ranges.find(({ text }) => (parseRange(text)?.prefix ?? 32) < shortest || (prefixOfV6(text) ?? 128) < shortest6);
  const evidence = `${ingress.ranges.map(({ shown }) => shown).join(', ') || 'ranges known after apply'}, ${describeIngress(ingress)}`;
  if (wide && hits === 'yes') return failing(`SSH is open to ${wide.shown}; want /${shortest} (IPv6 /${shortest6}) or smaller`, evidence);
  if (wide) return uncertain(`whether SSH is open to ${wide.shown} is known after apply`, evidence);
  return ingress.openRanges ? uncertain('from where SSH may come is known after apply', evidence) : fine;
}

function opensSsh({ protocol, from, to }: Ingress): 'yes' | 'no' | 'unknown' {
  if (protocol === '-1') return 'yes';
  if (protocol !== undefined && protocol !== 'tcp') return 'no';
  if ((from !== undefined && from > ssh) || (to !== undefined && to < ssh)) return 'no';
  return protocol === undefined || from === undefined || to === undefined ? 'unknown' : 'yes';
}
