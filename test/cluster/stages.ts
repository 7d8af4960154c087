/**
 * How the pods of the cluster behave, as kwok stages. By the image's tag: `missing` is never pulled, `crash` exits, `oom` is
 * killed for want of memory, `unready` never becomes ready, `jobfail` fails a Job; anything else runs and is ready after
 * 0.3 s, and a Job's pod completes. When two stages match, kwok picks by weight: the selectors exclude each other.
 */

type Expression = { key: string; operator: string; values?: string[] };

const pods = { apiGroup: 'v1', kind: 'Pod' };
const alive: Expression = { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' };
const fresh: Expression = { key: '.status.startTime', operator: 'DoesNotExist' };
const special = 'missing|crash|oom|unready';
const tagged = (words: string): Expression => ({ key: `.spec.containers[].image | select(test("${words}"))`, operator: 'Exists' });
const untagged = (words: string): Expression => ({ ...tagged(words), operator: 'DoesNotExist' });
const ofJob: Expression = { key: '.metadata.ownerReferences[].kind', operator: 'In', values: ['Job'] };
const inPhase = (phase: string): Expression => ({ key: '.status.phase', operator: 'In', values: [phase] });
const now = '{{ $now | Quote }}';

/** All stages of pods, and the log that every container has. @param logFile in CRI format, or kwok answers 400 */
export function podStages(logFile: string): object[] {
  const pullError = '{{ .image | printf "failed to pull and unpack image %q: not found" | Quote }}';
  return [
    stage('pod-ready', 300, [alive, fresh, untagged(special)], { statusTemplate: status({ phase: 'Running', ready: true, state: running }) }),
    stage('pod-unready', 300, [alive, fresh, tagged('unready')], {
      event: warning('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 500'),
      statusTemplate: status({ phase: 'Running', state: running, started: true }),
    }),
    stage('pod-pull-error', 200, [alive, fresh, tagged('missing')], {
      event: warning('Failed', 'Error: ErrImagePull'),
      statusTemplate: status({ phase: 'Pending', state: waiting('ErrImagePull', pullError), address: false }),
    }),
    stage('pod-pull-backoff', 500, [alive, { key: '.status.containerStatuses[].state.waiting.reason', operator: 'In', values: ['ErrImagePull'] }], {
      event: warning('Failed', 'Error: ImagePullBackOff'),
      statusTemplate: status({ phase: 'Pending', state: waiting('ImagePullBackOff', '"Back-off pulling image"'), address: false }),
    }),
    stage('pod-crash-first', 200, [alive, fresh, tagged('crash|oom')], { statusTemplate: status({ phase: 'Running', state: running, started: true }) }),
    ...(['crash', 'oom'] as const).map((word) =>
      stage(`pod-${word}-loop`, 500, [alive, tagged(word), { key: '.status.containerStatuses[].state.running', operator: 'Exists' }], {
        event: warning('BackOff', 'Back-off restarting failed container'),
        statusTemplate: status({
          phase: 'Running',
          state: waiting('CrashLoopBackOff', '"back-off 10s restarting failed container"'),
          restarts: 1,
          last: word === 'oom' ? terminated(137, 'OOMKilled') : terminated(1, 'Error'),
        }),
      }),
    ),
    stage('pod-complete', 500, [alive, inPhase('Running'), ofJob, untagged('jobfail|crash|oom')], {
      statusTemplate: status({ phase: 'Succeeded', state: terminated(0, 'Completed') }),
    }),
    stage('pod-job-failed', 500, [alive, inPhase('Running'), ofJob, tagged('jobfail')], {
      statusTemplate: status({ phase: 'Failed', state: terminated(3, 'Error') }),
    }),
    stage('pod-delete', 200, [{ key: '.metadata.deletionTimestamp', operator: 'Exists' }], { finalizers: { empty: true }, delete: true }),
    { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'ClusterLogs', metadata: { name: 'all' }, spec: { logs: [{ logsFile: logFile, previousLogsFile: logFile, follow: false }] } },
  ];
}

function stage(name: string, delay: number, matchExpressions: Expression[], next: object): object {
  const spec = { resourceRef: pods, selector: { matchExpressions }, delay: { durationMilliseconds: delay }, next };
  return { apiVersion: 'kwok.x-k8s.io/v1alpha1', kind: 'Stage', metadata: { name }, spec };
}

function warning(reason: string, message: string): object {
  return { type: 'Warning', reason, message };
}

const running = `{running: {startedAt: ${now}}}`;

function terminated(code: number, reason: string): string {
  return `{terminated: {exitCode: ${code}, reason: ${reason}, startedAt: ${now}, finishedAt: ${now}}}`;
}

function waiting(reason: string, message: string): string {
  return `{waiting: {reason: ${reason}, message: ${message}}}`;
}

interface Looks {
  readonly phase: string;
  readonly state: string;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restarts?: number;
  readonly last?: string;
  readonly address?: boolean;
}

function status({ phase, state, ready = false, started = ready, restarts = 0, last, address = true }: Looks): string {
  const condition = (type: string, ok: boolean) =>
    `- {type: ${type}, status: "${ok ? 'True' : 'False'}", lastTransitionTime: ${now}${ok ? '' : ', reason: ContainersNotReady, message: containers with unready status'}}`;
  return [
    '{{ $now := Now }}',
    `phase: ${phase}`,
    'startTime: {{ or .status.startTime $now | Quote }}',
    'hostIP: {{ NodeIPWith .spec.nodeName | Quote }}',
    ...(address
      ? ['podIP: {{ PodIPWith .spec.nodeName ( or .spec.hostNetwork false ) ( or .metadata.uid "" ) ( or .metadata.name "" ) ( or .metadata.namespace "" ) | Quote }}']
      : []),
    'conditions:',
    condition('PodScheduled', true),
    condition('Initialized', true),
    condition('Ready', ready),
    condition('ContainersReady', ready),
    'containerStatuses:',
    '{{ range .spec.containers }}',
    '- name: {{ .name | Quote }}',
    '  image: {{ .image | Quote }}',
    '  imageID: {{ .image | Quote }}',
    `  ready: ${ready}`,
    `  started: ${started}`,
    `  restartCount: ${restarts}`,
    `  state: ${state}`,
    ...(last ? [`  lastState: ${last}`] : []),
    '{{ end }}',
  ].join('\n');
}
