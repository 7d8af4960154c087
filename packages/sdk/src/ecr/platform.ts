/** The platform of a plain image, which only its configuration knows. */
import { GetDownloadUrlForLayerCommand } from '@aws-sdk/client-ecr';
import { type AwsContext, call } from '../config.ts';
import { classify } from '../errors.ts';
import { sendHttp } from '../http.ts';
import { ecrClient, incompleteAnswer } from './client.ts';
import { batchGetImage } from './images.ts';

/** Configurations are a few kilobytes; more is none. */
const configLimit = 8 * 1024 * 1024;

/**
 * Reads an image's configuration (BatchGetImage, GetDownloadUrlForLayer, one GET).
 * @returns `os/architecture[/variant]`; empty when the manifest names no configuration of an image
 */
export async function readImagePlatform(context: AwsContext, repository: string, digest: string, registryId?: string): Promise<string> {
  const { images } = await batchGetImage(context, repository, [{ digest }], registryId);
  const manifest = JSON.parse(images[0]?.manifest ?? '{}') as { config?: { digest?: string } };
  const layerDigest = manifest.config?.digest;
  if (!layerDigest) return '';
  const command = () => new GetDownloadUrlForLayerCommand({ repositoryName: repository, layerDigest, ...(registryId ? { registryId } : {}) });
  const { downloadUrl } = await call(context, 'ecr', 'GetDownloadUrlForLayer', (options) => ecrClient(context).send(command(), options));
  if (!downloadUrl) throw incompleteAnswer('GetDownloadUrlForLayer');
  const config = JSON.parse(await download(context, downloadUrl)) as { os?: string; architecture?: string; variant?: string };
  if (!config.os || !config.architecture) return '';
  const variant = config.variant && !(config.architecture === 'arm64' && config.variant === 'v8') ? [config.variant] : [];
  return [config.os, config.architecture, ...variant].join('/');
}

/** The URL is signed by itself; it is sent without credentials. */
async function download(context: AwsContext, url: string): Promise<string> {
  return call(context, 'ecr', 'DownloadLayer', async ({ abortSignal }) => {
    const answer = await sendHttp({ url, signal: abortSignal, bodyLimit: configLimit, ...(context.environment ? { environment: context.environment } : {}) });
    if (answer.status === 200) return answer.body;
    throw classify({ name: 'DownloadFailed', message: `HTTP ${answer.status}`, $metadata: { httpStatusCode: answer.status } }, 'ecr', 'DownloadLayer');
  });
}
