/** Queues that let S3 send to them. */
import { showValue } from '../../plan-facts/attributes.ts';
import { type Join, joinCompanions } from '../../plan-facts/companions.ts';
import { expressionAt, isWritten } from '../../plan-facts/expressions.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import { coversAction, policyAt, type Statement } from '../../plan-facts/policies.ts';
import { marked, type Resource, type World } from '../../plan-facts/world.ts';
import { type Fact, fine, type Judgement, judgementByCompanions } from '../../rule.ts';

const policyType = 'aws_sqs_queue_policy';
const missing = 'the queue has no policy that lets s3.amazonaws.com send to it';

/** A policy that is there and does not allow it is at fault itself; without one, the queue is. */
export function judgeQueues(world: World, queues: readonly Resource[]): Judgement[] {
  if (queues.length === 0) return [];
  const join = joinCompanions(world, { companion: policyType, attribute: 'queue_url', owners: ['aws_sqs_queue'], identity: ['id', 'url', 'arn'] });
  return queues.flatMap((queue) => judgeQueue(world, queue, join));
}

function judgeQueue(world: World, queue: Resource, join: Join): Judgement[] {
  const policies = join.of(queue).map((policy) => judgementByCompanions(policy, judgePolicy(world, policy)));
  const own = isOwn(world, queue) ? judgePolicy(world, queue) : undefined;
  if (own?.verdict === 'pass' || policies.some(({ facts }) => facts.includes(fine))) return [];
  if (policies.length > 0) return policies;
  const maybe = join.maybeOf(queue);
  const other = maybe ? uncertain('whether the queue lets s3.amazonaws.com send is known after apply', `${maybe.address} may be its policy`) : undefined;
  const fact = other ?? own ?? failing(missing, `no ${policyType} of this plan names the queue`);
  return [judgementByCompanions(queue, fact)];
}

/** Whether the queue's own argument is used: apply fills it in where nobody wrote it. */
function isOwn(world: World, queue: Resource): boolean {
  const value = queue.values['policy'];
  if (typeof value === 'string' && value !== '') return true;
  return marked(queue.unknown, ['policy']) && isWritten(expressionAt(world.configured(queue), ['policy']));
}

function judgePolicy(world: World, resource: Resource): Fact {
  const reading = policyAt(world, resource, ['policy']);
  if (reading.state === 'unknown') return uncertain('whether the queue lets s3.amazonaws.com send is known after apply', `policy → ${reading.evidence}`);
  const answers = reading.state === 'known' ? reading.statements.map(letsSend) : [];
  if (answers.includes('yes')) return fine;
  const evidence = showValue(resource, ['policy']);
  if (answers.includes('maybe')) return uncertain('whether the queue lets s3.amazonaws.com send is known after apply', evidence);
  return failing('the policy does not let s3.amazonaws.com send to the queue', evidence);
}

function letsSend({ allow, actions, principals }: Statement): 'yes' | 'no' | 'maybe' {
  if (!allow) return 'no';
  const acts = actions.values.some((pattern) => coversAction(pattern, 'sqs:SendMessage')) ? 'yes' : actions.open ? 'maybe' : 'no';
  const named = principals.some(({ kind, values }) => values.includes('*') || (kind === 'Service' && values.includes('s3.amazonaws.com')));
  const who = named ? 'yes' : principals.some(({ open }) => open) ? 'maybe' : 'no';
  if (acts === 'no' || who === 'no') return 'no';
  return acts === 'yes' && who === 'yes' ? 'yes' : 'maybe';
}
