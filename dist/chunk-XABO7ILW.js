const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  BatchGetImage$,
  BatchGetRepositoryScanningConfiguration$,
  CreateRepository$,
  DescribeImages$,
  DescribeRepositories$,
  GetAuthorizationToken$,
  GetDownloadUrlForLayer$,
  GetRegistryScanningConfiguration$,
  PutImage$,
  PutLifecyclePolicy$,
  commonParams,
  ecrClient,
  incompleteAnswer
} from "./chunk-CEY5YT7V.js";
import {
  getEndpointPlugin,
  makeBuilder
} from "./chunk-YAZ3AOZW.js";
import {
  partitionOf
} from "./chunk-2QCIIYE3.js";
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  AwsError,
  call,
  classify
} from "./chunk-2ANFHKXR.js";

// packages/sdk/src/ecr/host.ts
var publicRegistryHost = "public.ecr.aws";
var publicDualStackHost = "ecr-public.aws.com";
var publicRegistryRegion = "us-east-1";
var publicRegistryPartition = "aws";
function isPublicRegistry(host) {
  return host === publicRegistryHost || host === publicDualStackHost;
}
function ecrHost(accountId, region) {
  return `${accountId}.dkr.ecr.${region}.${partitionOf(region)?.dnsSuffix ?? "amazonaws.com"}`;
}
var classic = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.([a-z0-9.-]+)$/;
var dualStack = /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.([a-z0-9.-]+)$/;
var dualStackSuffixes = {
  aws: "aws",
  "aws-us-gov": "aws",
  "aws-cn": "amazonwebservices.com.cn",
  "aws-eusc": "amazonwebservices.eu"
};
function parseEcrHost(host) {
  if (isPublicRegistry(host)) return { host, accountId: "", region: publicRegistryRegion, partition: publicRegistryPartition };
  const match = classic.exec(host);
  const [, accountId = "", region = "", suffix = ""] = match ?? dualStack.exec(host) ?? [];
  const partition = accountId ? partitionOf(region) : void 0;
  if (!partition) return void 0;
  const right = match ? partition.dnsSuffix : dualStackSuffixes[partition.name];
  return suffix === right ? { host, accountId, region, partition: partition.name } : void 0;
}
function hostKind(host) {
  return { fips: /^\d{12}\.dkr[.-]ecr-fips\./.test(host), dualStack: host === publicDualStackHost || /^\d{12}\.dkr-ecr(?:-fips)?\./.test(host) };
}

// node_modules/@aws-sdk/client-ecr/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "AmazonEC2ContainerRegistry_V20150921", "ECRClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-ecr/dist-es/commands/BatchGetImageCommand.js
var BatchGetImageCommand = class extends command(_ep0, _mw0, "BatchGetImage", BatchGetImage$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/BatchGetRepositoryScanningConfigurationCommand.js
var BatchGetRepositoryScanningConfigurationCommand = class extends command(_ep0, _mw0, "BatchGetRepositoryScanningConfiguration", BatchGetRepositoryScanningConfiguration$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/CreateRepositoryCommand.js
var CreateRepositoryCommand = class extends command(_ep0, _mw0, "CreateRepository", CreateRepository$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/DescribeImagesCommand.js
var DescribeImagesCommand = class extends command(_ep0, _mw0, "DescribeImages", DescribeImages$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/DescribeRepositoriesCommand.js
var DescribeRepositoriesCommand = class extends command(_ep0, _mw0, "DescribeRepositories", DescribeRepositories$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/GetAuthorizationTokenCommand.js
var GetAuthorizationTokenCommand = class extends command(_ep0, _mw0, "GetAuthorizationToken", GetAuthorizationToken$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/GetDownloadUrlForLayerCommand.js
var GetDownloadUrlForLayerCommand = class extends command(_ep0, _mw0, "GetDownloadUrlForLayer", GetDownloadUrlForLayer$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/GetRegistryScanningConfigurationCommand.js
var GetRegistryScanningConfigurationCommand = class extends command(_ep0, _mw0, "GetRegistryScanningConfiguration", GetRegistryScanningConfiguration$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/PutImageCommand.js
var PutImageCommand = class extends command(_ep0, _mw0, "PutImage", PutImage$) {
};

// node_modules/@aws-sdk/client-ecr/dist-es/commands/PutLifecyclePolicyCommand.js
var PutLifecyclePolicyCommand = class extends command(_ep0, _mw0, "PutLifecyclePolicy", PutLifecyclePolicy$) {
};

// packages/sdk/src/ecr/authorization.ts
async function getAuthorizationToken(context, policy = {}) {
  const send = (options) => ecrClient(context).send(new GetAuthorizationTokenCommand({}), options);
  const answer = await call(context, "ecr", "GetAuthorizationToken", send, policy);
  const data = answer.authorizationData?.[0];
  return readAuthorization(data?.authorizationToken, data?.expiresAt, "ecr");
}
async function getPublicAuthorizationToken(context, policy = {}) {
  const { requestPublicToken } = await import("./public-authorization-WPE4C3QC.js");
  const { authorizationToken, expiresAt } = await requestPublicToken(context, policy);
  return readAuthorization(authorizationToken, expiresAt, "ecr-public");
}
function readAuthorization(encoded, expiresAt, service) {
  const [, username, password] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded ?? "", "base64").toString("utf8")) ?? [];
  if (!username || !password) throw incompleteAnswer("GetAuthorizationToken", service);
  return { username, password, expiresAt };
}

// packages/sdk/src/ecr/images.ts
var batchImageLimit = 100;
var acceptedMediaTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
async function batchGetImage(context, repository, ids, registryId) {
  const input = { repositoryName: repository, imageIds: ids.map(idOf), acceptedMediaTypes: [...acceptedMediaTypes], ...registryId ? { registryId } : {} };
  const answer = await call(context, "ecr", "BatchGetImage", (options) => ecrClient(context).send(new BatchGetImageCommand(input), options));
  return {
    images: (answer.images ?? []).map(({ imageId, imageManifest, imageManifestMediaType }) => {
      if (!imageId?.imageDigest || !imageManifest) throw incompleteAnswer("BatchGetImage");
      return { digest: imageId.imageDigest, tag: imageId.imageTag, mediaType: imageManifestMediaType ?? mediaTypeOf(imageManifest), manifest: imageManifest };
    }),
    failures: (answer.failures ?? []).map(({ imageId, failureCode, failureReason }) => ({
      id: imageId?.imageTag ?? imageId?.imageDigest ?? "",
      code: failureCode ?? "",
      reason: failureReason ?? ""
    }))
  };
}
async function putImage(context, repository, image, registryId) {
  const input = {
    repositoryName: repository,
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
    imageDigest: image.digest,
    imageTag: image.tag,
    ...registryId ? { registryId } : {}
  };
  try {
    await call(context, "ecr", "PutImage", (options) => ecrClient(context).send(new PutImageCommand(input), options));
    return "put";
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === "ImageAlreadyExistsException") return "unchanged";
    throw error;
  }
}
async function describeImages(context, repository, ids, registryId) {
  const input = { repositoryName: repository, imageIds: ids.map(idOf), ...registryId ? { registryId } : {} };
  const answer = await call(context, "ecr", "DescribeImages", (options) => ecrClient(context).send(new DescribeImagesCommand(input), options));
  return (answer.imageDetails ?? []).map(detailFrom);
}
function detailFrom(detail) {
  return {
    digest: detail.imageDigest ?? "",
    tags: [...detail.imageTags ?? []].sort(),
    pushedAt: detail.imagePushedAt,
    sizeBytes: detail.imageSizeInBytes,
    mediaType: detail.imageManifestMediaType
  };
}
function idOf(id) {
  return id.tag === void 0 ? { imageDigest: id.digest } : { imageTag: id.tag };
}
function mediaTypeOf(manifest) {
  try {
    return JSON.parse(manifest).mediaType ?? acceptedMediaTypes[2];
  } catch {
    throw incompleteAnswer("BatchGetImage");
  }
}

// packages/sdk/src/ecr/platform.ts
var configLimit = 8 * 1024 * 1024;
async function readImagePlatform(context, repository, digest, registryId) {
  const { images } = await batchGetImage(context, repository, [{ digest }], registryId);
  const manifest = JSON.parse(images[0]?.manifest ?? "{}");
  const layerDigest = manifest.config?.digest;
  if (!layerDigest) return "";
  const command2 = () => new GetDownloadUrlForLayerCommand({ repositoryName: repository, layerDigest, ...registryId ? { registryId } : {} });
  const { downloadUrl } = await call(context, "ecr", "GetDownloadUrlForLayer", (options) => ecrClient(context).send(command2(), options));
  if (!downloadUrl) throw incompleteAnswer("GetDownloadUrlForLayer");
  const config = JSON.parse(await download(context, downloadUrl));
  if (!config.os || !config.architecture) return "";
  const variant = config.variant && !(config.architecture === "arm64" && config.variant === "v8") ? [config.variant] : [];
  return [config.os, config.architecture, ...variant].join("/");
}
async function download(context, url) {
  return call(context, "ecr", "DownloadLayer", async ({ abortSignal }) => {
    const answer = await sendHttp({ url, signal: abortSignal, bodyLimit: configLimit, ...context.environment ? { environment: context.environment } : {} });
    if (answer.status === 200) return answer.body;
    throw classify({ name: "DownloadFailed", message: `HTTP ${answer.status}`, $metadata: { httpStatusCode: answer.status } }, "ecr", "DownloadLayer");
  });
}

// packages/sdk/src/ecr/repositories.ts
async function describeRepository(context, name, registryId) {
  const input = { repositoryNames: [name], ...registryId ? { registryId } : {} };
  try {
    const answer = await call(context, "ecr", "DescribeRepositories", (options) => ecrClient(context).send(new DescribeRepositoriesCommand(input), options));
    const found = answer.repositories?.[0];
    if (!found) throw incompleteAnswer("DescribeRepositories");
    return repositoryFrom(found, name);
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === "RepositoryNotFoundException") return void 0;
    throw error;
  }
}
async function createRepository(context, name, settings) {
  const { kmsKey } = settings;
  const encryption = kmsKey === void 0 ? {} : { encryptionConfiguration: { encryptionType: "KMS", ...kmsKey === "aws" ? {} : { kmsKey } } };
  const command2 = () => new CreateRepositoryCommand({
    repositoryName: name,
    ...settings.registryId ? { registryId: settings.registryId } : {},
    imageTagMutability: settings.tagMutability,
    imageScanningConfiguration: { scanOnPush: settings.scanOnPush },
    ...encryption
  });
  try {
    const answer = await call(context, "ecr", "CreateRepository", (options) => ecrClient(context).send(command2(), options));
    if (!answer.repository) throw incompleteAnswer("CreateRepository");
    return repositoryFrom(answer.repository, name);
  } catch (error) {
    if (error instanceof AwsError && error.awsCode === "RepositoryAlreadyExistsException") return void 0;
    throw error;
  }
}
async function putLifecyclePolicy(context, name, policy, registryId) {
  const input = { repositoryName: name, lifecyclePolicyText: JSON.stringify(policy), ...registryId ? { registryId } : {} };
  const command2 = () => new PutLifecyclePolicyCommand(input);
  await call(context, "ecr", "PutLifecyclePolicy", (options) => ecrClient(context).send(command2(), options));
}
function isImmutableTag({ tagMutability, exclusions }, tag) {
  const excluded = exclusions.some((filter) => wildcard(filter).test(tag));
  switch (tagMutability) {
    case "MUTABLE":
      return false;
    case "IMMUTABLE":
      return true;
    case "IMMUTABLE_WITH_EXCLUSION":
      return !excluded;
    case "MUTABLE_WITH_EXCLUSION":
      return excluded;
  }
}
function wildcard(filter) {
  return new RegExp(
    `^${filter.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`
  );
}
function repositoryFrom(found, name) {
  return {
    name: found.repositoryName ?? name,
    arn: found.repositoryArn ?? "",
    registryId: found.registryId ?? "",
    uri: found.repositoryUri ?? "",
    tagMutability: found.imageTagMutability ?? "MUTABLE",
    exclusions: (found.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? [])
  };
}

// packages/sdk/src/ecr/scanning.ts
async function getRegistryScanningConfiguration(context) {
  const answer = await call(
    context,
    "ecr",
    "GetRegistryScanningConfiguration",
    (options) => ecrClient(context).send(new GetRegistryScanningConfigurationCommand({}), options)
  );
  return { scanType: answer.scanningConfiguration?.scanType ?? "BASIC" };
}
async function getRepositoryScanning(context, repository) {
  const command2 = () => new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repository] });
  const answer = await call(context, "ecr", "BatchGetRepositoryScanningConfiguration", (options) => ecrClient(context).send(command2(), options));
  const found = answer.scanningConfigurations?.[0];
  if (!found) return void 0;
  return { repository: found.repositoryName ?? repository, scanFrequency: found.scanFrequency ?? "MANUAL", scanOnPush: found.scanOnPush ?? false };
}

export {
  getAuthorizationToken,
  getPublicAuthorizationToken,
  publicRegistryHost,
  publicRegistryPartition,
  isPublicRegistry,
  ecrHost,
  parseEcrHost,
  hostKind,
  batchImageLimit,
  batchGetImage,
  putImage,
  describeImages,
  readImagePlatform,
  describeRepository,
  createRepository,
  putLifecyclePolicy,
  isImmutableTag,
  getRegistryScanningConfiguration,
  getRepositoryScanning
};
