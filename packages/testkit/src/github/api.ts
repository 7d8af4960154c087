/** The calls of GitHub's REST API that Slipway makes: comments of a pull request, and the state of a run. */
import type { FakeAnswer, FakeRequest } from '../service.ts';

/** A comment as the API shows it. */
export interface IssueComment {
  readonly id: number;
  body: string;
}

/** The fake API. */
export class GithubApi {
  /** The only token that is let in. */
  readonly token = `ghs_${'T'.repeat(36)}`;
  /** `owner/repo#number` → comments in order. */
  readonly comments = new Map<string, IssueComment[]>();
  /** Run id → status (`completed`, `in_progress`). */
  readonly runs = new Map<string, string>();
  #next = 1;

  /** The operation's name for faults and the ledger: `GET issues/comments`. */
  operation(request: Pick<FakeRequest, 'method' | 'path'>): string {
    const parts = request.path.split('/').filter(Boolean).slice(3);
    return `${request.method} ${parts.filter((part) => !/^\d+$/.test(part)).join('/')}`;
  }

  handle(request: FakeRequest): FakeAnswer {
    if (!new RegExp(`^(token|Bearer) ${this.token}$`, 'i').test(request.headers['authorization'] ?? '')) return refuse(401, 'Bad credentials');
    const [, owner, repo, ...rest] = request.path.split('/').filter(Boolean);
    const where = rest.join('/');
    const issue = /^issues\/(\d+)\/comments$/.exec(where);
    if (issue) return this.#comments(`${owner}/${repo}#${issue[1]}`, request);
    const comment = /^issues\/comments\/(\d+)$/.exec(where);
    if (comment && request.method === 'PATCH') return this.#update(Number(comment[1]), bodyOf(request));
    const run = /^actions\/runs\/(\d+)/.exec(where);
    if (run) return this.runs.has(run[1] ?? '') ? { status: 200, body: { id: Number(run[1]), status: this.runs.get(run[1] ?? '') } } : refuse(404, 'Not Found');
    return refuse(404, 'Not Found');
  }

  #comments(key: string, request: FakeRequest): FakeAnswer {
    const list = this.comments.get(key) ?? [];
    this.comments.set(key, list);
    if (request.method === 'GET') {
      const page = Number(request.query.get('page') ?? 1);
      const size = Number(request.query.get('per_page') ?? 30);
      return { status: 200, body: list.slice((page - 1) * size, page * size) };
    }
    const body = bodyOf(request);
    if (body.length > 65_536) return refuse(422, 'body is too long (maximum is 65536 characters)');
    const comment = { id: this.#next++, body };
    list.push(comment);
    return { status: 201, body: comment };
  }

  #update(id: number, body: string): FakeAnswer {
    const comment = [...this.comments.values()].flat().find((entry) => entry.id === id);
    if (!comment) return refuse(404, 'Not Found');
    comment.body = body;
    return { status: 200, body: comment };
  }
}

function bodyOf(request: FakeRequest): string {
  return String(request.json()['body'] ?? '');
}

function refuse(status: number, message: string): FakeAnswer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}
