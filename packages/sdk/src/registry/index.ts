/** An OCI distribution client: blobs, manifests, logins. Knows ECR's words, works with any registry that takes a password. */
export { type BlobContent, type BlobOutcome, chunkBytes, getBlob, hasBlob, pushBlob } from './blobs.ts';
export { isLoopbackHost, type RegistryContext, type RegistryPart, registryUrl, unansweredTries } from './connection.ts';
export { type DockerConfig, parseDockerConfig, type RegistryLogin, withHelper, withLogins } from './docker-config.ts';
export { DockerConfigError, type DockerFolder, linkNeighbours, readDockerFolder } from './docker-folder.ts';
export { RegistryError, type RegistryErrorCode } from './errors.ts';
export { checkLogin } from './login-check.ts';
export { getManifest, headManifest, manifestMediaTypes, putManifest, type RegistryManifest, sha256Digest } from './manifests.ts';
