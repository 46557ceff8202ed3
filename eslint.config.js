const path = require("node:path");
const js = require("@eslint/js");
const tseslint = require("typescript-eslint");

/**
 * The import table of docs/architecture.md. A room may import itself, the rooms listed, and the packages listed after "pkg:".
 * `free` packages are open to every room. A room that is not in the table may not exist under src/.
 */
const free = ["zod", "dayjs", "date-holidays", "node:crypto", "node:assert"];
const zones = {
  domain: [],
  config: ["pkg:*"],
  clock: [],
  storage: ["domain", "pkg:mongoose"],
  app: ["domain", "storage"],
  i18n: ["domain", "pkg:i18next"],
  messages: ["domain", "i18n", "flex-messages", "pkg:@line/bot-sdk"],
  documents: ["domain", "i18n", "pkg:*"],
  understanding: ["domain", "pkg:fastest-levenshtein"],
  line: ["config", "pkg:*"],
  media: ["domain", "storage", "line/content", "config", "pkg:*"],
  bot: ["app", "messages", "i18n", "domain", "understanding", "storage/conversations", "storage/actions", "storage/tx"],
  telemetry: ["pkg:pino", "pkg:prom-client"],
  worker: [
    "telemetry",
    "app",
    "bot",
    "messages",
    "documents",
    "media",
    "line",
    "domain",
    "storage",
    "config",
    "clock",
    "i18n",
    "pkg:*",
  ],
  jobs: [
    "telemetry",
    "app",
    "bot",
    "messages",
    "documents",
    "media",
    "line",
    "domain",
    "storage",
    "config",
    "clock",
    "i18n",
    "pkg:*",
  ],
  web: [
    "telemetry",
    "app",
    "bot",
    "messages",
    "documents",
    "media",
    "line",
    "domain",
    "storage",
    "config",
    "clock",
    "i18n",
    "understanding",
    "worker",
    "jobs",
    "pkg:*",
  ],
  "embedded-mongodb": ["pkg:bson", "pkg:classic-level", "pkg:node:*"],
  sajja: ["*"],
  main: ["*"],
};

const importZones = {
  meta: {
    type: "problem",
    messages: { zone: "{{from}} may not import {{to}} (docs/architecture.md, rooms)." },
    schema: [],
  },
  create(context) {
    const relative = path.relative(__dirname, context.filename).split(path.sep).join("/");
    if (!relative.startsWith("src/")) return {};
    const room = relative.split("/")[1].replace(/\.ts$/, "");
    const allowed = zones[room];
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== "string") return;
      const report = (to) => context.report({ node, messageId: "zone", data: { from: room, to } });
      if (!allowed) return report(`anything: ${room} is no room`);
      if (allowed.includes("*")) return;
      if (!source.startsWith(".")) {
        if (free.includes(source) || source.startsWith("dayjs/") || allowed.includes("pkg:*")) return;
        const name = source.startsWith("node:")
          ? source
          : source
              .split("/")
              .slice(0, source.startsWith("@") ? 2 : 1)
              .join("/");
        const ok = allowed.includes(`pkg:${name}`) || (name.startsWith("node:") && allowed.includes("pkg:node:*"));
        return ok ? undefined : report(source);
      }
      const target = path
        .relative(__dirname, path.resolve(path.dirname(context.filename), source))
        .split(path.sep)
        .join("/");
      const inSrc = target.startsWith("src/") ? target.slice(4).replace(/\.(ts|js)$/, "") : target;
      const targetRoom = inSrc.split("/")[0];
      if (
        targetRoom === room ||
        allowed.includes(targetRoom) ||
        allowed.some((zone) => inSrc === zone || inSrc.startsWith(`${zone}/`))
      )
        return;
      report(target);
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

module.exports = tseslint.config(
  { ignores: ["dist/", "data/", "coverage/", ".cache/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: {
      globals: {
        require: "readonly",
        module: "writable",
        process: "readonly",
        URL: "readonly",
        console: "readonly",
        __dirname: "readonly",
      },
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    plugins: { sajja: { rules: { "import-zones": importZones } } },
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: [] }, tsconfigRootDir: __dirname } },
    rules: {
      "sajja/import-zones": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
    },
  },
  {
    // The areas register their matters with app/approvals; it knows none of them.
    files: ["src/app/approvals/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["**/loans/**", "**/loan-*", "**/matters"], message: "app/approvals knows no area." }] },
      ],
    },
  },
  { files: ["test/**/*.ts"], rules: { "max-lines-per-function": "off" } },
);
