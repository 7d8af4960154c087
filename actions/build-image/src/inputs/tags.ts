/** Tags from templates: `{sha}`, `{branch}`, … filled in from the run, and checked for the registry. Pure. */

/** What the templates are filled from. */
export interface TagRun {
  /** GITHUB_SHA */
  readonly sha: string;
  readonly refName: string;
  /** `branch` or `tag` */
  readonly refType: string;
  /** The head branch of a pull request. */
  readonly headRef: string | undefined;
  readonly runId: string;
}

/** A filled tag, or what is wanted instead. */
export type FilledTag = { readonly tag: string } | { readonly want: string };

/** OCI distribution specification, "Pulling manifests": `<reference>` as a tag. */
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
/** `X.Y.Z[-pre][+build]` (semver.org, 2.0.0) with an optional `v`. */
const semverPattern = /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;
const shortShaLength = 7;

type Value = (run: TagRun) => { readonly value: string } | { readonly want: string };

const templates: Readonly<Record<string, Value>> = {
  sha: ({ sha }) => (sha ? { value: sha } : { want: 'GITHUB_SHA in the environment for {sha}' }),
  'short-sha': ({ sha }) => (sha ? { value: sha.slice(0, shortShaLength) } : { want: 'GITHUB_SHA in the environment for {short-sha}' }),
  'run-id': ({ runId }) => (runId ? { value: runId } : { want: 'GITHUB_RUN_ID in the environment for {run-id}' }),
  branch: ({ headRef, refName, refType }) => {
    const branch = headRef ?? (refType === 'branch' ? refName : '');
    return branch ? { value: clean(branch) } : { want: `a run on a branch for {branch}; this one is on ${refType || 'no'} ${refName || 'ref'}` };
  },
  tag: ({ refName, refType }) =>
    refType === 'tag' && refName ? { value: clean(refName) } : { want: `a run on a tag for {tag}; this one is on ${refType || 'no'} ${refName || 'ref'}` },
  semver: ({ refName, refType }) => {
    const [, version] = refType === 'tag' ? (semverPattern.exec(refName) ?? []) : [];
    return version ? { value: clean(version) } : { want: `a run on a tag like v1.2.3 for {semver}; this one is on ${refType || 'no'} ${refName || 'ref'}` };
  },
};

/** Fills one template. A tag that comes out too long or illegal is wrong: it is never cut. */
export function fillTag(template: string, run: TagRun): FilledTag {
  let want: string | undefined;
  const tag = template.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const filled = templates[name]?.(run) ?? {
      want: `one of ${Object.keys(templates)
        .map((key) => `{${key}}`)
        .join(', ')} instead of ${whole}`,
    };
    if ('value' in filled) return filled.value;
    want ??= filled.want;
    return '';
  });
  if (want !== undefined) return { want };
  if (tagPattern.test(tag)) return { tag };
  return { want: `a legal tag (1 to 128 of letters, digits and _.-, none of .- first) instead of ${JSON.stringify(tag)}` };
}

/** Each run of illegal signs becomes one `-`; leading `.` and `-` and trailing `-` go. */
function clean(text: string): string {
  return text
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[.-]+/, '')
    .replace(/-+$/, '');
}
