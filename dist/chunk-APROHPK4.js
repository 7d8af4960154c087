const require = (id) => process.getBuiltinModule(id) ?? (() => { throw new Error('Cannot find module ' + id); })();

// actions/assume-role/src/config-sections.ts
function sectionsOf(text) {
  const parts = text.split(/^(?=\[)/m);
  return parts.filter((part) => part !== "").map((part) => ({ name: nameOf(part), text: part }));
}
function sectionBody(text, name) {
  const section = sectionsOf(text).find((candidate) => candidate.name === name);
  return section?.text.split("\n").slice(1).join("\n");
}
function optionsOf(body) {
  const options = /* @__PURE__ */ new Map();
  let current;
  for (const line of body.split(/\r?\n/)) {
    if (line.trim() === "" || /^[#;]/.test(line)) continue;
    const key = /^([^\s=:][^=:]*?)\s*[=:]/.exec(line)?.[1]?.toLowerCase();
    if (key !== void 0) options.set(key, line);
    else if (current !== void 0) options.set(current, `${options.get(current)}
${line}`);
    current = key ?? current;
  }
  return options;
}
function replaceSections(text, outdated, instead) {
  const others = sectionsOf(instead);
  return sectionsOf(text).map((section) => {
    if (section.name === "" || !outdated(section.text)) return section.text;
    const other = others.find(({ name, text: body }) => name === section.name && !outdated(body));
    return other === void 0 ? "" : other.text.replace(/\n*$/, "\n");
  }).join("");
}
var emptyProfile = "profile ";
function hasEmptyProfile(config) {
  return sectionBody(config, emptyProfile) !== void 0;
}
function withEmptyProfile(config, credentials) {
  if (hasEmptyProfile(config)) return config;
  const options = new Map([...optionsOf(defaultBody(config)), ...optionsOf(defaultBody(credentials))]);
  const start = config === "" || config.endsWith("\n") ? config : `${config}
`;
  return `${start}[profile ""]
${[...options.values()].map((line) => `${line}
`).join("")}`;
}
function defaultBody(config) {
  return sectionBody(config, "default") ?? sectionBody(config, "profile default") ?? "";
}
function nameOf(section) {
  const inside = /^\[([^\]\n]*)\]/.exec(section)?.[1];
  if (inside === void 0) return "";
  const [kind = "", ...rest] = inside.trim().split(/\s+/);
  const name = rest.join(" ").replace(/^(["'])(.*)\1$/, "$2");
  return rest.length === 0 ? kind : `${kind} ${name}`;
}

export {
  sectionsOf,
  sectionBody,
  optionsOf,
  replaceSections,
  hasEmptyProfile,
  withEmptyProfile,
  defaultBody
};
