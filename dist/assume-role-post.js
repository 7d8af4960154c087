import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  variablesToRestore
} from "./chunk-QVBNNU7D.js";
import {
  runPost
} from "./chunk-RX2ZNBXW.js";
import "./chunk-TJ3JERVS.js";
import "./chunk-HYQNUVGO.js";

// actions/assume-role/src/post.ts
import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
await runPost("assume-role", (context) => {
  const file = context.state("restore");
  if (!file) return;
  const record = JSON.parse(readFileSync(file, "utf8"));
  const changes = variablesToRestore(record, (name) => context.environment.get(name));
  for (const [name, value] of Object.entries(changes)) {
    if (value && /SECRET|TOKEN/.test(name)) context.masks.add(value);
    context.exportVariable(name, value);
  }
  rmSync(dirname(file), { recursive: true, force: true });
  context.log.info(`Put back ${Object.keys(changes).length} variables and removed the step's files.`);
});
