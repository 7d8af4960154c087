const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();
import {
  runPost
} from "./chunk-KVJXZJXX.js";
import "./chunk-PTJ4QN3J.js";
import "./chunk-SWODJR7Z.js";
import {
  rmSync
} from "./chunk-XUK7DHFS.js";
import "./chunk-SQMIN5AU.js";

// actions/ecr-login/src/post.ts
await runPost("ecr-login", (context) => {
  const folder = context.state("folder");
  if (!folder) return;
  const variables = [
    ["DOCKER_CONFIG", "docker-config"],
    ["REGISTRY_AUTH_FILE", "auth-file"]
  ];
  for (const [name, state] of variables) {
    if (context.environment.get(name) === context.state(state)) context.exportVariable(name, context.state(`${state}-before`));
  }
  rmSync(folder, { recursive: true, force: true });
  context.log.info("Removed the registry login.");
});
