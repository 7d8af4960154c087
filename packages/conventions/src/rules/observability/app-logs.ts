/** What applications log is captured, and kept for a time that somebody chose. */
import { isSensitive, readText, showValue } from '../../plan-facts/attributes.ts';

import { failing, uncertain } from '../../plan-facts/flags.ts';
import { taskContainers } from '../../plan-facts/task-containers.ts';
import { child, type Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const groupType = 'aws_cloudwatch_log_group';
const taskType = 'aws_ecs_task_definition';
const definitions = ['container_definitions'];
const retention = ['retention_in_days'];

/** A log group without a retention keeps its events for ever. Pods are not judged: their logs are an add-on's. */
export const appLogs: Rule = {
  id: 'app-logs',
  what: 'containers log to CloudWatch, and log groups have a retention',
  why: [
    { document: 'system-design-2', sentence: 'All application logs emitted are captured by CloudWatch.' },
    { document: 'banklitex-deployment-guideline', sentence: 'logs browsing and search from both kubernetes pods and infrastructure' },
  ],
  severity: 'warn',
  profiles: ['sysdesign2', 'bank', 'strict'],
  remedy: 'retention_in_days = 90',
  fails: 'retention_in_days = 0',
  parameters: { drivers: { kind: 'list', title: 'log drivers that containers of ECS may have', fallback: ['awslogs', 'awsfirelens'] } },
  reads: { [groupType]: retention, [taskType]: definitions },
  judge: eachResource([groupType, taskType], (resource, _world, { drivers }) =>
    resource.type === groupType ? [judgeGroup(resource)] : judgeTask(resource, Array.isArray(drivers) ? drivers.map(String) : []),
  ),
};

function judgeGroup(group: Resource): Fact {
  const reading = readText(group, retention);
  const evidence = showValue(group, retention);
  if (reading.state === 'unknown') return uncertain('retention_in_days is known after apply', evidence);
  return Number(reading.text ?? 0) > 0 ? fine : failing('the log group has no retention: events are kept for ever', evidence);
}

function judgeTask(task: Resource, drivers: readonly string[]): Fact[] {
  const containers = taskContainers(task);
  if (containers === 'unknown') return [uncertain('nothing in this plan tells the containers', `container_definitions of ${task.address} cannot be read`)];
  const shown = !isSensitive(task, definitions);
  return containers.map((container, index) => {
    const driver = child(container['logConfiguration'], 'logDriver');
    if (typeof driver === 'string' && drivers.includes(driver)) return fine;
    const name = shown && typeof container['name'] === 'string' ? container['name'] : `number ${index + 1}`;
    const value = typeof driver === 'string' ? (shown ? driver : '(sensitive)') : 'not set';
    return failing(
      `the log driver of container ${name} is ${value}; want ${drivers.join(' or ')}`,
      `container ${name}: logConfiguration.logDriver is ${value}`,
    );
  });
}
