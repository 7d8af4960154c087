/** Instances hold no data. */
import { readBlocks, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { type Fact, fine, judgementOf, type Rule } from '../../rule.ts';

const path = ['ebs_block_device'];

/** The root volume is the machine's own. */
export const ec2Stateless: Rule = {
  id: 'ec2-stateless',
  what: 'instances have no volumes of data',
  why: [{ document: 'banklitex-deployment-guideline', sentence: 'No stateful instances, and no provided in-solution backup option' }],
  severity: 'warn',
  profiles: ['bank', 'strict'],
  remedy: 'resource "aws_efs_file_system" "data" {\n  encrypted = true\n}',
  fails:
    'resource "aws_volume_attachment" "data" {\n  device_name = "/dev/sdh"\n  volume_id   = aws_ebs_volume.data.id\n  instance_id = aws_instance.worker.id\n}',
  reads: { aws_instance: path, aws_volume_attachment: ['instance_id', 'device_name'] },
  judge: (world) => [
    ...world.ofType('aws_instance').map((instance) => judgementOf(instance, judgeInstance(instance))),
    ...world
      .ofType('aws_volume_attachment')
      .map((one) => judgementOf(one, failing('a volume of data is attached to an instance', showValue(one, ['device_name'])))),
  ],
};

function judgeInstance(instance: Resource): Fact {
  const blocks = readBlocks(instance, path);
  if (blocks === 'unknown') return uncertain('whether the instance has volumes of data is known after apply', showValue(instance, path));
  return blocks.length === 0
    ? fine
    : failing(`the instance has ${blocks.length} ${blocks.length === 1 ? 'volume' : 'volumes'} of data`, showValue(instance, path));
}
