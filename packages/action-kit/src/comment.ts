/** The sticky comment: one per action and key on a pull request, updated in place, loaded only where it is written. */
import { readFileSync } from 'node:fs';
import type { ActionContext, StickyComment } from './action.ts';

/** GitHub refuses longer comment bodies (REST API, "body is too long"). */
const commentLimit = 65_536;
const commentsPerPage = 100;

/** Creates or updates the comment. A refused comment never fails the step: it is a warning. */
export async function postStickyComment(comment: StickyComment, action: string, context: ActionContext): Promise<void> {
  const number = pullRequestNumber(context);
  if (comment.mode === 'never') return;
  if (number === undefined || !comment.token) {
    if (comment.mode === 'always')
      context.log.notice(`no comment was posted: ${number === undefined ? 'this run belongs to no pull request' : 'github-token is not set'}`);
    return;
  }
  try {
    await upsert(comment, action, number, context);
  } catch (error) {
    context.log.warning(`the comment could not be posted: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function upsert(comment: StickyComment, action: string, number: number, context: ActionContext): Promise<void> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(comment.token ?? '', { baseUrl: context.github.apiUrl });
  const [owner = '', repo = ''] = context.github.repository.split('/');
  const marker = `<!-- slipway:${action}:${comment.key.replace(/[^\w./:-]/g, '_')} -->`;
  const body = cut(`${marker}\n${context.masks.scrub(comment.body)}`);
  const request = { signal: context.signal };
  const pages = octokit.paginate.iterator(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: commentsPerPage, request });
  for await (const { data } of pages) {
    const old = data.find((entry) => entry.body?.startsWith(marker));
    if (!old) continue;
    if (old.body !== body) await octokit.rest.issues.updateComment({ owner, repo, comment_id: old.id, body, request });
    return;
  }
  await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request });
}

function cut(body: string): string {
  if (body.length <= commentLimit) return body;
  const tail = '\n\n_Cut: the rest is in the job summary._';
  return body.slice(0, body.lastIndexOf('\n', commentLimit - tail.length)) + tail;
}

/** The pull request's number from the event file; `undefined` for other events. */
export function pullRequestNumber({ github }: Pick<ActionContext, 'github'>): number | undefined {
  if (!github.eventPath) return undefined;
  try {
    const event = JSON.parse(readFileSync(github.eventPath, 'utf8')) as { pull_request?: { number?: number } };
    return event.pull_request?.number;
  } catch {
    return undefined;
  }
}
