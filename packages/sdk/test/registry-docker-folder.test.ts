import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { DockerConfigError, linkNeighbours, readDockerFolder } from '@slipway/sdk/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-docker-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: unknown): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const read = (variables: Record<string, string>) => readDockerFolder((name) => variables[name]);
const hosts = (variables: Record<string, string>) => Object.keys(read(variables).config.auths ?? {});

describe('readDockerFolder', () => {
  it('finds DOCKER_CONFIG, else the home', () => {
    put('home/.docker/config.json', { auths: { home: {} } });
    put('job/config.json', { auths: { job: {} } });
    expect(hosts({ HOME: join(folder, 'home') })).toEqual(['home']);
    expect(hosts({ HOME: join(folder, 'home'), DOCKER_CONFIG: join(folder, 'job') })).toEqual(['job']);
    expect(read({ HOME: join(folder, 'nobody') })).toEqual({ path: join(folder, 'nobody/.docker'), config: {} });
  });

  it('makes a relative DOCKER_CONFIG absolute, so that links from elsewhere lead to it', () => {
    put('job/config.json', {});
    expect(read({ DOCKER_CONFIG: relative(process.cwd(), join(folder, 'job')) }).path).toBe(join(folder, 'job'));
  });

  it.each([
    ['REGISTRY_AUTH_FILE', (): Record<string, string> => ({ REGISTRY_AUTH_FILE: put('auth.json', { auths: { podman: {}, both: { auth: 'b2xk' } } }) })],
    [
      "podman's own file",
      (): Record<string, string> => {
        put('run/containers/auth.json', { auths: { podman: {}, both: { auth: 'b2xk' } } });
        return { XDG_RUNTIME_DIR: join(folder, 'run') };
      },
    ],
  ])('puts the logins of %s beneath those of docker', (_name, variables) => {
    put('job/config.json', { auths: { docker: {}, both: { auth: 'bmV3' } }, credHelpers: { a: 'b' } });
    const { config } = read({ DOCKER_CONFIG: join(folder, 'job'), ...variables() });
    expect(config.auths).toEqual({ podman: {}, docker: {}, both: { auth: 'bmV3' } });
    expect(config.credHelpers).toEqual({ a: 'b' });
  });

  it('reads an empty file as nothing, and one file only once', () => {
    const file = put('job/config.json', ' \n');
    expect(read({ DOCKER_CONFIG: join(folder, 'job'), REGISTRY_AUTH_FILE: file }).config).toEqual({});
  });

  it.each(['{', '[]', 'null', '"x"'])('names the file that is broken: %s', (content) => {
    const file = put('job/config.json', content);
    const broken = () => read({ DOCKER_CONFIG: join(folder, 'job') });
    expect(broken).toThrow(DockerConfigError);
    expect(broken).toThrow(file);
  });
});

describe('linkNeighbours', () => {
  it.each(['cli-plugins', 'buildx', 'contexts', 'manifests', 'trust'])('%s is found from the new folder', (name) => {
    put(`old/${name}/inside`, 'here');
    mkdirSync(join(folder, 'new'));
    linkNeighbours(join(folder, 'old'), join(folder, 'new'));
    linkNeighbours(join(folder, 'old'), join(folder, 'new'));
    expect(readlinkSync(join(folder, 'new', name))).toBe(join(folder, 'old', name));
    expect(readFileSync(join(folder, 'new', name, 'inside'), 'utf8')).toBe('here');
  });
});
