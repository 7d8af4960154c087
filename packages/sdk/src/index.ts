/** AWS, typed. Each service has its own subpath, so that nobody loads what he does not use. Knows nothing of GitHub. */
export {
  type AwsContext,
  type AwsCredentials,
  awsContextOf,
  type CallPolicy,
  type ClientConfig,
  call,
  clientCache,
  clientConfig,
  closeContext,
  mayPass,
  type Run,
  withCredentials,
} from './config.ts';
export { AwsError, type AwsErrorCode, type AwsErrorParts, classify, iamAction } from './errors.ts';
export { type HttpAnswer, HttpError, type HttpRequest, sendHttp } from './http.ts';
export { type Clock, type RetryDecision, type RetryOptions, retry, seededRandom } from './retry.ts';
