/** Amazon ECR: logins, repositories, images by manifest, scanning configuration, and what its host names say. */
export { type AuthorizationToken, getAuthorizationToken, getPublicAuthorizationToken } from './authorization.ts';
export {
  ecrHost,
  type HostKind,
  hostKind,
  isPublicRegistry,
  parseEcrHost,
  publicRegistryHost,
  publicRegistryPartition,
  publicRegistryRegion,
  type RegistryHost,
} from './host.ts';
export {
  acceptedMediaTypes,
  type BatchGetImageResult,
  batchGetImage,
  batchImageLimit,
  describeImages,
  type ImageDetail,
  type ImageFailure,
  type ImageId,
  putImage,
  type StoredImage,
} from './images.ts';
export { readImagePlatform } from './platform.ts';
export {
  createRepository,
  describeRepository,
  isImmutableTag,
  putLifecyclePolicy,
  type Repository,
  type RepositorySettings,
  type TagMutability,
} from './repositories.ts';
export {
  getRegistryScanningConfiguration,
  getRepositoryScanning,
  type RegistryScanning,
  type RepositoryScanning,
  type ScanFrequency,
  scanningConfigurationLimit,
} from './scanning.ts';
