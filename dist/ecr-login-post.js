import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  runPost
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/ecr-login/src/post.ts
import { rmSync } from "node:fs";
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
