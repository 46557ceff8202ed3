import { describe, expect, it } from "@jest/globals";
import { ConfigError, readConfig } from "../src/config";

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe("the environment", () => {
  it("needs nothing: a trial with simulator and its own database", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      mongodbUri: null,
      simulator: true,
      hasCredentials: false,
      roles: ["web", "worker", "jobs"],
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("names every problem at once and prints no value", () => {
    const problems = problemsOf({
      PORT: "many",
      MONGODB_URI: "postgres://hidden",
      SAJJA_DATA_KEY: "hidden",
      SAJJA_ROLES: "web,cook",
    });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain("hidden");
  });

  it("asks for both credentials, and for a data key with them", () => {
    expect(problemsOf({ LINE_CHANNEL_SECRET: "12345678" })).toHaveLength(1);
    expect(problemsOf({ LINE_CHANNEL_SECRET: "12345678", LINE_CHANNEL_ACCESS_TOKEN: "t" })[0]).toContain(
      "SAJJA_DATA_KEY",
    );
    expect(
      problemsOf({ LINE_CHANNEL_SECRET: "12345678", LINE_CHANNEL_ACCESS_TOKEN: "t", SAJJA_DATA_KEY: "a".repeat(64) }),
    ).toEqual([]);
  });

  it("starts no simulator beside credentials of the real LINE", () => {
    const env = {
      LINE_CHANNEL_SECRET: "12345678",
      LINE_CHANNEL_ACCESS_TOKEN: "t",
      SAJJA_DATA_KEY: "a".repeat(64),
      SAJJA_SIMULATOR: "on",
    };
    expect(problemsOf(env)[0]).toContain("SAJJA_SIMULATOR");
    expect(problemsOf({ ...env, LINE_API_BASE_URL: "http://127.0.0.1:3001" })).toEqual([]);
  });

  it("takes two secrets while one is being replaced, and no third", () => {
    const env = { LINE_CHANNEL_ACCESS_TOKEN: "t", SAJJA_DATA_KEY: "a".repeat(64) };
    expect(readConfig({ ...env, LINE_CHANNEL_SECRET: "12345678,87654321" }).line.channelSecrets).toEqual([
      "12345678",
      "87654321",
    ]);
    expect(problemsOf({ ...env, LINE_CHANNEL_SECRET: "12345678,87654321,11111111" })).not.toEqual([]);
  });

  it("has pages with a channel of LINE Login and its LIFF app, or none", () => {
    expect(readConfig({}).line).toMatchObject({ loginChannelId: null, liffId: null });
    for (const name of ["LINE_LOGIN_CHANNEL_ID", "LIFF_ID"])
      expect(problemsOf({ [name]: "1000" })[0]).toContain("LIFF_ID");
    expect(problemsOf({ LINE_LOGIN_CHANNEL_ID: "1000", LIFF_ID: "1000-abc" })).toEqual([]);
  });

  it("knows what a hosted database may hold where it is told", () => {
    expect(readConfig({}).databaseLimitMb).toBeNull();
    expect(readConfig({ DATABASE_LIMIT_MB: "512" }).databaseLimitMb).toBe(512);
    expect(problemsOf({ DATABASE_LIMIT_MB: "0" })[0]).toContain("DATABASE_LIMIT_MB");
  });
});
