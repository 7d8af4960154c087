const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  imageRepositoryName
} from "./chunk-IUSUVT5T.js";
import {
  parseWrittenMap,
  readTextMap
} from "./chunk-LTGTBCPC.js";
import "./chunk-JMC5Y2LS.js";
import {
  contextWithRole,
  getCallerIdentity,
  roleArnPattern
} from "./chunk-DUIDKB3Q.js";
import {
  RegistryError,
  getBlob,
  getManifest,
  headManifest,
  isLoopbackHost,
  linkNeighbours,
  pushBlob,
  putManifest,
  readDockerFolder,
  withLogins
} from "./chunk-YJ52PXDF.js";
import {
  createRepository,
  describeRepository,
  ecrHost,
  getAuthorizationToken,
  isImmutableTag,
  parseEcrHost,
  publicRegistryHost,
  putLifecyclePolicy
} from "./chunk-XABO7ILW.js";
import "./chunk-CEY5YT7V.js";
import "./chunk-H7HKFSWY.js";
import "./chunk-JVX4A3D5.js";
import "./chunk-ZC465YLL.js";
import "./chunk-BCQYPPXB.js";
import "./chunk-BQVGT3GG.js";
import "./chunk-YAZ3AOZW.js";
import "./chunk-XI6AQZL3.js";
import "./chunk-7MWBAGVT.js";
import "./chunk-HWU333NJ.js";
import {
  isKnownRegion,
  knownRegions
} from "./chunk-2QCIIYE3.js";
import {
  sendHttp
} from "./chunk-XWWFI6TS.js";
import {
  AwsError,
  closeContext
} from "./chunk-2ANFHKXR.js";
import "./chunk-FJLWJYUI.js";
import "./chunk-IBAIYVMO.js";
import {
  Failure,
  cannotWrite,
  fetchIdToken,
  runAction,
  toFailure
} from "./chunk-XWKQ645Z.js";
import {
  nearest
} from "./chunk-RAUTGCC4.js";
import "./chunk-PM2L73EJ.js";
import {
  code,
  table
} from "./chunk-KVJXZJXX.js";
import {
  createHash
} from "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/build-image/src/layout/image.ts
var indexTypes = /* @__PURE__ */ new Set(["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"]);
var manifestTypes = /* @__PURE__ */ new Set(["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"]);
function isIndex(mediaType) {
  return indexTypes.has(mediaType);
}
function isManifest(mediaType) {
  return manifestTypes.has(mediaType);
}
function manifestsOf(root) {
  const all = [...root.children.flatMap(manifestsOf), root];
  return [...new Map(all.map((manifest) => [manifest.descriptor.digest, manifest])).values()];
}
function childrenOf(root) {
  return imagesOf(root).map(({ descriptor, config }) => ({ digest: descriptor.digest, platform: platformOf(descriptor, config) })).sort((a, b) => a.digest < b.digest ? -1 : 1);
}
function imagesOf(root) {
  return manifestsOf(root).filter((manifest) => !isIndex(manifest.descriptor.mediaType) && !manifest.attestation);
}
function sizeOf(root) {
  return imagesOf(root).reduce((sum, { blobs }) => sum + blobs.reduce((part, { descriptor }) => part + descriptor.size, 0), 0);
}
function baseNameOf(root) {
  const key = "org.opencontainers.image.base.name";
  for (const { annotations, config } of manifestsOf(root)) {
    const name = annotations[key] ?? config.config?.Labels?.[key];
    if (name) return name;
  }
  return void 0;
}
function platformOf({ platform }, config) {
  const { os, architecture, variant } = { ...config, ...platform };
  return [os ?? "unknown", architecture ?? "unknown", ...variant ? [variant] : []].join("/");
}

// actions/build-image/src/reasons.ts
var reasons = ["builder-missing", "build-failed", "tag-immutable", "repository-missing", "push-denied", "archive-invalid"];

// actions/build-image/src/outcome.ts
var BuildFailure = class extends Failure {
  partial;
  constructor(failure, partial) {
    const { what, reason, why, remedy, faults, cause } = failure;
    super({ what, reason, why, faults, cause, ...remedy === void 0 ? {} : { remedy } });
    this.partial = partial;
  }
};
var otherCodes = { "invalid-request": "invalid-input" };
function failWith(error, what, partial) {
  const failure = toFailure(error, what, reasons);
  if (failure.reason !== "internal" || !(error instanceof AwsError || error instanceof RegistryError)) return new BuildFailure(failure, partial);
  const reason = otherCodes[error.code] ?? "internal";
  return new BuildFailure(new Failure({ what, reason, why: [error.message], remedy: error.hint, cause: error }), partial);
}

// actions/build-image/src/push/destination.ts
var apiPatienceMs = 12e4;
async function connect(target, context) {
  const aws = await awsContext(target, context);
  try {
    const host = target.host ?? ecrHost((await getCallerIdentity(aws)).accountId, target.region);
    const login = await getAuthorizationToken(aws);
    context.masks.add(login.password);
    context.masks.add(Buffer.from(`${login.username}:${login.password}`).toString("base64"));
    const registry = registryContext(host, login, context);
    return {
      name: `${host}/${target.repository}`,
      repository: target.repository,
      registryId: target.registryId,
      aws,
      registry,
      close: () => closeContext(aws)
    };
  } catch (error) {
    closeContext(aws);
    throw error;
  }
}
function awsContext({ region, roleToAssume }, context) {
  return contextWithRole(context, {
    region,
    userAgent: "slipway/build-image",
    roleArn: roleToAssume,
    fetchToken: (audience) => fetchIdToken(context, audience, sendHttp),
    deadline: Math.min(context.deadline, context.clock.now() + apiPatienceMs)
  });
}
function registryContext(host, login, context) {
  return {
    host,
    login,
    clock: context.clock,
    signal: context.signal,
    deadline: context.deadline,
    environment: context.environment.all(),
    onCall: (operation) => context.calls.count(`registry:${operation}`)
  };
}

// actions/build-image/src/layout/files.ts
import { join } from "node:path";

// actions/build-image/src/layout/tar.ts
var TarError = class extends Error {
  compression;
  constructor(message, compression) {
    super(message);
    this.name = "TarError";
    this.compression = compression;
  }
};
var block = 512;
var longestHeader = 1024 * 1024;
var magics = [
  { name: "gzip", bytes: "1f8b" },
  { name: "zstd", bytes: "28b52ffd" },
  { name: "bzip2", bytes: "425a68" },
  { name: "xz", bytes: "fd377a58" }
];
function indexTar(path) {
  const file = openSync(path, "r");
  try {
    return scan(path, (offset, size) => readAt(file, offset, size));
  } finally {
    closeSync(file);
  }
}
function scan(path, read2) {
  const files = /* @__PURE__ */ new Map();
  let over = {};
  for (let offset = 0; ; ) {
    const bytes = read2(offset, block);
    if (bytes.length === 0 || isZero(bytes)) break;
    if (bytes.length < block) throw new TarError(`the tar ends in the middle of a header at byte ${offset}`);
    const header2 = parseHeader(bytes, offset);
    const size = isMeta(header2.type) ? header2.size : over.size ?? header2.size;
    const start = offset + block;
    if (isMeta(header2.type)) over = { ...over, ...readMeta(header2, read2(start, checkedSize(header2))) };
    else {
      if (header2.type === "0" || header2.type === "\0") files.set((over.name ?? header2.name).replace(/^(\.\/)+/, ""), { path, start, size });
      over = {};
    }
    offset = start + Math.ceil(size / block) * block;
  }
  return files;
}
function isMeta(type) {
  return type === "x" || type === "g" || type === "L" || type === "K";
}
function checkedSize({ size }) {
  if (size > longestHeader) throw new TarError(`a header of ${size} bytes is none`);
  return size;
}
function readMeta({ type }, bytes) {
  if (type === "L") return { name: text(bytes) };
  if (type !== "x") return {};
  const result = {};
  for (let offset = 0; offset < bytes.length; ) {
    const space = bytes.indexOf(32, offset);
    const length = Number(bytes.subarray(offset, space).toString("latin1"));
    if (space < 0 || !Number.isInteger(length) || length <= 0) break;
    const [key, ...value] = bytes.subarray(space + 1, offset + length - 1).toString("utf8").split("=");
    if (key === "path") result.name = value.join("=");
    if (key === "size") result.size = Number(value.join("="));
    offset += length;
  }
  return result;
}
function parseHeader(bytes, offset) {
  let sum = 0;
  for (let index = 0; index < block; index += 1) sum += index >= 148 && index < 156 ? 32 : bytes[index] ?? 0;
  if (sum !== octal(bytes.subarray(148, 156))) throw notTar(bytes, offset);
  const prefix = bytes.toString("latin1", 257, 262) === "ustar" ? text(bytes.subarray(345, 500)) : "";
  const name = text(bytes.subarray(0, 100));
  return { name: prefix ? `${prefix}/${name}` : name, size: number(bytes.subarray(124, 136)), type: String.fromCharCode(bytes[156] ?? 0) };
}
function notTar(bytes, offset) {
  const hex = bytes.toString("hex", 0, 4);
  const compression = offset === 0 ? magics.find((magic) => hex.startsWith(magic.bytes))?.name : void 0;
  return new TarError(compression ? `it is compressed with ${compression}` : `there is no tar header at byte ${offset}`, compression);
}
function number(bytes) {
  if (((bytes[0] ?? 0) & 128) === 0) return octal(bytes);
  let value = (bytes[0] ?? 0) & 127;
  for (const byte of bytes.subarray(1)) value = value * 256 + byte;
  return value;
}
function octal(bytes) {
  return Number.parseInt(text(bytes).trim() || "0", 8);
}
function text(bytes) {
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}
function isZero(bytes) {
  return bytes.every((byte) => byte === 0);
}
function readAt(file, offset, size) {
  const bytes = Buffer.alloc(size);
  const count = readSync(file, bytes, 0, size, offset);
  return bytes.subarray(0, count);
}

// actions/build-image/src/layout/files.ts
function openLayout(path) {
  if (statSync(path).isDirectory()) {
    const find = (name) => sliceOf(join(path, name));
    return { path, kind: "folder", find, has: (name) => find(name) !== void 0 };
  }
  const entries = indexTar(path);
  return { path, kind: "archive", find: (name) => entries.get(name), has: (name) => entries.has(name) };
}
function sliceOf(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { path: file, start: 0, size: stat.size } : void 0;
}
function readSlice({ path, start, size }) {
  const bytes = Buffer.alloc(size);
  const file = openSync(path, "r");
  try {
    let read2 = 0;
    while (read2 < size) {
      const count = readSync(file, bytes, read2, size - read2, start + read2);
      if (count === 0) break;
      read2 += count;
    }
    return bytes.subarray(0, read2);
  } finally {
    closeSync(file);
  }
}
function streamSlice({ path, start }, from, to) {
  if (to <= from) return (async function* () {
  })();
  return createReadStream(path, { start: start + from, end: start + to - 1, highWaterMark: 256 * 1024 });
}

// actions/build-image/src/push/mount.ts
function mountSource(base, host, repository) {
  if (!base?.startsWith(`${host}/`)) return void 0;
  const name = base.slice(host.length + 1).replace(/@.*$/, "").replace(/:[^/]*$/, "");
  return name && name !== repository ? name : void 0;
}

// actions/build-image/src/push/push.ts
var parallelBlobs = 4;
async function pushContent(image, destination, context) {
  const manifests = manifestsOf(image);
  const blobs = [...new Map(manifests.flatMap((manifest) => manifest.blobs).map((blob) => [blob.descriptor.digest, blob])).values()];
  const from = mountSource(baseNameOf(image), destination.registry.host, destination.repository);
  const counts = await pushBlobs(blobs, destination, from);
  context.log.info(`Blobs: ${counts.uploaded} uploaded, ${counts.mounted} mounted${from ? ` from ${from}` : ""}, ${counts.present} there already`);
  for (const manifest of manifests) await putManifest(destination.registry, destination.repository, registryManifest(manifest));
  return counts;
}
async function pushTags(root, tags, { registry, repository }, onTag) {
  for (const tag of tags) {
    await putManifest(registry, repository, registryManifest(root), tag);
    onTag(tag);
  }
}
function registryManifest({ descriptor, bytes }) {
  return { digest: descriptor.digest, mediaType: descriptor.mediaType, bytes };
}
async function pushBlobs(blobs, { registry, repository }, from) {
  const counts = { present: 0, mounted: 0, uploaded: 0 };
  const failed = new AbortController();
  const own = { ...registry, signal: AbortSignal.any([registry.signal, failed.signal]) };
  const queue = [...blobs];
  const work = async () => {
    for (let blob = queue.shift(); blob; blob = queue.shift()) counts[await pushBlob(own, repository, contentOf(blob), from)] += 1;
  };
  const workers = Array.from(
    { length: parallelBlobs },
    () => work().catch((error) => {
      failed.abort(error);
      throw error;
    })
  );
  await Promise.allSettled(workers);
  if (registry.signal.aborted) throw registry.signal.reason;
  if (failed.signal.aborted) throw failed.signal.reason;
  return counts;
}
function contentOf({ descriptor, slice }) {
  return { digest: descriptor.digest, size: descriptor.size, read: (start, end) => streamSlice(slice, start, end) };
}

// actions/build-image/src/push/repository.ts
var candidateDays = 14;
var untaggedDays = 7;
var lifecyclePolicy = {
  rules: [
    {
      rulePriority: 1,
      description: `candidates that were not promoted within ${candidateDays} days`,
      selection: { tagStatus: "tagged", tagPrefixList: ["candidate-"], countType: "sinceImagePushed", countUnit: "days", countNumber: candidateDays },
      action: { type: "expire" }
    },
    {
      rulePriority: 2,
      description: `untagged for ${untaggedDays} days`,
      selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: untaggedDays },
      action: { type: "expire" }
    }
  ]
};
async function ensureRepository(destination, inputs, context) {
  const { aws, repository, registryId } = destination;
  const there = await describeRepository(aws, repository, registryId);
  if (there) return there;
  if (!inputs.createRepository) throw missing(destination, inputs.target.region);
  const made = await create(destination, repository, inputs, "IMMUTABLE");
  if (made) context.log.info(`Created the repository ${destination.name}: scan on push, immutable tags, KMS, lifecycle`);
  if (await create(destination, `${repository}-cache`, inputs, "MUTABLE")) context.log.info(`Created the repository ${destination.name}-cache`);
  const found = made ?? await describeRepository(aws, repository, registryId);
  if (!found) throw missing(destination, inputs.target.region);
  return found;
}
async function create(destination, name, { kmsKey = "aws" }, tagMutability) {
  const { aws, registryId } = destination;
  const made = await createRepository(aws, name, { tagMutability, scanOnPush: true, kmsKey, ...registryId ? { registryId } : {} });
  if (made) await putLifecyclePolicy(aws, name, lifecyclePolicy, registryId);
  return made;
}
function missing({ name, repository }, region) {
  return new Failure({
    what: `the repository ${name} does not exist`,
    reason: "repository-missing",
    why: ["ecr:DescribeRepositories: RepositoryNotFoundException"],
    remedy: `Set create-repository: true, or create it:
aws ecr create-repository --region ${region} --repository-name ${repository} --image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true`
  });
}

// actions/build-image/src/push/standing.ts
async function readStanding({ registry, repository }, tags) {
  const digests = await Promise.all(tags.map((tag) => headManifest(registry, repository, tag)));
  return new Map(tags.map((tag, index) => [tag, digests[index]]));
}
function isStanding(standing, digest) {
  return [...standing.values()].every((at) => at === digest);
}
function tagsToPut(standing, digest) {
  return [...standing].filter(([, at]) => at !== digest).map(([tag]) => tag);
}
function takenTags(standing, repository) {
  return [...standing].flatMap(([tag, digest]) => digest !== void 0 && isImmutableTag(repository, tag) ? [{ tag, digest }] : []);
}
function refuseTaken(taken, digest, name) {
  const doomed = taken.filter((entry) => entry.digest !== digest);
  if (doomed.length === 0) return;
  const [first] = doomed;
  throw new Failure({
    what: `${doomed.length === 1 ? `the tag ${first?.tag} of ${name} is` : `${doomed.length} tags of ${name} are`} taken and immutable`,
    reason: "tag-immutable",
    why: doomed.map((entry) => `${entry.tag} is on ${entry.digest}${digest ? `, this image is ${digest}` : ", which was built from another commit"}`),
    remedy: "Use a tag that names the bytes (tags: sha-{sha}), or leave this one to the image that has it. Nothing was written."
  });
}

// actions/build-image/src/source/keep-archive.ts
import { join as join2 } from "node:path";

// actions/build-image/src/layout/archive.ts
import { once } from "node:events";
var block2 = 512;
var endOfArchive = Buffer.alloc(2 * block2);
var largestFile = 8 ** 11 - 1;
async function writeArchive(file, root, name) {
  const stream = createWriteStream(file, { mode: 384, flags: "wx" });
  const failed = new Promise((_, reject) => stream.once("error", reject));
  await Promise.race([writeAll(stream, root, name), failed]);
}
async function writeAll(stream, root, name) {
  const { mediaType, digest, size } = root.descriptor;
  const annotations = name ? { annotations: { "org.opencontainers.image.ref.name": name } } : {};
  const index = { schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json", manifests: [{ mediaType, digest, size, ...annotations }] };
  await writeFile(stream, "oci-layout", Buffer.from('{"imageLayoutVersion":"1.0.0"}'));
  await writeFile(stream, "index.json", Buffer.from(JSON.stringify(index)));
  const seen = /* @__PURE__ */ new Set();
  for (const manifest of manifestsOf(root)) {
    for (const { descriptor, slice } of manifest.blobs) {
      if (seen.has(descriptor.digest)) continue;
      seen.add(descriptor.digest);
      await write(stream, header(blobPath(descriptor.digest), slice.size));
      for await (const chunk of streamSlice(slice, 0, slice.size)) await write(stream, chunk);
      await write(stream, padding(slice.size));
    }
    await writeFile(stream, blobPath(manifest.descriptor.digest), manifest.bytes);
  }
  stream.end(endOfArchive);
  await once(stream, "close");
}
function blobPath(digest) {
  return `blobs/${digest.replace(":", "/")}`;
}
async function writeFile(stream, name, bytes) {
  await write(stream, Buffer.concat([header(name, bytes.length), bytes, padding(bytes.length)]));
}
async function write(stream, bytes) {
  if (!stream.write(bytes)) await once(stream, "drain");
}
function padding(size) {
  return Buffer.alloc((block2 - size % block2) % block2);
}
function header(name, size) {
  if (size > largestFile) throw new Error(`${name} has ${size} bytes: too large for a tar of this kind`);
  const bytes = Buffer.alloc(block2);
  bytes.write(name, 0, 100, "latin1");
  bytes.write("0000644\x000000000\x000000000\0", 100, "latin1");
  bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  bytes.write("00000000000\0", 136, "latin1");
  bytes.write("        0", 148, "latin1");
  bytes.write("ustar\x0000", 257, "latin1");
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return bytes;
}

// actions/build-image/src/source/keep-archive.ts
async function keepArchive({ image, builder }, { target, tags, candidateOnly }, context) {
  const { digest } = image.descriptor;
  const file = join2(context.github.temp, `slipway-image-${digest.slice("sha256:".length, "sha256:".length + 12)}-${process.pid}.tar`);
  try {
    await writeArchive(file, image, tags[0] ?? "");
  } catch (error) {
    throw cannotWrite(file, error);
  }
  context.log.info(`Wrote ${file}`);
  return {
    outcome: "built",
    digest,
    name: target.host ? `${target.host}/${target.repository}` : target.repository,
    children: childrenOf(image),
    tags: [],
    candidateTag: candidateOnly ? tags[0] ?? "" : "",
    archivePath: file,
    sizeBytes: sizeOf(image),
    builder,
    blobs: { present: 0, mounted: 0, uploaded: 0 }
  };
}

// actions/build-image/src/layout/content.ts
function parseManifest(text2) {
  const value = objectOf(JSON.parse(text2));
  return {
    schemaVersion: value["schemaVersion"],
    config: value["config"] === void 0 ? void 0 : descriptorOf(value["config"]),
    layers: listOf(value["layers"]).map(descriptorOf),
    manifests: Array.isArray(value["manifests"]) ? value["manifests"].map(descriptorOf) : void 0,
    annotations: textsOf(value["annotations"]),
    artifact: value["artifactType"] !== void 0 || value["subject"] !== void 0
  };
}
function parseConfig(text2) {
  const { os, architecture, variant, config } = objectOf(JSON.parse(text2));
  return { ...textsOf({ os, architecture, variant }), config: { Labels: textsOf(objectOf(config)["Labels"]) } };
}
function descriptorOf(value) {
  const { mediaType, digest, size, platform, annotations } = objectOf(value);
  return {
    mediaType: typeof mediaType === "string" ? mediaType : "",
    digest: typeof digest === "string" ? digest : "",
    size: typeof size === "number" ? size : -1,
    platform: textsOf(platform),
    annotations: textsOf(annotations)
  };
}
function objectOf(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textsOf(value) {
  return Object.fromEntries(Object.entries(objectOf(value)).filter((entry) => typeof entry[1] === "string"));
}

// actions/build-image/src/push/remote.ts
async function readRemoteImage(destination, digest) {
  const root = await read(destination, { digest, mediaType: "", size: 0 });
  return { root, images: imagesOf(root) };
}
async function read(destination, named) {
  const { registry, repository } = destination;
  const found = await getManifest(registry, repository, named.digest);
  if (!found) return { descriptor: named, bytes: Buffer.alloc(0), blobs: [], children: [], annotations: {}, config: {}, attestation: true };
  const content = parseManifest(found.bytes.toString("utf8"));
  const descriptor = { ...named, mediaType: found.mediaType, size: found.bytes.length };
  const attestation = named.platform?.os === "unknown" || named.annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
  const children = [];
  if (isIndex(found.mediaType)) for (const child of content.manifests ?? []) children.push(await read(destination, child));
  const config = attestation || !content.config ? {} : await readConfig(destination, content.config.digest);
  return { descriptor, bytes: found.bytes, blobs: [], children, annotations: content.annotations, config, attestation };
}
async function readConfig({ registry, repository }, digest) {
  const bytes = await getBlob(registry, repository, digest);
  try {
    return parseConfig(bytes?.toString("utf8") ?? "{}");
  } catch {
    return {};
  }
}
function samePlatforms(one, other) {
  const digests = (image) => childrenOf(image).map(({ digest }) => digest).join();
  return digests(one) !== "" && digests(one) === digests(other);
}

// actions/build-image/src/layout/verify.ts
var LayoutError = class extends Error {
  code = "archive-invalid";
  mistakes;
  hint;
  constructor(path, mistakes, hint) {
    super(`${path} is not one image as OCI lays it out: ${mistakes[0] ?? ""}`);
    this.name = "LayoutError";
    this.mistakes = mistakes;
    this.hint = hint;
  }
};
var layoutVersion = "1.0.0";
var deepest = 3;
var largestManifest = 4 * 1024 * 1024;
async function verifyLayout(files) {
  checkLayoutFile(files);
  const descriptor = onlyImage(files);
  const walk = new Walk(files);
  const root = walk.manifest(descriptor, 0);
  await walk.hashBlobs();
  if (walk.mistakes.length > 0 || !root) throw new LayoutError(files.path, walk.mistakes, "Make the image again: the file is damaged or was cut.");
  return root;
}
function checkLayoutFile(files) {
  const { path } = files;
  if (!files.has("oci-layout") && !files.has("index.json")) {
    if (files.has("manifest.json")) {
      const target = `${path.replace(/\.tar$/, "")}.oci.tar`;
      const hint = `Convert it:
skopeo copy docker-archive:${path} oci-archive:${target}
or build with: docker buildx build --output type=oci,dest=image.tar`;
      throw new LayoutError(path, ["it was made by docker save, which is another format"], hint);
    }
    throw new LayoutError(
      path,
      ["there is neither oci-layout nor index.json in it"],
      "Give an OCI layout folder or an OCI archive (an uncompressed tar of one)."
    );
  }
  const version = parseFile(files, "oci-layout").imageLayoutVersion;
  if (version !== layoutVersion) {
    throw new LayoutError(
      path,
      [`oci-layout says version ${JSON.stringify(version)}; want "${layoutVersion}"`],
      "Make the layout with a tool that writes version 1.0.0."
    );
  }
}
function parseFile(files, name) {
  const slice = files.find(name);
  if (!slice) throw new LayoutError(files.path, [`${name} is missing`], "Give an OCI layout folder or an OCI archive (an uncompressed tar of one).");
  try {
    const value = JSON.parse(readSlice(slice).toString("utf8"));
    if (value !== null && typeof value === "object") return value;
  } catch {
  }
  throw new LayoutError(files.path, [`${name} is not a JSON object`], "Make the image again: the file is damaged or was cut.");
}
function onlyImage(files) {
  const { manifests } = objectOf(parseFile(files, "index.json"));
  const descriptors = Array.isArray(manifests) ? manifests.map(descriptorOf) : [];
  const images = [...new Map(descriptors.map((descriptor) => [descriptor.digest, descriptor])).values()];
  const [first] = images;
  if (images.length === 1 && first) return first;
  const list = images.map(({ digest, annotations }) => `${annotations?.["org.opencontainers.image.ref.name"] ?? "(no name)"} ${digest}`);
  throw new LayoutError(
    files.path,
    [`index.json names ${images.length} images; want exactly one`, ...list],
    "Copy the one that you mean into a layout of its own:\nskopeo copy oci:<layout>:<name> oci:<new layout>"
  );
}
var Walk = class {
  mistakes = [];
  #files;
  #blobs = /* @__PURE__ */ new Map();
  constructor(files) {
    this.#files = files;
  }
  manifest(descriptor, depth) {
    const slice = this.#find(descriptor);
    if (!slice) return void 0;
    if (depth > deepest) return this.#wrong(`${descriptor.digest}: indexes are nested deeper than ${deepest}`);
    if (slice.size > largestManifest) return this.#wrong(`${descriptor.digest}: a manifest of ${slice.size} bytes is too large`);
    const bytes = readSlice(slice);
    if (!this.#matches(descriptor, createHash("sha256").update(bytes).digest("hex"))) return void 0;
    const content = this.#parse(descriptor, bytes);
    if (!content) return void 0;
    const children = (content.manifests ?? []).flatMap((child) => this.manifest(child, depth + 1) ?? []);
    const blobs = [...content.config ? [content.config] : [], ...content.layers].flatMap((blob) => this.#blob(blob) ?? []);
    return {
      descriptor,
      bytes,
      blobs,
      children,
      annotations: content.annotations,
      config: this.#config(content, blobs),
      attestation: isAttestation(descriptor, content)
    };
  }
  async hashBlobs() {
    for (const { descriptor, slice } of this.#blobs.values()) {
      const hash = createHash("sha256");
      for await (const chunk of streamSlice(slice, 0, slice.size)) hash.update(chunk);
      this.#matches(descriptor, hash.digest("hex"));
    }
  }
  #parse({ digest, mediaType }, bytes) {
    let content;
    try {
      content = parseManifest(bytes.toString("utf8"));
    } catch {
      return this.#wrong(`${digest}: it is not JSON`);
    }
    if (content.schemaVersion !== 2) return this.#wrong(`${digest}: schemaVersion is ${JSON.stringify(content.schemaVersion)}; want 2`);
    if (isIndex(mediaType) ? content.manifests !== void 0 : isManifest(mediaType) && content.config !== void 0) return content;
    return this.#wrong(`${digest}: ${mediaType} is neither an image nor an index, or not what it says`);
  }
  #blob(descriptor) {
    const slice = this.#find(descriptor);
    if (!slice) return void 0;
    const blob = { descriptor, slice };
    this.#blobs.set(descriptor.digest, blob);
    return blob;
  }
  #config({ config }, [first]) {
    if (!first || first.descriptor.digest !== config?.digest || !/image(\.config)?\.v1\+json$/.test(config.mediaType)) return {};
    try {
      return parseConfig(readSlice(first.slice).toString("utf8"));
    } catch {
      return this.#wrong(`${config.digest}: the configuration is not JSON`) ?? {};
    }
  }
  #find({ digest, size }) {
    const [, hex] = /^sha256:([0-9a-f]{64})$/.exec(digest) ?? [];
    if (!hex) return this.#wrong(`${JSON.stringify(digest)} is no sha256 digest`);
    const slice = this.#files.find(`blobs/sha256/${hex}`);
    if (!slice) return this.#wrong(`${digest}: blobs/sha256/${hex} is missing`);
    if (slice.size !== size) return this.#wrong(`${digest}: it has ${slice.size} bytes; its descriptor says ${size}`);
    return slice;
  }
  #matches({ digest }, hex) {
    if (digest === `sha256:${hex}`) return true;
    this.#wrong(`${digest}: its bytes have digest sha256:${hex}`);
    return false;
  }
  #wrong(text2) {
    if (!this.mistakes.includes(text2)) this.mistakes.push(text2);
    return void 0;
  }
};
function isAttestation({ annotations, platform }, { artifact }) {
  if (annotations?.["vnd.docker.reference.type"] === "attestation-manifest") return true;
  if (platform?.os === "unknown" && platform.architecture === "unknown") return true;
  return artifact;
}

// actions/build-image/src/source/open-layout.ts
async function readLayout(path) {
  try {
    return await verifyLayout(open(path));
  } catch (error) {
    if (!(error instanceof LayoutError)) throw error;
    throw new Failure({
      what: error.message,
      reason: "archive-invalid",
      faults: error.mistakes.map((text2) => ({ text: text2 })),
      why: ["Nothing was called."],
      remedy: error.hint,
      cause: error
    });
  }
}
function open(path) {
  try {
    return openLayout(path);
  } catch (error) {
    if (error instanceof TarError) throw new LayoutError(path, [error.message], hintFor(path, error));
    const { code: code2 = "", message } = error;
    throw new Failure({
      what: `cannot read ${path}`,
      reason: "invalid-file",
      why: [code2 === "ENOENT" ? "there is no such file or folder" : message],
      remedy: "Correct source: oci:<path>, relative to the workspace, or let the step before write it there.",
      cause: error
    });
  }
}
function hintFor(path, { compression }) {
  if (!compression) return "Give an OCI layout folder or an OCI archive (an uncompressed tar of one).";
  const programs = { gzip: "gunzip", zstd: "unzstd", bzip2: "bunzip2", xz: "unxz" };
  return `The archive is read in place, so it must not be compressed as a whole (its layers are):
${programs[compression]} ${path}`;
}

// actions/build-image/src/build/buildah.ts
import { join as join3 } from "node:path";

// actions/build-image/src/build/run-builder.ts
var shownLines = 40;
async function runBuilder({ name, ...command }, context) {
  const last = [];
  const onLine = (line) => {
    const clean2 = line.replace(/\u001b\[[0-9;]*[A-Za-z]/g, "").trimEnd();
    if (clean2 === "") return;
    context.log.info(`  ${clean2}`);
    last.push(clean2);
    if (last.length > shownLines) last.shift();
  };
  const { code: code2 } = await context.runProcess({ ...command, signal: context.signal, onLine, keepBytes: 64 * 1024 });
  if (code2 !== 0)
    throw buildFailed(
      name,
      code2,
      last.map((line) => context.masks.scrub(line))
    );
}
function buildFailed(name, code2, lines) {
  return new Failure({
    what: `${name} could not build the image`,
    reason: "build-failed",
    why: [`exit code ${code2}; its last lines:`, ...lines],
    remedy: "Read the last lines above: the Dockerfile step that failed is named there. A failed build is never tried again by itself."
  });
}

// actions/build-image/src/build/buildah.ts
var imageName = "localhost/slipway:build";
var systemPolicy = "/etc/containers/policy.json";
var systemRegistries = "/etc/containers/registries.conf";
var buildWithBuildah = async (request, context) => {
  const folder = join3(context.files.folder(), "buildah");
  const home = join3(folder, "home");
  mkdirSync(home, { recursive: true, mode: 448 });
  const storage = ["--root", join3(folder, "root"), "--runroot", join3(folder, "run"), "--storage-driver", "vfs"];
  const environment = {
    ...context.environment.all(),
    HOME: home,
    DOCKER_CONFIG: request.dockerConfig,
    REGISTRY_AUTH_FILE: join3(request.dockerConfig, "config.json"),
    CONTAINERS_REGISTRIES_CONF: writeRegistries(request.plainRegistry, context),
    BUILDAH_ISOLATION: "chroot",
    TMPDIR: folder
  };
  const run = (...words) => runBuilder({ name: "buildah", command: "buildah", arguments: [...storage, ...words], environment }, context);
  const several = request.platforms.length > 1;
  const layout = join3(folder, "image");
  try {
    await run("build", ...buildArguments(request, context), several ? "--manifest" : "--tag", imageName, request.context);
    const push2 = several ? ["manifest", "push", "--all"] : ["push"];
    await run(...push2, ...policyArguments(context), "--format", "oci", imageName, `oci:${layout}`);
    return layout;
  } finally {
    await context.runProcess({ command: "buildah", arguments: [...storage, "rmi", "--all", "--force"], environment }).catch(() => void 0);
  }
};
function buildArguments(request, context) {
  const pairs = (flag, map) => Object.entries(map).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    "--isolation",
    "chroot",
    "--format",
    "oci",
    "--identity-label=false",
    "--pull",
    "--file",
    request.file,
    ...policyArguments(context),
    ...request.target ? ["--target", request.target] : [],
    ...request.platforms.length > 0 ? ["--platform", request.platforms.join(",")] : [],
    ...request.epoch === void 0 ? [] : ["--timestamp", String(request.epoch)],
    ...pairs("--build-arg", request.buildArgs),
    ...request.secretArguments,
    ...request.contexts.flatMap(({ name, path, reference }) => ["--build-context", `${name}=${path ?? reference}`]),
    ...pairs("--label", request.labels),
    ...pairs("--annotation", request.annotations)
  ];
}
function policyArguments({ files }) {
  if (existsSync(systemPolicy)) return [];
  return ["--signature-policy", files.write("policy.json", '{"default":[{"type":"insecureAcceptAnything"}]}')];
}
function writeRegistries(plainRegistry, { files }) {
  const system = existsSync(systemRegistries) ? readFileSync(systemRegistries, "utf8") : "";
  const short = /^\s*unqualified-search-registries\s*=/m.test(system) ? "" : 'unqualified-search-registries = ["docker.io"]\n';
  const plain = plainRegistry ? `
[[registry]]
location = ${JSON.stringify(plainRegistry)}
insecure = true
` : "";
  return files.write("registries.conf", `${short}${system}${plain}`);
}

// actions/build-image/src/build/buildx.ts
import { join as join4 } from "node:path";

// actions/build-image/src/build/cache.ts
var cacheTag = "buildcache";
async function findCache({ aws, name, repository, registryId }, { log }) {
  const there = await describeRepository(aws, `${repository}-cache`, registryId);
  if (there) return `${name}-cache:${cacheTag}`;
  log.notice(
    `the repository ${name}-cache does not exist, so the build runs without a cache (create-repository: true makes it for a new repository; cache: none says nothing)`
  );
  return void 0;
}
function cacheArguments(reference) {
  if (reference === void 0) return [];
  const to = `type=registry,ref=${reference},mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true`;
  return ["--cache-from", `type=registry,ref=${reference}`, "--cache-to", to];
}

// actions/build-image/src/build/buildx.ts
var buildWithBuildx = async (request, context) => {
  const archive = join4(context.files.folder(), "buildx.tar");
  const environment = {
    ...context.environment.all(),
    DOCKER_CONFIG: request.dockerConfig,
    ...request.epoch === void 0 ? {} : { SOURCE_DATE_EPOCH: String(request.epoch) }
  };
  await runBuilder({ name: "buildx", command: "docker", arguments: ["buildx", "build", ...buildArguments2(request, archive)], environment }, context);
  return archive;
};
function buildArguments2(request, archive) {
  const pairs = (flag, map) => Object.entries(map).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const output = ["type=oci", `dest=${archive}`, "oci-mediatypes=true", ...request.epoch === void 0 ? [] : ["rewrite-timestamp=true"]];
  return [
    "--progress",
    "plain",
    "--pull",
    "--file",
    request.file,
    "--output",
    output.join(","),
    `--provenance=${request.provenance === "false" ? "false" : `mode=${request.provenance}`}`,
    `--sbom=${request.sbom}`,
    ...request.target ? ["--target", request.target] : [],
    ...request.platforms.length > 0 ? ["--platform", request.platforms.join(",")] : [],
    ...pairs("--build-arg", request.buildArgs),
    ...request.secretArguments,
    ...request.contexts.flatMap(({ name, path, reference }) => ["--build-context", `${name}=${path ?? reference}`]),
    ...pairs("--label", request.labels),
    ...pairs("--annotation", request.annotations),
    ...cacheArguments(request.cacheReference),
    request.context
  ];
}

// actions/build-image/src/build/commit-time.ts
async function commitTime(sha, context) {
  const seconds = await askGit(sha, context) ?? fromEvent(sha, context.github.eventPath);
  if (seconds === void 0)
    context.log.notice("reproducible: neither git nor the event knows when the commit was made, so the image carries the present time");
  return seconds;
}
async function askGit(sha, { runProcess, environment, github, signal }) {
  const words = ["-c", "safe.directory=*", "-C", github.workspace, "log", "-1", "--format=%ct", sha || "HEAD", "--"];
  try {
    const { code: code2, stdout } = await runProcess({ command: "git", arguments: words, environment: environment.all(), signal });
    return code2 === 0 && /^\d+$/.test(stdout.trim()) ? Number(stdout.trim()) : void 0;
  } catch {
    if (signal.aborted) throw signal.reason;
    return void 0;
  }
}
function fromEvent(sha, path) {
  if (!path) return void 0;
  try {
    const { head_commit: commit } = JSON.parse(readFileSync(path, "utf8"));
    const ms = commit?.id === sha ? Date.parse(commit.timestamp ?? "") : Number.NaN;
    return Number.isNaN(ms) ? void 0 : Math.floor(ms / 1e3);
  } catch {
    return void 0;
  }
}

// actions/build-image/src/build/docker.ts
import { join as join6 } from "node:path";

// actions/build-image/src/build/docker-archive.ts
import { join as join5 } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
var mediaTypes = {
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar+gzip"
};
var gzipLevel = 6;
async function convertDockerArchive(archive, folder, annotations) {
  const files = indexTar(archive);
  const [saved] = JSON.parse(readSlice(need(files, "manifest.json", archive)).toString("utf8"));
  const configBytes = readSlice(need(files, saved?.Config ?? "", archive));
  const { rootfs } = JSON.parse(configBytes.toString("utf8"));
  mkdirSync(join5(folder, "blobs", "sha256"), { recursive: true, mode: 448 });
  const layers = [];
  const done = /* @__PURE__ */ new Map();
  for (const [index, name] of (saved?.Layers ?? []).entries()) {
    const diffId = rootfs.diff_ids[index] ?? "";
    const descriptor = done.get(diffId) ?? await putLayer(need(files, name, archive), folder);
    done.set(diffId, descriptor);
    layers.push(descriptor);
  }
  const config = put(configBytes, mediaTypes.config, folder);
  const content = { schemaVersion: 2, mediaType: mediaTypes.manifest, config, layers, ...Object.keys(annotations).length > 0 ? { annotations } : {} };
  const manifest = put(Buffer.from(JSON.stringify(content)), mediaTypes.manifest, folder);
  writeFileSync(join5(folder, "oci-layout"), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join5(folder, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
}
function need(files, name, archive) {
  const slice = files.get(name);
  if (slice) return slice;
  throw new LayoutError(archive, [`${name || "the configuration"} is missing in what docker saved`], "Use another builder: builder: buildah or buildx.");
}
function put(bytes, mediaType, folder) {
  const hex = createHash("sha256").update(bytes).digest("hex");
  writeFileSync(join5(folder, "blobs", "sha256", hex), bytes);
  return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
}
async function putLayer(slice, folder) {
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    }
  });
  const file = join5(folder, "layer");
  await pipeline(streamSlice(slice, 0, slice.size), createGzip({ level: gzipLevel }), measure, createWriteStream(file));
  const hex = hash.digest("hex");
  renameSync(file, join5(folder, "blobs", "sha256", hex));
  return { mediaType: mediaTypes.layer, digest: `sha256:${hex}`, size };
}

// actions/build-image/src/build/docker.ts
var buildWithDocker = async (request, context) => {
  const name = `slipway-build:${context.github.runId || "local"}-${process.pid}`;
  const archive = join6(context.files.folder(), "docker.tar");
  const buildx = await hasBuildx(request, context);
  const environment = { ...context.environment.all(), DOCKER_CONFIG: request.dockerConfig, ...buildx ? {} : { DOCKER_BUILDKIT: "0" } };
  const run = (...words) => runBuilder({ name: "docker", command: "docker", arguments: words, environment }, context);
  try {
    await run("build", ...buildArguments3(request), ...buildx ? ["--provenance=false"] : [], "--tag", name, request.context);
    await run("save", "--output", archive, name);
  } finally {
    await context.runProcess({ command: "docker", arguments: ["image", "rm", "--force", name], environment }).catch(() => void 0);
  }
  if (openLayout(archive).has("index.json")) return archive;
  const layout = join6(context.files.folder(), "docker-image");
  mkdirSync(layout, { mode: 448 });
  await convertDockerArchive(archive, layout, request.annotations);
  return layout;
};
async function hasBuildx({ dockerConfig }, { runProcess, environment, signal }) {
  const answer = await runProcess({
    command: "docker",
    arguments: ["buildx", "version"],
    environment: { ...environment.all(), DOCKER_CONFIG: dockerConfig },
    signal
  });
  return answer.code === 0;
}
function buildArguments3(request) {
  const pairs = (flag, map) => Object.entries(map).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    "--pull",
    "--file",
    request.file,
    ...request.target ? ["--target", request.target] : [],
    ...request.platforms.length > 0 ? ["--platform", request.platforms.join(",")] : [],
    ...pairs("--build-arg", request.buildArgs),
    ...pairs("--label", request.labels)
  ];
}

// actions/build-image/src/build/docker-config.ts
import { dirname } from "node:path";
function prepareDockerConfig(registry, { environment, files }) {
  try {
    const old = readDockerFolder((name) => environment.get(name));
    const config = registry?.login ? withLogins(old.config, [{ host: registry.host, ...registry.login }]) : old.config;
    const folder = dirname(files.write("docker/config.json", JSON.stringify(config)));
    linkNeighbours(old.path, folder);
    return folder;
  } catch (error) {
    throw toFailure(error, "the job's docker configuration cannot be used");
  }
}

// actions/build-image/src/build/labels.ts
function standardLabels({ sha, serverUrl, repository }, epoch) {
  const prefix = "org.opencontainers.image";
  return {
    ...sha ? { [`${prefix}.revision`]: sha } : {},
    ...repository ? { [`${prefix}.source`]: `${serverUrl}/${repository}` } : {},
    ...epoch === void 0 ? {} : { [`${prefix}.created`]: new Date(epoch * 1e3).toISOString() }
  };
}

// actions/build-image/src/build/secret-files.ts
import { join as join7 } from "node:path";
function secretArguments(secrets, { masks, files }) {
  return secrets.flatMap((secret) => {
    const value = "value" in secret ? secret.value : readFileSync(secret.file, "utf8");
    if (value.trim() !== "") masks.add(value);
    return ["--secret", `id=${secret.name},src=${files.write(join7("secrets", secret.name), value)}`];
  });
}

// actions/build-image/src/build/build.ts
var builders = {
  buildah: buildWithBuildah,
  buildx: buildWithBuildx,
  docker: buildWithDocker
};
async function buildContext(source, builder, there, inputs, context) {
  if (there) await refuseOtherCommits(there, inputs.sha);
  dropWhatIsNotMade(source, builder, context);
  const epoch = source.reproducible ? await commitTime(inputs.sha, context) : void 0;
  const standard = standardLabels(context.github, epoch);
  const request = {
    ...source,
    labels: { ...standard, ...source.labels },
    annotations: { ...standard, ...source.annotations },
    epoch,
    secretArguments: secretArguments(source.secrets, context),
    cacheReference: builder.name === "buildx" && source.cache === "ecr" && there ? await cacheOf(there, context) : void 0,
    dockerConfig: prepareDockerConfig(there?.destination.registry, context),
    plainRegistry: inputs.target.host && /^(127\.|localhost|\[::1\])/.test(inputs.target.host) ? inputs.target.host : void 0
  };
  const path = await context.timings.phase("build", () => builders[builder.name](request, context));
  const image = await readLayout(path);
  return there ? await sameAtTag(image, there) ?? image : image;
}
async function cacheOf({ destination }, context) {
  try {
    return await findCache(destination, context);
  } catch (error) {
    throw failWith(error, `cannot look for ${destination.name}-cache`, { name: destination.name });
  }
}
async function refuseOtherCommits({ destination, taken }, sha) {
  const others = [];
  for (const entry of taken) {
    const { images } = await remote(destination, entry.digest);
    const ours = sha !== "" && images.length > 0 && images.every(({ config }) => config.config?.Labels?.["org.opencontainers.image.revision"] === sha);
    if (!ours) others.push(entry);
  }
  try {
    refuseTaken(others, void 0, destination.name);
  } catch (error) {
    throw failWith(error, destination.name, { name: destination.name });
  }
}
async function sameAtTag(image, { destination, standing }) {
  for (const digest of new Set(standing.values())) {
    if (digest === void 0) continue;
    const { root } = await remote(destination, digest);
    if (samePlatforms(image, root)) return root;
  }
  return void 0;
}
async function remote(destination, digest) {
  try {
    return await readRemoteImage(destination, digest);
  } catch (error) {
    throw failWith(error, `cannot read ${destination.name}@${digest}`, { name: destination.name });
  }
}
function dropWhatIsNotMade({ provenance, sbom, cache, reproducible }, { name }, { log }) {
  const makesNone = name !== "buildx";
  const dropped = [...makesNone && provenance !== "false" ? ["provenance"] : [], ...makesNone && sbom ? ["sbom"] : []];
  if (dropped.length > 0) log.notice(`${name} makes no ${dropped.join(" and no ")}: the image goes without`);
  if (name === "docker" && reproducible) log.notice("docker gives the image the present time: the same commit will not give the same digest (reproducible)");
  if (makesNone && cache === "ecr") log.notice(`${name} keeps no cache in a registry: the build runs without one (cache)`);
}

// actions/build-image/src/inputs/build.ts
import { isAbsolute, join as join8, relative, resolve as resolve2, sep } from "node:path";

// actions/build-image/src/inputs/secrets.ts
import { resolve } from "node:path";
var secretExample = "npm: { env: NPM_TOKEN }";
var contextExample = "shared: ../shared";
var namePattern = /^[A-Za-z0-9][\w.-]*$/;
function readSecrets(reader, { environment, github }) {
  const secrets = [];
  for (const [name, value] of Object.entries(readSecretMap(reader))) {
    const fault = (want, got) => reader.fault("build-secrets", want, secretExample, got);
    const form = formOf(value);
    if (!namePattern.test(name)) fault("names of letters, digits and ._-", "another name");
    else if (!form) fault(`text, { file: path } or { env: NAME } for ${name}`, value === "" ? "nothing" : "another form");
    else if ("value" in form) secrets.push({ name, value: form.value });
    else if ("file" in form) secrets.push({ name, file: resolve(github.workspace, form.file) });
    else {
      const found = environment.get(form.env);
      if (found === void 0) fault(`a variable that is set for ${name}`, `{ env: ${form.env} }, which is not set`);
      else secrets.push({ name, value: found });
    }
  }
  return secrets;
}
function readSecretMap(reader) {
  const text2 = reader.ask("build-secrets");
  if (text2 === void 0) return {};
  const parsed = parseWrittenMap(text2);
  if (parsed.ok) return parsed.value;
  const place = /^line \d+, column \d+/.exec(parsed.why)?.[0];
  reader.fault(
    "build-secrets",
    `a YAML or JSON map${place ? `; it does not parse at ${place}` : ""} (quote values with special signs)`,
    secretExample,
    "another form"
  );
  return {};
}
function formOf(value) {
  if (typeof value === "string") return value === "" ? void 0 : { value };
  if (value === null || typeof value !== "object" || Array.isArray(value)) return void 0;
  const entries = Object.entries(value);
  const [[key, text2] = []] = entries;
  if (entries.length !== 1 || typeof text2 !== "string" || text2 === "") return void 0;
  return key === "file" ? { file: text2 } : key === "env" ? { env: text2 } : void 0;
}
function readContexts(reader, workspace) {
  return Object.entries(readTextMap(reader, "build-contexts", { example: contextExample })).map(([name, value]) => {
    if (!namePattern.test(name)) reader.fault("build-contexts", "names of letters, digits and ._-", contextExample, JSON.stringify(name));
    if (/^(docker-image|https):\/\//.test(value)) return { name, path: void 0, reference: value };
    if (value === "" || /^[a-z-]+:\/\//.test(value))
      reader.fault("build-contexts", "a folder of the workspace, docker-image://\u2026 or https://\u2026", contextExample, JSON.stringify(value));
    return { name, path: resolve(workspace, value), reference: void 0 };
  });
}

// actions/build-image/src/inputs/build.ts
var changingInputs = {
  file: void 0,
  target: void 0,
  platforms: void 0,
  "build-args": void 0,
  "build-secrets": void 0,
  "build-contexts": void 0,
  labels: void 0,
  annotations: void 0
};
function refuseBuildInputs(reader) {
  for (const name of Object.keys(changingInputs)) {
    const value = reader.text(name);
    if (value !== void 0) reader.fault(name, "no value with source: oci:\u2026, which is pushed as it is; this would change its bytes", void 0, "a value");
  }
  readSettings(reader);
}
function readBuild(reader, source, surroundings) {
  const { github } = surroundings;
  const context = resolve2(github.workspace, source);
  const file = reader.text("file");
  const platforms = reader.list("platforms", { commas: true });
  for (const platform of platforms) {
    if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9.]+)?$/.test(platform)) {
      reader.fault(
        "platforms",
        "os/architecture[/variant]",
        nearest(platform, ["linux/amd64", "linux/arm64", "linux/arm/v7"]) ?? "linux/amd64",
        JSON.stringify(platform)
      );
    }
  }
  return {
    context,
    file: file === void 0 ? join8(context, "Dockerfile") : resolve2(github.workspace, file),
    target: reader.text("target", { pattern: /^[A-Za-z0-9][\w.-]*$/, want: "the name of a stage", example: "runtime" }),
    buildArgs: readArguments(reader),
    platforms: [...new Set(platforms)].sort(),
    labels: readTextMap(reader, "labels", { example: "com.example.team: payments" }),
    annotations: readTextMap(reader, "annotations", { example: "com.example.team: payments" }),
    secrets: readSecrets(reader, surroundings),
    contexts: readContexts(reader, github.workspace),
    ...readSettings(reader)
  };
}
function readSettings(reader) {
  const cache = reader.text("cache", { fallback: "ecr" });
  if (cache !== "ecr" && cache !== "none") reader.fault("cache", "ecr or none: buildx syntax is not available yet", "none");
  return {
    provenance: reader.choice("provenance", ["max", "min", "false"]),
    sbom: reader.boolean("sbom", false),
    cache: cache === "none" ? "none" : "ecr",
    builder: reader.choice("builder", ["auto", "buildx", "docker", "buildah"]),
    reproducible: reader.boolean("reproducible", true)
  };
}
function readArguments(reader) {
  const map = readTextMap(reader, "build-args", { example: 'VERSION: "1.2.3"' });
  for (const name of Object.keys(map)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) reader.fault("build-args", "names of letters, digits and _", 'VERSION: "1.2.3"', JSON.stringify(name));
  }
  return map;
}
function isInside(workspace, path) {
  const way = relative(resolve2(workspace), path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// actions/build-image/src/build/context.ts
function checkContext({ context, file, secrets, contexts }, workspace) {
  const faults = [
    checkPath("source", context, "folder", workspace),
    checkPath("file", file, "file", workspace),
    ...contexts.map(({ path }) => path === void 0 ? void 0 : checkPath("build-contexts", path, "folder", workspace)),
    ...secrets.map((secret) => "file" in secret ? checkSecret(secret.file) : void 0)
  ].flatMap((fault) => fault ?? []);
  if (faults.length === 0) return;
  throw new Failure({
    what: "the build context cannot be used",
    reason: "invalid-file",
    faults,
    why: ["Nothing was called."],
    remedy: "Correct source and file: both are relative to the workspace. An image that is built already is source: oci:<path>."
  });
}
function checkSecret(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? void 0 : { text: `build-secrets: ${path} is not there, or not a file` };
}
function checkPath(input, path, kind, workspace) {
  if (!isInside(workspace, path)) return { text: `${input}: ${path} is outside the workspace ${workspace}` };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return { text: `${input}: ${path} is not there` };
  if (kind === "folder" ? !stat.isDirectory() : !stat.isFile()) return { text: `${input}: ${path} is not a ${kind}` };
  if (!isInside(realpathSync(workspace), realpathSync(path))) return { text: `${input}: ${path} leads outside the workspace` };
  return void 0;
}

// actions/build-image/src/build/find-builder.ts
var probeMs = 1e4;
var candidates = ["buildx", "docker", "buildah"];
async function findBuilder(input, context) {
  const { builder } = input;
  const missing2 = [];
  for (const name of candidates) {
    if (builder !== "auto" && builder !== name) continue;
    const unable = name === "docker" ? dockerCannot(input) : void 0;
    if (unable) {
      missing2.push(`docker: ${unable}`);
      continue;
    }
    const probed = await probe(name, context);
    if ("version" in probed) {
      context.log.info(`Builder: ${name} ${probed.version}${builder === "auto" ? " (auto)" : ""}`);
      return { name, version: probed.version };
    }
    missing2.push(`${name}: ${probed.why}`);
  }
  throw none(missing2.map((text2) => ({ text: text2 })));
}
function dockerCannot({ platforms, secrets, contexts }) {
  if (platforms.length > 1) return "it builds one platform only; buildx and buildah build several";
  if (secrets.length > 0 || contexts.length > 0) return "it takes no secrets and no further contexts; buildx and buildah do";
  return void 0;
}
async function probe(name, context) {
  if (name === "buildah") return ask("buildah", ["--version"], /(\d+\.\d+\.\d+\S*)/, context);
  const daemon = await ask("docker", ["version", "--format", "{{.Server.Version}}"], /(\d+\.\d+\S*)/, context);
  if ("why" in daemon || name === "docker") return daemon;
  const plugin = await ask("docker", ["buildx", "version"], /v?(\d+\.\d+\.\d+\S*)/, context);
  return "why" in plugin || await writesOci(context) ? plugin : { why: "its builder (driver docker) writes no OCI images; docker/setup-buildx-action makes one that does" };
}
async function writesOci(context) {
  const driver = await ask("docker", ["buildx", "inspect"], /^Driver:\s*(\S+)/m, context);
  if ("version" in driver && driver.version !== "docker") return true;
  return "version" in await ask("docker", ["info", "--format", "{{json .DriverStatus}}"], /(io\.containerd\.snapshotter)/, context);
}
async function ask(command, words, version, context) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new Error(`it did not answer within ${probeMs / 1e3} s`)), probeMs);
  try {
    const signal = AbortSignal.any([context.signal, patience.signal]);
    const { code: code2, stdout, stderr } = await context.runProcess({ command, arguments: words, environment: context.environment.all(), signal, graceMs: 500 });
    const [, found] = version.exec(stdout) ?? [];
    if (code2 === 0 && found) return { version: found };
    return { why: firstLine(stderr) || firstLine(stdout) || `\`${[command, ...words].join(" ")}\` ended with ${code2}` };
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    const { code: code2, message } = error;
    return { why: code2 === "ENOENT" ? `there is no ${command} on PATH` : message };
  } finally {
    clearTimeout(timer);
  }
}
function firstLine(text2) {
  return text2.trim().split("\n")[0]?.trim() ?? "";
}
function none(faults) {
  return new Failure({
    what: "no program here can build the image",
    reason: "builder-missing",
    faults,
    remedy: "Install one of them before this step:\nsudo apt-get install -y buildah\nor use docker/setup-buildx-action, or hand over an image that is built already: source: oci:<path>. Nothing was called."
  });
}

// actions/build-image/src/source/obtain.ts
async function prepareSource({ source }, context) {
  if (source.kind === "oci") return { kind: "image", image: await readLayout(source.path) };
  checkContext(source, context.github.workspace);
  return { kind: "context", source, builder: await findBuilder(source, context) };
}
async function obtainImage(prepared, there, inputs, context) {
  if (prepared.kind === "image") return { image: prepared.image, builder: "" };
  const image = await buildContext(prepared.source, prepared.builder, there, inputs, context);
  return { image, builder: `${prepared.builder.name} ${prepared.builder.version}` };
}

// actions/build-image/src/build-image.ts
async function buildImage(inputs, context) {
  const prepared = await context.timings.phase("source", () => prepareSource(inputs, context));
  if (!inputs.push) return keepArchive(await obtainImage(prepared, void 0, inputs, context), inputs, context);
  const destination = await failing(
    `cannot push to ${inputs.target.repository}`,
    {},
    () => context.timings.phase("login", () => connect(inputs.target, context))
  );
  try {
    const repository = await failing(`cannot push to ${destination.name}`, {}, () => ensureRepository(destination, inputs, context));
    const standing = await failing(`cannot read the tags of ${destination.name}`, {}, () => readStanding(destination, inputs.tags));
    const taken = takenTags(standing, repository);
    const obtained = await obtainImage(prepared, { destination, standing, taken }, inputs, context);
    const facts = factsOf(obtained, destination, inputs);
    await failing(facts.name, facts, async () => refuseTaken(taken, obtained.image.descriptor.digest, destination.name));
    return await context.timings.phase("push", () => push(obtained, standing, destination, { inputs, context, facts }));
  } finally {
    destination.close();
  }
}
async function push({ image }, standing, destination, { inputs, context, facts }) {
  const { digest } = image.descriptor;
  const none2 = { present: 0, mounted: 0, uploaded: 0 };
  if (isStanding(standing, digest)) {
    context.log.info(`${destination.name} has ${inputs.tags.join(", ")} on ${digest} already: nothing to push`);
    return { ...facts, outcome: "unchanged", tags: inputs.tags, blobs: none2 };
  }
  const tags = new Set([...standing].filter(([, at]) => at === digest).map(([tag]) => tag));
  const partial = () => ({ ...facts, tags: [...tags].sort() });
  const there = tags.size > 0;
  const blobs = there ? none2 : await failing(`cannot push ${destination.name}`, partial, () => pushContent(image, destination, context));
  await failing(`cannot put the tags of ${destination.name}`, partial, () => pushTags(image, tagsToPut(standing, digest), destination, (tag) => tags.add(tag)));
  context.log.info(`Pushed ${destination.name}@${digest} as ${inputs.tags.join(", ")}`);
  return { ...partial(), outcome: "pushed", blobs };
}
function factsOf({ image, builder }, { name }, { candidateOnly, tags }) {
  const candidateTag = candidateOnly ? tags[0] ?? "" : "";
  return { name, digest: image.descriptor.digest, children: childrenOf(image), sizeBytes: sizeOf(image), candidateTag, archivePath: "", builder };
}
async function failing(what, partial, work) {
  try {
    return await work();
  } catch (error) {
    throw failWith(error, what, typeof partial === "function" ? partial() : partial);
  }
}

// actions/build-image/src/inputs.ts
import { resolve as resolve3 } from "node:path";

// actions/build-image/src/inputs/tags.ts
var tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
var semverPattern = /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;
var shortShaLength = 7;
var templates = {
  sha: ({ sha }) => sha ? { value: sha } : { want: "GITHUB_SHA in the environment for {sha}" },
  "short-sha": ({ sha }) => sha ? { value: sha.slice(0, shortShaLength) } : { want: "GITHUB_SHA in the environment for {short-sha}" },
  "run-id": ({ runId }) => runId ? { value: runId } : { want: "GITHUB_RUN_ID in the environment for {run-id}" },
  branch: ({ headRef, refName, refType }) => {
    const branch = headRef ?? (refType === "branch" ? refName : "");
    return branch ? { value: clean(branch) } : { want: `a run on a branch for {branch}; this one is on ${refType || "no"} ${refName || "ref"}` };
  },
  tag: ({ refName, refType }) => refType === "tag" && refName ? { value: clean(refName) } : { want: `a run on a tag for {tag}; this one is on ${refType || "no"} ${refName || "ref"}` },
  semver: ({ refName, refType }) => {
    const [, version] = refType === "tag" ? semverPattern.exec(refName) ?? [] : [];
    return version ? { value: clean(version) } : { want: `a run on a tag like v1.2.3 for {semver}; this one is on ${refType || "no"} ${refName || "ref"}` };
  }
};
function fillTag(template, run) {
  let want;
  const tag = template.replace(/\{([^{}]*)\}/g, (whole, name) => {
    const filled = templates[name]?.(run) ?? {
      want: `one of ${Object.keys(templates).map((key) => `{${key}}`).join(", ")} instead of ${whole}`
    };
    if ("value" in filled) return filled.value;
    want ??= filled.want;
    return "";
  });
  if (want !== void 0) return { want };
  if (tagPattern.test(tag)) return { tag };
  return { want: `a legal tag (1 to 128 of letters, digits and _.-, none of .- first) instead of ${JSON.stringify(tag)}` };
}
function clean(text2) {
  return text2.replace(/[^A-Za-z0-9_.-]+/g, "-").replace(/^[.-]+/, "").replace(/-+$/, "");
}

// actions/build-image/src/inputs/target.ts
var repositoryPattern = /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*\/)*[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
var longestRepository = 256;
var exampleHost = "111122223333.dkr.ecr.eu-central-1.amazonaws.com";
function readTarget(reader, fallbackRegion, push2) {
  const named = readName(reader);
  const host = readHost(reader, named.host);
  const ecr = host === void 0 ? void 0 : parseEcrHost(host);
  const region = readRegion(reader, fallbackRegion, ecr?.region, push2);
  return { host, registryId: ecr?.accountId, region, repository: named.repository, roleToAssume: readRole(reader) };
}
function readRole(reader) {
  return reader.text("role-to-assume", { pattern: roleArnPattern, want: "the ARN of a role", example: "arn:aws:iam::111122223333:role/deploy" });
}
function readName(reader) {
  const name = reader.text("repository");
  const service = reader.text("service", { example: "payments" });
  const environment = reader.text("environment", { example: "sandbox-apps" });
  if (name !== void 0) {
    if (service !== void 0 || environment !== void 0) reader.fault("repository", "either repository, or service and environment, not both");
    return splitName(reader, name);
  }
  if (service !== void 0 && environment !== void 0) return { host: void 0, repository: conventional(reader, environment, service) };
  if (service !== void 0) reader.fault("environment", "the environment of service", "dev");
  else if (environment !== void 0) reader.fault("service", "the service in environment", "payments");
  else reader.fault("repository", "a repository, or service and environment", "dev/payments");
  return { host: void 0, repository: "" };
}
function conventional(reader, environment, service) {
  const named = imageRepositoryName({ environment, service });
  if (named.ok) return named.name;
  reader.fault(named.fault.startsWith("the environment") ? "environment" : "service", `names that ECR takes: ${named.fault}`, "sandbox-apps and payments");
  return "";
}
function splitName(reader, name) {
  const [first = "", ...rest] = name.split("/");
  const hasHost = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const path = hasHost ? rest.join("/") : name;
  const bare = path.replace(/@.*$/, "").replace(/:[^/]*$/, "");
  if (bare !== path) reader.fault("repository", "a name without tag and digest (tags go to the input tags)", hasHost ? `${first}/${bare}` : bare);
  else if (!repositoryPattern.test(path) || path.length > longestRepository) {
    reader.fault("repository", "a repository name: lower-case letters, digits, and ._-/ between them, at most 256", "dev/payments");
  }
  return { host: hasHost ? first : void 0, repository: bare };
}
function readHost(reader, inName) {
  const given = reader.text("registry");
  if (given !== void 0 && inName !== void 0 && given !== inName)
    reader.fault("registry", `the registry that repository names (${inName}), or a repository without one`);
  const host = given ?? inName;
  if (host === void 0 || isRegistry(host)) return host;
  const want = host === publicRegistryHost ? "a private registry: public.ecr.aws takes no scanned images" : "a registry host of ECR, or 127.0.0.1, localhost or [::1] with a port";
  reader.fault(given === void 0 ? "repository" : "registry", want, exampleHost);
  return void 0;
}
function isRegistry(host) {
  return isLoopbackHost(host) && /:\d+$/.test(host) || Boolean(parseEcrHost(host)?.accountId);
}
function readRegion(reader, fallback, ofHost, needed) {
  const given = reader.text("aws-region");
  const region = given ?? fallback;
  if (region !== void 0 && !isKnownRegion(region)) {
    reader.fault("aws-region", "a region of AWS", nearest(region, knownRegions()) ?? "eu-central-1", JSON.stringify(region));
  }
  if (needed && region === void 0 && ofHost === void 0) reader.fault("aws-region", "a region, since AWS_REGION is not set", "eu-central-1");
  return ofHost ?? region ?? "";
}

// actions/build-image/src/inputs/refused.ts
var refused = {
  context: "`source`",
  "cache-from": "`cache`",
  "cache-to": "`cache`",
  secrets: "`build-secrets` (a map name \u2192 value)",
  "secret-files": "`build-secrets` with `{ file: path }`",
  "secret-envs": "`build-secrets` with `{ env: NAME }`",
  outputs: "`push: false`, which writes an OCI archive (output archive-path)",
  load: "`push: false` and the output archive-path: `docker load` or `skopeo copy` take it from there",
  "no-cache": "`cache: none`",
  "no-cache-filters": "`cache: none`",
  pull: "nothing: the base image is always looked up anew",
  attests: "`provenance` and `sbom`",
  allow: "nothing: builds run without entitlements",
  call: "nothing: lint the Dockerfile in a step of its own",
  "add-hosts": "nothing: a build that needs hosts of its own is not reproducible",
  "build-contexts-file": "`build-contexts`",
  "cgroup-parent": "nothing: the runner decides",
  "github-token": "nothing: give the token to the Dockerfile by `build-secrets`",
  network: "nothing: the builder decides",
  "shm-size": "nothing: the builder decides",
  ssh: "`build-secrets` with the key",
  ulimit: "nothing: the runner decides"
};

// actions/build-image/src/inputs.ts
function readInputs(reader, { environment, github }) {
  const push2 = reader.boolean("push", true);
  const target = readTarget(reader, environment.get("AWS_REGION") ?? environment.get("AWS_DEFAULT_REGION"), push2);
  const tags = readTags(reader, github);
  const candidateOnly = reader.boolean("candidate-only", false);
  if (candidateOnly && !github.sha) reader.fault("candidate-only", "GITHUB_SHA in the environment: the candidate tag is candidate-<sha>");
  const source = readSource(reader, { environment, github });
  const createRepository2 = reader.boolean("create-repository", false);
  const kmsKey = reader.text("kms-key", { example: "alias/ecr" });
  if (kmsKey !== void 0 && !createRepository2) reader.fault("kms-key", "create-repository: true beside it: a key is chosen when a repository is made");
  const timeout = reader.duration("timeout", "60m", { min: "1s", max: "6h" });
  if (reader.faults.length > 0 && source.kind === "oci" && !existsSync(source.path))
    reader.fault("source", "a folder or file that is there", "oci:build/image");
  return { target, source, tags: candidateOnly ? [`candidate-${github.sha}`] : tags, candidateOnly, createRepository: createRepository2, kmsKey, push: push2, sha: github.sha, timeout };
}
function readTags(reader, github) {
  const given = reader.list("tags");
  const tags = /* @__PURE__ */ new Set();
  for (const template of given.length > 0 ? given : ["sha-{sha}"]) {
    const filled = fillTag(template, github);
    if ("tag" in filled) tags.add(filled.tag);
    else reader.fault("tags", filled.want, "sha-{sha}", JSON.stringify(template));
  }
  return [...tags].sort();
}
function readSource(reader, surroundings) {
  const { github } = surroundings;
  const source = reader.text("source", { fallback: "." });
  if (source.startsWith("oci:")) {
    refuseBuildInputs(reader);
    return { kind: "oci", path: resolve3(github.workspace, source.slice("oci:".length)) };
  }
  if (/^[a-z-]+:\/?/.test(source)) reader.fault("source", "a folder of the workspace, or oci:<layout folder or archive>", "oci:build/image");
  return { kind: "context", ...readBuild(reader, source, surroundings) };
}

// actions/build-image/src/report.ts
function report(result, inputs) {
  return {
    outcome: result.outcome,
    subject: { image: imageOf(result), repository: inputs.target.repository, tags: inputs.tags },
    result: resultOf(result),
    outputs: outputsOf(result),
    summary: summaryOf(result)
  };
}
function reportFailure(failure, inputs) {
  const partial = failure instanceof BuildFailure ? failure.partial : {};
  return {
    outcome: "failed",
    subject: inputs ? { image: imageOf(partial), repository: inputs.target.repository, tags: inputs.tags } : {},
    outputs: outputsOf(partial),
    result: resultOf(partial)
  };
}
function imageOf({ name, digest }) {
  return name && digest ? `${name}@${digest}` : "";
}
function outputsOf(result) {
  return {
    digest: result.digest,
    image: imageOf(result),
    children: result.children ?? [],
    tags: result.tags ?? [],
    "candidate-tag": result.candidateTag,
    "archive-path": result.archivePath,
    "size-bytes": result.sizeBytes
  };
}
function resultOf({ digest, children, tags, sizeBytes, builder, blobs, archivePath }) {
  return { digest, children, tags, sizeBytes, builder, blobs, archivePath };
}
var titles = { pushed: "Pushed", built: "Built", unchanged: "Unchanged" };
function summaryOf(result) {
  const { present, mounted, uploaded } = result.blobs;
  const rows = [
    ["Digest", code(result.digest)],
    ...result.tags.length > 0 ? [["Tags", result.tags.map((tag) => code(tag)).join(" ")]] : [],
    ...result.children.map(({ digest, platform }) => [platform, code(digest)]),
    ["Size", `${result.sizeBytes} bytes`],
    ...result.outcome === "pushed" ? [["Blobs", `${uploaded} uploaded, ${mounted} mounted, ${present} there already`]] : [],
    ...result.builder ? [["Builder", code(result.builder)]] : [],
    ...result.archivePath ? [["Archive", code(result.archivePath)]] : []
  ];
  return [`### ${titles[result.outcome]}: ${code(result.name)}`, "", table(["", ""], rows)].join("\n");
}

// actions/build-image/src/main.ts
await runAction({ name: "build-image", readInputs, refused, run: buildImage, report, reportFailure, reasons });
