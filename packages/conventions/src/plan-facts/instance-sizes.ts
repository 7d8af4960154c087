/**
 * What an EC2 instance type has, told by its name alone: the size word tells the vCPUs, the family the memory of each.
 *
 * vCPUs: `large` 2, `xlarge` 4, `<n>xlarge` 4n; `medium` and less 1, of the t family 2 (generations 1 and 2 below medium: 1).
 * Memory: 2 GiB a vCPU for a and c, 4 for m and t, 8 for r, z and i, 16 for x; sizes below large halve that of large each time.
 * `metal` is the whole machine: 16 vCPUs at least. A family that is not named here has 2 GiB a vCPU at least.
 */

/** What a type has at least; exactly so where the name tells it. */
export interface InstanceSize {
  readonly vcpus: number;
  readonly gib: number;
  readonly exactVcpus: boolean;
  readonly exactGib: boolean;
}

/** GiB a vCPU, nominal: older generations have a little less (AWS, EC2 instance types). */
const gibOfFamily: Readonly<Record<string, number>> = { a: 2, c: 2, im: 4, is: 6, m: 4, t: 4, r: 8, z: 8, i: 8, x: 16 };
const leastGib = 2;
const metalVcpus = 16;

/** Size word → its part of a large one's memory. */
const small: Readonly<Record<string, number>> = { nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2 };
const vcpusOfLarge = 2;

/** Reads `m5.large`, in any case; `undefined` where the name is none. */
export function instanceSize(type: string): InstanceSize | undefined {
  const match = /^([a-z]+)-?(\d*)[a-z0-9-]*\.([a-z0-9-]+)$/.exec(type.trim().toLowerCase());
  const [, family = '', generation = '', word = ''] = match ?? [];
  const ratio = gibOfFamily[family];
  const gib = ratio ?? leastGib;
  const exactGib = ratio !== undefined;
  const part = small[word];
  if (part !== undefined) return { vcpus: smallVcpus(family, Number(generation), word), gib: gib * vcpusOfLarge * part, exactVcpus: true, exactGib };
  const vcpus = wholeVcpus(word);
  if (vcpus !== undefined) return { vcpus, gib: gib * vcpus, exactVcpus: true, exactGib };
  return word === 'metal' ? { vcpus: metalVcpus, gib: gib * metalVcpus, exactVcpus: false, exactGib: false } : undefined;
}

function smallVcpus(family: string, generation: number, word: string): number {
  return family === 't' && (generation > 2 || word === 'medium') ? 2 : 1;
}

function wholeVcpus(word: string): number | undefined {
  if (word === 'large') return vcpusOfLarge;
  const times = /^(?:metal-)?(\d*)xl(?:arge)?$/.exec(word);
  return times ? 4 * Number(times[1] || 1) : undefined;
}
