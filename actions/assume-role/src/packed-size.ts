/** What STS packs into one small space: tags and policies, with their sizes. Pure. */
import type { LoginPlan } from './plan.ts';

/** Each tag's size, the policies', and how full STS says that the space was. */
export function packedSizes({ tags, inlinePolicy, managedPolicies }: LoginPlan, message: string): string[] {
  const percentage = /(\d+)\s*%/.exec(message)?.[1];
  const sizes = [...tags].map(({ key, value }) => ({ key, size: [...key].length + [...value].length })).sort((a, b) => b.size - a.size);
  return [
    ...(percentage === undefined ? [] : [`STS: ${percentage} % of the space is needed`]),
    ...sizes.map(({ key, size }) => `tag ${key}: ${size} characters (key and value)`),
    ...(inlinePolicy === undefined ? [] : [`inline-session-policy: ${inlinePolicy.length} characters`]),
    ...(managedPolicies.length === 0 ? [] : [`managed-session-policies: ${managedPolicies.length}`]),
  ];
}

/** The one thing to do about it. */
export function packedRemedy({ tags, onPackedSize }: LoginPlan): string {
  // With `drop` no tag is left by now: it is the policies that do not fit.
  return tags.length > 0 && onPackedSize === 'fail'
    ? 'Shorten or drop tags, the largest first; or let the step drop them from the end and say which:\non-packed-size: drop'
    : 'Shorten inline-session-policy, or name fewer managed-session-policies: STS packs them into one small space.';
}
