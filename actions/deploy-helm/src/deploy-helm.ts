/** The deploy: connect, render, compare, upgrade, watch; on failure take evidence, put the records right, roll back. */
import { type ActionContext, Failure } from '@slipway/action-kit';
import { Helm, type HelmSettings, imagesOf, type Rendered, type Revision } from '@slipway/kubernetes';
import { connect } from './cluster/connect.ts';
import { explainAws, explainCluster } from './cluster/explain.ts';
import { checkNamespace } from './cluster/namespace.ts';
import { writeDiff } from './diff-file.ts';
import type { Inputs } from './inputs.ts';
import { compare, isUnchanged, objectsOf } from './release/compare.ts';
import { freeHistory, runLabel } from './release/stuck.ts';
import type { DeployResult } from './result.ts';
import { rollOut } from './roll-out.ts';
import type { Session } from './session.ts';
import { forgetStep, rememberStep } from './step-state.ts';

/** Runs the step. */
export async function deployHelm(inputs: Inputs, context: ActionContext): Promise<DeployResult> {
  checkFiles(inputs);
  const deadline = context.clock.now() + inputs.rolloutTimeout;
  const helm = await Helm.open(helmSettings(inputs, context), context.signal);
  const cluster = await context.timings
    .phase('connect', () => connect(inputs, context))
    .catch((error: unknown) => {
      throw explainAws(error, inputs);
    });
  try {
    const parts = { inputs, context, cluster, client: cluster.client, deadline };
    const session: Session = { ...parts, helm: helm.against(cluster.kubeconfig), release: releaseOf(inputs, context) };
    return await deploy(session);
  } catch (error) {
    throw await explainCluster(error, inputs, cluster);
  } finally {
    cluster.close();
  }
}

async function deploy(session: Session): Promise<DeployResult> {
  const { client, context, helm, cluster } = session;
  const { signal, timings, log } = context;
  await timings.phase('check', async () => {
    log.info(`${cluster.title} runs Kubernetes ${await client.version(signal)}; helm is ${helm.version}.`);
    await checkNamespace(session);
  });
  const history = await freeHistory(session);
  const rendered = await timings.phase('render', () => helm.render(session.release, signal));
  const facts = factsOf(session, history, rendered);
  if (isUnchanged(history.at(-1), facts.differences)) return { ...facts, outcome: 'unchanged', revision: history.at(-1)?.number, timeline: [] };
  rememberStep(session, history);
  const end = await rollOut(session, history, rendered);
  forgetStep(context);
  return { ...facts, ...end };
}

function checkFiles({ fileFaults, chartFault }: Inputs): void {
  if (fileFaults.length > 0)
    throw new Failure({
      what: fileFaults.length === 1 ? 'a file is not as it should be' : `${fileFaults.length} files are not as they should be`,
      reason: 'invalid-file',
      faults: [...fileFaults, ...(chartFault ? [{ text: chartFault }] : [])],
      remedy: 'Correct the files, or the paths in `with:`; paths are relative to the workspace. Nothing was called.',
    });
  if (chartFault)
    throw new Failure({
      what: 'the chart is not valid',
      reason: 'chart-invalid',
      why: [chartFault],
      remedy: 'Correct the chart, or name another one, a folder with a Chart.yaml or a .tgz: chart: ./chart. Nothing was called.',
    });
}

function helmSettings(inputs: Inputs, { runProcess, files, github, environment }: ActionContext): HelmSettings {
  return {
    path: inputs.helmPath,
    run: runProcess,
    folder: files.folder(),
    workspace: github.workspace,
    namespace: inputs.namespace,
    environment: environment.all(),
  };
}

/** Values go to Helm as JSON, because Helm reads YAML 1.1. */
function releaseOf(inputs: Inputs, { files, github }: ActionContext): Session['release'] {
  const valuesFiles = inputs.values.map((values, index) => files.write(`values-${index}.json`, JSON.stringify(values)));
  const labels: Record<string, string> = github.runId === '' ? {} : { [runLabel]: `${github.runId}.${github.runAttempt}` };
  return { name: inputs.release, chart: inputs.chart, valuesFiles, createNamespace: inputs.createNamespace, labels };
}

function factsOf({ inputs, context, helm }: Session, history: readonly Revision[], rendered: Rendered) {
  const differences = compare(history.at(-1), rendered, inputs.namespace);
  const images = imagesOf(objectsOf(rendered, inputs.namespace));
  return { differences, images, diffPath: inputs.diff ? writeDiff(differences, context) : '', helmVersion: helm.version };
}
