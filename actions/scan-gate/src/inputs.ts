/** The inputs of scan-gate: the only place where their names appear. */
import { type ActionContext, type InputReader, nearest } from '@slipway/action-kit';
import type { Quiet } from '@slipway/gate';
import { isKnownRegion, knownRegions } from '@slipway/sdk/partitions';
import { type ImageReference, isTag, parseImageReference } from './image-reference.ts';
import { builtIn, type LoadedPolicy, readPolicyFile, readPolicyText } from './policy-source.ts';

/** What the flow needs. */
export interface Inputs {
  readonly mode: 'gate' | 'lint';
  /** Present in mode gate. */
  readonly image: ImageReference | undefined;
  /** For the caller's own registry; the image's registry may say another. */
  readonly region: string;
  readonly policy: LoadedPolicy;
  /** Milliseconds. */
  readonly timeout: number;
  readonly discoveryTimeout: number;
  readonly quiet: Quiet;
  /** Empty: all. */
  readonly platforms: readonly string[];
  readonly onUnscannable: 'fail' | 'warn';
  readonly onSuppressed: 'report' | 'block';
  readonly promoteTags: readonly string[];
  readonly comment: { readonly mode: 'auto' | 'always' | 'never'; readonly token: string | undefined };
}

const policyWay = 'a rule of the policy, e.g. policy: "version: 1\\nrules: [{ severity: [CRITICAL, HIGH], action: block }]"';

/** Inputs of other gates that have another form here. */
export const refused: Readonly<Record<string, string>> = {
  repository: '`image: <repository>:<tag>`',
  tag: '`image: <repository>:<tag>`',
  'image-tag': '`image: <repository>:<tag>`',
  'fail-on': policyWay,
  fail_threshold: policyWay,
  'fail-threshold': policyWay,
  severity: policyWay,
  'severity-cutoff': policyWay,
  critical_threshold: policyWay,
  high_threshold: policyWay,
  threshold_fixable_only: '`fix: yes` in a rule of the policy',
  'only-fixed': '`fix: yes` in a rule of the policy',
  'ignore-unfixed': '`fix: yes` in a rule of the policy',
  ignore: '`waivers` of the policy, each with an end and a reason',
  ignore_list: '`waivers` of the policy, each with an end and a reason',
  ignore_findings: '`waivers` of the policy, each with an end and a reason',
  'exit-code': 'nothing: only pass ends with exit code 0; use continue-on-error and the output `verdict`',
  delay: 'nothing: `settle` and `settle-empty` say how long findings have to stay as they are',
};

/** Reads and checks everything, the policy too; mistakes are noted in the reader. */
export function readInputs(reader: InputReader, context: Pick<ActionContext, 'environment' | 'github' | 'clock'>): Inputs {
  const mode = readMode(reader);
  const image = readImage(reader, mode);
  const region = readRegion(reader, context, mode, image);
  notYet(reader);
  return {
    mode,
    image,
    region,
    policy: loadPolicy(reader, context, mode),
    timeout: reader.duration('timeout', '15m', { min: '1s', max: '6h' }),
    discoveryTimeout: reader.duration('discovery-timeout', '3m', { max: '6h' }),
    quiet: {
      settle: reader.duration('settle', '15s', { max: '1h' }),
      settleEmpty: reader.duration('settle-empty', '45s', { max: '1h' }),
      settledAfter: reader.duration('settled-after', '10m', { max: '7d' }),
    },
    platforms: readPlatforms(reader),
    onUnscannable: reader.choice('on-unscannable', ['fail', 'warn']),
    onSuppressed: reader.choice('on-suppressed', ['report', 'block']),
    promoteTags: readTags(reader),
    comment: { mode: reader.choice('comment', ['auto', 'always', 'never']), token: reader.secret('github-token') },
  };
}

function readMode(reader: InputReader): 'gate' | 'lint' {
  const mode = reader.choice('mode', ['gate', 'rescan', 'doctor', 'lint']);
  if (mode === 'rescan' || mode === 'doctor') reader.fault('mode', `gate or lint: ${mode} is not available yet`, 'gate');
  return mode === 'lint' ? 'lint' : 'gate';
}

const imageExample = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/bank/payments@sha256:…';

function readImage(reader: InputReader, mode: 'gate' | 'lint'): ImageReference | undefined {
  const text = reader.text('image', { example: imageExample });
  if (text === undefined) {
    if (mode === 'gate') reader.fault('image', 'the image to judge', imageExample);
    return undefined;
  }
  const reference = parseImageReference(text);
  if (!('want' in reference)) return reference;
  reader.fault('image', reference.want, imageExample);
  return undefined;
}

/** The registry's host names its region; else the caller's own. */
function readRegion(reader: InputReader, { environment }: Pick<ActionContext, 'environment'>, mode: string, image: ImageReference | undefined): string {
  const given = reader.text('aws-region');
  const region = given ?? environment.get('AWS_REGION') ?? environment.get('AWS_DEFAULT_REGION') ?? '';
  const needed = mode === 'gate' && image !== undefined && !image.registry;
  if (needed && region === '') reader.fault('aws-region', 'the region of the registry', 'eu-central-1');
  else if ((needed || given !== undefined) && !isKnownRegion(region))
    reader.fault('aws-region', 'a region of AWS', nearest(region, knownRegions()) ?? 'eu-central-1', JSON.stringify(region));
  return region;
}

function loadPolicy(reader: InputReader, { github, clock }: Pick<ActionContext, 'github' | 'clock'>, mode: string): LoadedPolicy {
  const file = reader.text('policy-file', { example: '.github/scan-policy.yaml' });
  const inline = reader.text('policy');
  if (file !== undefined && inline !== undefined) reader.fault('policy', 'either policy or policy-file, not both', undefined, 'both');
  if (file === undefined && inline === undefined) {
    if (mode === 'lint') reader.fault('policy-file', 'the policy to lint', '.github/scan-policy.yaml');
    return builtIn();
  }
  const now = clock.now();
  const { loaded, faults } = file === undefined ? readPolicyText(inline ?? '', 'policy', now) : readPolicyFile(file, github.workspace, now);
  reader.faults.push(...faults);
  return loaded ?? builtIn();
}

function readPlatforms(reader: InputReader): string[] {
  const platforms = reader.list('platforms', { commas: true });
  if (platforms.length === 1 && platforms[0] === 'all') return [];
  for (const platform of platforms) {
    if (!/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(platform))
      reader.fault('platforms', 'os/architecture[/variant], or all', 'linux/amd64', JSON.stringify(platform));
  }
  return [...new Set(platforms)].sort();
}

function readTags(reader: InputReader): string[] {
  const tags = reader.list('promote-tags');
  for (const tag of tags) {
    if (!isTag(tag)) reader.fault('promote-tags', 'tags of at most 128 letters, digits, ., _ and -, one a line', 'v1.4.2', JSON.stringify(tag));
  }
  return [...new Set(tags)].sort();
}

function notYet(reader: InputReader): void {
  reader.notYet({
    baseline: 'none',
    evidence: 'none',
    'evidence-key': undefined,
    'sarif-file': undefined,
    'upload-sarif': 'false',
    'completion-queue-url': undefined,
    'registry-endpoint': undefined,
  });
}
