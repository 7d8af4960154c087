/** Builds follow the buildspec.yml at the root of the repository, which a pipeline or CodeCommit hands over. */
import { type Path, readBlocks, readText, showValue } from '../../plan-facts/attributes.ts';
import { failing, uncertain } from '../../plan-facts/flags.ts';
import type { Resource } from '../../plan-facts/world.ts';
import { eachResource, type Fact, fine, type Rule } from '../../rule.ts';

const wanted = 'buildspec.yml';
const sources = ['CODEPIPELINE', 'CODECOMMIT'];
const pathLimit = 200;

/** CodeBuild looks for the file at the root where no path is given. */
export const codebuildSpec: Rule = {
  id: 'codebuild-spec',
  what: 'CodeBuild projects follow buildspec.yml at the root, from a pipeline or CodeCommit',
  why: [
    {
      document: 'system-design-2',
      sentence:
        'A buildspec.yml file which details the actions to perform (Such as docker build and pytest) after committing to a repository is create in the root of the repository and committed.',
    },
    { document: 'system-design-2', sentence: 'CodePipeline is used to monitor and orchestrate the interaction … between CodeCommit and CodeBuild.' },
  ],
  severity: 'info',
  profiles: ['sysdesign2', 'strict'],
  remedy: 'source {\n  type      = "CODEPIPELINE"\n  buildspec = "buildspec.yml"\n}',
  fails: 'source {\n  type     = "GITHUB"\n  location = "https://github.com/org/repo.git"\n}',
  reads: { aws_codebuild_project: ['source'] },
  judge: eachResource(['aws_codebuild_project'], (project) => {
    const blocks = readBlocks(project, ['source']);
    const evidence = showValue(project, ['source']);
    if (blocks === 'unknown') return [uncertain('source is known after apply', evidence)];
    const [path] = blocks;
    return path ? [judgeType(project, [...path, 'type']), judgeSpec(project, [...path, 'buildspec'])] : [failing('there is no source', evidence)];
  }),
};

function judgeType(project: Resource, path: Path): Fact {
  const { state, text } = readText(project, path);
  const evidence = showValue(project, path);
  if (state === 'unknown') return uncertain('the type of the source is known after apply', evidence);
  return sources.includes(text ?? '') ? fine : failing(`the source is ${text ?? 'not set'}; want ${sources.join(' or ')}`, evidence);
}

/** What stands inline is not shown: it may be long, and hold anything. */
function judgeSpec(project: Resource, path: Path): Fact {
  const { state, text } = readText(project, path);
  if (state === 'unknown') return uncertain('buildspec is known after apply', showValue(project, path));
  if (text === undefined || text === wanted) return fine;
  const inline = (!text.startsWith('arn:') && /[\n:{]/.test(text)) || text.length > pathLimit;
  if (inline) return failing('the buildspec stands inline, not in the repository', `buildspec has ${text.length} characters`);
  return failing(`the buildspec is not ${wanted} at the root`, showValue(project, path));
}
