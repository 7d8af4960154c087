/** The failures that a judgement ends in. Pure. */
import { Failure, type Fault } from '@slipway/action-kit';
import { describeWaiver, type JudgedPackage, type Judgement } from '@slipway/gate';
import { imageName, type Target } from './target.ts';

/** The image is blocked: one fault per vulnerable package that blocks, and a waiver to copy for the first. */
export function blocked(target: Target, judgement: Judgement, now: number): Failure {
  const rows = judgement.findings.filter(({ verdict }) => verdict === 'block');
  const count = judgement.blocking.length;
  return new Failure({
    what: `image ${imageName(target)} is blocked by ${count} ${count === 1 ? 'vulnerability' : 'vulnerabilities'}`,
    reason: 'findings',
    faults: rows.map((row): Fault => ({ text: describeRow(row) })),
    remedy: remedyFor(rows, now),
  });
}

/** Waivers that waive nothing, where the policy makes that an error. */
export function unusedWaivers(judgement: Judgement, policyName: string): Failure {
  return new Failure({
    what: `${judgement.waivers.unused.length} waivers of ${policyName} waive nothing`,
    reason: 'invalid-policy',
    faults: judgement.waivers.unused.map((waiver): Fault => ({ text: `unused waiver: ${describeWaiver(waiver)}` })),
    remedy: 'Remove them from the policy, or set fail-on-unused: false.',
  });
}

/** The tag that was judged is on other bytes now. */
export function tagMoved({ place, tag, digest }: Target, now: string | undefined): Failure {
  return new Failure({
    what: `tag ${place.repository}:${tag} moved while it was judged`,
    reason: 'tag-moved',
    why: [`at the start it was on ${digest}`, now ? `now it is on ${now}` : 'now it is gone'],
    remedy: 'Judge the digest that the build gave out (the output `image` of build-image), or make the tag immutable.',
  });
}

/** One line for a package that blocks. */
export function describeRow(row: JudgedPackage): string {
  const parts = [
    row.severity,
    row.id,
    'in',
    row.package || 'an unnamed package',
    row.version,
    row.path && `at ${row.path}`,
    row.platform && `on ${row.platform}`,
  ];
  const fix = row.fixedIn ? `fixed in ${row.fixedIn}` : 'no fix yet';
  return `${parts.filter(Boolean).join(' ')}: ${fix}${row.kev ? ', known to be exploited' : ''} (rule ${row.rule})`;
}

const dayMs = 86_400_000;
const suggestedDays = 30;

function remedyFor(rows: readonly JudgedPackage[], now: number): string {
  const fixable = rows.find(({ fixedIn }) => fixedIn !== null);
  const upgrade = fixable
    ? `Upgrade ${fixable.package} to ${fixable.fixedIn} (and the others above), and build again.`
    : 'Change to a base without these packages.';
  const [first] = rows;
  if (!first) return upgrade;
  const until = new Date(now + suggestedDays * dayMs).toISOString().slice(0, 10);
  const scope = first.package ? `, package: ${JSON.stringify(first.package)}` : '';
  return `${upgrade}\nWhere that has to wait, add a waiver to the policy:\nwaivers:\n  - { id: ${/^[\w.-]+$/.test(first.id) ? first.id : JSON.stringify(first.id)}${scope}, until: ${until}, reason: "…", owner: "…" }`;
}
