import { z } from "zod";

const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);
const port = z.coerce.number().int().min(0).max(65535);
const dataKey = z.string().regex(/^[0-9a-fA-F]{64}$/, "must be 64 hex digits");
const list = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

const roles = ["web", "worker", "jobs"] as const;
export type Role = (typeof roles)[number];

const environment = z.object({
  PORT: port.default(3000),
  PUBLIC_BASE_URL: origin.optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, "must begin with mongodb:// or mongodb+srv://")
    .optional(),
  DATA_DIR: z.string().default("./data"),
  LINE_CHANNEL_SECRET: z
    .string()
    .transform(list)
    .pipe(z.array(z.string().min(8, "is too short to be a channel secret")).min(1).max(2))
    .optional(),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().min(1).optional(),
  LINE_API_BASE_URL: origin.default("https://api.line.me"),
  LINE_DATA_API_BASE_URL: origin.default("https://api-data.line.me"),
  LINE_LOGIN_CHANNEL_ID: z.string().optional(),
  LIFF_ID: z.string().optional(),
  SAJJA_SIMULATOR: z.enum(["on", "off"]).optional(),
  SIMULATOR_PORT: port.default(3001),
  DATABASE_LIMIT_MB: z.coerce.number().int().min(1).optional(),
  SAJJA_DATA_KEY: z.string().transform(list).pipe(z.array(dataKey).min(1).max(2)).optional(),
  SAJJA_ROLES: z
    .string()
    .transform(list)
    .pipe(z.array(z.enum(roles)).min(1))
    .default([...roles]),
  METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  DEFAULT_LOCALE: z.enum(["th", "en"]).default("th"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** The environment, read once at start, typed and frozen. */
export interface Config {
  readonly port: number;
  readonly publicBaseUrl: string | null;
  /** Null: the embedded database, with its files in `dataDir`. */
  readonly mongodbUri: string | null;
  readonly dataDir: string;
  readonly line: {
    /** Any of them signs a webhook; empty without credentials. */
    readonly channelSecrets: readonly string[];
    readonly accessToken: string | null;
    readonly apiBaseUrl: string;
    readonly dataApiBaseUrl: string;
    readonly loginChannelId: string | null;
    readonly liffId: string | null;
  };
  readonly hasCredentials: boolean;
  readonly simulator: boolean;
  readonly simulatorPort: number;
  readonly dataKeys: readonly string[];
  /** What the database may hold, in megabytes; null: as it tells itself. */
  readonly databaseLimitMb: number | null;
  readonly roles: readonly Role[];
  readonly metricsToken: string | null;
  readonly defaultLocale: "th" | "en";
  readonly logLevel: string;
}

/** Thrown with every problem of the environment, one sentence each, and no value of it. */
export class ConfigError extends Error {
  override name = "ConfigError";
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not in order:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}

/** Whether an origin is this machine itself. */
export function isLoopback(url: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);
}

/** Reads the environment; throws a ConfigError that names every problem at once. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(
        (issue) => `${issue.path[0] === undefined ? "" : String(issue.path[0])} ${issue.message}`,
      ),
    );
  const e = parsed.data;
  const hasCredentials = Boolean(e.LINE_CHANNEL_SECRET && e.LINE_CHANNEL_ACCESS_TOKEN);
  const simulator = e.SAJJA_SIMULATOR ? e.SAJJA_SIMULATOR === "on" : !hasCredentials;
  const problems = contradictions(e, hasCredentials, simulator);
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    port: e.PORT,
    publicBaseUrl: e.PUBLIC_BASE_URL ?? null,
    mongodbUri: e.MONGODB_URI ?? null,
    dataDir: e.DATA_DIR,
    line: Object.freeze({
      channelSecrets: e.LINE_CHANNEL_SECRET ?? [],
      accessToken: e.LINE_CHANNEL_ACCESS_TOKEN ?? null,
      apiBaseUrl: e.LINE_API_BASE_URL,
      dataApiBaseUrl: e.LINE_DATA_API_BASE_URL,
      loginChannelId: e.LINE_LOGIN_CHANNEL_ID ?? null,
      liffId: e.LIFF_ID ?? null,
    }),
    hasCredentials,
    simulator,
    simulatorPort: e.SIMULATOR_PORT,
    dataKeys: e.SAJJA_DATA_KEY ?? [],
    databaseLimitMb: e.DATABASE_LIMIT_MB ?? null,
    roles: e.SAJJA_ROLES,
    metricsToken: e.METRICS_TOKEN ?? null,
    defaultLocale: e.DEFAULT_LOCALE,
    logLevel: e.LOG_LEVEL,
  });
}

function contradictions(e: z.output<typeof environment>, hasCredentials: boolean, simulator: boolean): string[] {
  const problems: string[] = [];
  if (Boolean(e.LINE_CHANNEL_SECRET) !== Boolean(e.LINE_CHANNEL_ACCESS_TOKEN)) {
    problems.push("LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN go together: set both or none");
  }
  if (Boolean(e.LINE_LOGIN_CHANNEL_ID) !== Boolean(e.LIFF_ID)) {
    problems.push("LINE_LOGIN_CHANNEL_ID and LIFF_ID go together: set both, or none to leave the pages off");
  }
  if (hasCredentials && simulator && !isLoopback(e.LINE_API_BASE_URL)) {
    problems.push(
      "SAJJA_SIMULATOR is on beside LINE credentials: it starts only when LINE_API_BASE_URL is this machine (127.0.0.1)",
    );
  }
  if (hasCredentials && !simulator && !e.SAJJA_DATA_KEY)
    problems.push(
      "SAJJA_DATA_KEY is required with LINE credentials: 64 hex digits, for example from openssl rand -hex 32",
    );
  return problems;
}
