/** terraform: the sticky comment. */
import { startTestkit, type Testkit } from '@slipway/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terraform, terraformPath, workspaceOf, writeFiles } from './terraform-support.ts';

let kit: Testkit;
beforeAll(async () => {
  kit = await startTestkit();
});
afterAll(() => kit.close());

describe.skipIf(!terraformPath)('the comment of terraform', () => {
  it('is one per stack, updated in place, and holds no secret', async () => {
    const workspace = workspaceOf(kit, { 'main.tf': 'variable "s" {\n  sensitive = true\n}\nresource "terraform_data" "a" {\n  input = var.s\n}\n' });
    const options = { workspace, event: { pull_request: { number: 7 } } };
    const step = await terraform(kit, { command: 'plan', variables: 's: never-in-a-comment' }, options);
    expect(step.outputs['outcome'], step.stdout).toBe('changes');
    writeFiles(workspace, { 'more.tf': 'resource "terraform_data" "b" {}\n' });
    await terraform(kit, { command: 'plan', variables: 's: never-in-a-comment' }, options);
    await terraform(kit, { command: 'plan', variables: 's: never-in-a-comment', comment: 'never' }, { ...options, event: { pull_request: { number: 8 } } });
    const bodies = JSON.stringify([...kit.github.comments.values()].flat());
    expect(bodies.match(/slipway:terraform:/g)).toHaveLength(1);
    expect(bodies).toContain('terraform_data.b');
    expect(bodies).not.toContain('never-in-a-comment');
  });
});
