import { createPublicKey, verify, type JsonWebKey } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Person } from "../../../scripts/simulator/people/person";
import { openStage, type Stage } from "./support";

describe("ID tokens of LINE Login", () => {
  let stage: Stage;
  let malee: Person;
  const channel = "1660000001";
  beforeEach(async () => {
    stage = await openStage({ loginChannelId: channel });
    malee = stage.simulator.addUser({ name: "มาลี" });
  });
  afterEach(() => stage.close());

  async function check(idToken: string, more: Record<string, string> = {}): Promise<[number, Record<string, unknown>]> {
    const body = new URLSearchParams({ id_token: idToken, client_id: channel, ...more });
    const answer = await fetch(`${stage.origin}/oauth2/v2.1/verify`, { method: "POST", body });
    return [answer.status, (await answer.json()) as Record<string, unknown>];
  }
  const refused = (error_description: string) => [400, { error: "invalid_request", error_description }];

  it("are verified with what they say", async () => {
    const [status, payload] = await check(malee.idToken({ nonce: "n" }), { nonce: "n", user_id: malee.id });
    expect(status).toBe(200);
    const now = Math.floor(stage.time.now / 1000);
    expect(payload).toMatchObject({
      iss: "https://access.line.me",
      sub: malee.id,
      aud: channel,
      iat: now,
      exp: now + 3600,
      name: "มาลี",
    });
  });

  it("expire after an hour", async () => {
    const idToken = malee.idToken();
    stage.time.now += 3_600_000;
    expect(await check(idToken)).toEqual(refused("IdToken expired."));
    expect(await check(malee.idToken({ expiresIn: -1 }))).toEqual(refused("IdToken expired."));
  });

  it("are refused for another channel, person, nonce or issuer, and when changed", async () => {
    expect(await check(malee.idToken({ audience: "1" }))).toEqual(refused("Invalid IdToken Audience."));
    expect(await check(malee.idToken(), { user_id: "U" })).toEqual(refused("Invalid IdToken Subject Identifier."));
    expect(await check(malee.idToken({ nonce: "a" }), { nonce: "b" })).toEqual(refused("Invalid IdToken Nonce."));
    expect(await check(malee.idToken({ issuer: "https://example.com" }))).toEqual(refused("Invalid IdToken Issuer."));
    const [head, , signature] = malee.idToken().split(".");
    const forged = Buffer.from(
      JSON.stringify({ iss: "https://access.line.me", sub: "U", aud: channel, exp: 9e9 }),
    ).toString("base64url");
    expect(await check(`${head}.${forged}.${signature}`)).toEqual(refused("Invalid IdToken."));
    expect(await check("nonsense")).toEqual(refused("Invalid IdToken."));
    const none = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    expect(await check(`${none}.${forged}.`)).toEqual(refused("Invalid IdToken."));
  });

  it("can be checked without LINE, by the published key (ES256)", async () => {
    const { keys } = (await (await fetch(`${stage.origin}/oauth2/v2.1/certs`)).json()) as {
      keys: (JsonWebKey & { kid: string; alg: string })[];
    };
    const [head = "", payload = "", signature = ""] = malee.idToken().split(".");
    const header = JSON.parse(Buffer.from(head, "base64url").toString()) as { kid: string; alg: string };
    const key = keys.find((one) => one.kid === header.kid);
    expect([header.alg, key?.alg]).toEqual(["ES256", "ES256"]);
    const publicKey = createPublicKey({ key: key as JsonWebKey, format: "jwk" });
    const good = verify(
      "sha256",
      Buffer.from(`${head}.${payload}`),
      { key: publicKey, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    expect(good).toBe(true);
  });
});
