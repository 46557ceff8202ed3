import { createPublicKey } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type GenerateKeyPairResult, type JWK } from "jose";
import { createIdTokenVerifier, type IdTokenVerifier } from "../../src/line/id-token";

const now = new Date("2026-03-05T03:00:00Z");
const seconds = Math.floor(now.getTime() / 1000);
const channel = "1000000001";
const good = { iss: "https://access.line.me", aud: channel, sub: "U1", iat: seconds, exp: seconds + 3600 };

type PrivateKey = GenerateKeyPairResult["privateKey"];

async function newKey(kid: string): Promise<{ kid: string; privateKey: PrivateKey; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" } };
}

function signed(claims: object, key: PrivateKey | Uint8Array, header: { alg: string; kid?: string }): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader(header).sign(key);
}

describe("an ID token", () => {
  let keys: JWK[] = [];
  let asked = 0;
  let works = true;
  const server = http.createServer((_request, response) => {
    asked++;
    response.writeHead(works ? 200 : 500, { "content-type": "application/json" }).end(JSON.stringify({ keys }));
  });
  let ours: Awaited<ReturnType<typeof newKey>>;
  let verify: IdTokenVerifier;
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    ours = await newKey("line-1");
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  beforeEach(() => {
    [keys, asked, works] = [[ours.jwk], 0, true];
    const apiBaseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    verify = createIdTokenVerifier({ apiBaseUrl, loginChannelId: channel });
  });

  const byLine = (claims: object) => signed(claims, ours.privateKey, { alg: "ES256", kid: ours.kid });
  const refused = (token: string, reason = "invalid", at = now) =>
    expect(verify(token, at)).rejects.toMatchObject({ name: "IdTokenError", reason });

  it("of LINE for our channel tells whose it is, and the keys are asked for once", async () => {
    for (let i = 0; i < 3; i++) expect(await verify(await byLine(good), now)).toBe("U1");
    expect(asked).toBe(1);
  });

  it("is refused without a signature, with the public key as a secret, and by another key of the same name", async () => {
    await refused(new UnsecuredJWT({ ...good }).encode());
    const pem = createPublicKey({ key: ours.jwk as Record<string, string>, format: "jwk" }).export({
      type: "spki",
      format: "pem",
    });
    for (const secret of [Buffer.from(pem), Buffer.from(JSON.stringify(ours.jwk))])
      await refused(await signed(good, new Uint8Array(secret), { alg: "HS256", kid: ours.kid }));
    const forger = await newKey(ours.kid);
    await refused(await signed(good, forger.privateKey, { alg: "ES256", kid: ours.kid }));
    await refused(await signed(good, forger.privateKey, { alg: "ES256" }));
  });

  it("is refused when any part of it was changed, and when it is none", async () => {
    const [head = "", body = "", signature = ""] = (await byLine(good)).split(".");
    const other = Buffer.from(JSON.stringify({ ...good, sub: "U2" })).toString("base64url");
    await refused(`${head}.${other}.${signature}`);
    for (const text of ["", "x", "a.b.c", `${head}.${body}.`, `${head}.${body}`]) await refused(text);
  });

  it.each([
    ["another channel", { aud: "1000000002" }],
    ["several channels", { aud: [channel, "1000000002"] }],
    ["another issuer", { iss: "https://access.line.me.example.org" }],
    ["nobody", { sub: undefined }],
    ["no end", { exp: undefined }],
    ["no beginning", { iat: undefined }],
    ["a beginning to come", { iat: seconds + 60, exp: seconds + 3600 }],
    ["a use to come", { nbf: seconds + 60 }],
  ])("for %s is refused", async (_name, change) => {
    await refused(await byLine({ ...good, ...change }));
  });

  it("is refused once it has expired, however good it was, and one that claims a longer life too", async () => {
    const token = await byLine(good);
    expect(await verify(token, new Date(now.getTime() + 3_600_000))).toBe("U1"); // Clocks may differ a little.
    await refused(token, "expired", new Date(now.getTime() + 3_620_000));
    const eternal = await byLine({ ...good, exp: seconds + 10 * 365 * 86_400 });
    await refused(eternal, "expired", new Date(now.getTime() + 3_620_000));
  });

  it("by a new key of LINE is checked with it; a key that nobody knows is looked for once a minute at most", async () => {
    expect(await verify(await byLine(good), now)).toBe("U1");
    const next = await newKey("line-2");
    keys = [ours.jwk, next.jwk];
    const token = await signed(good, next.privateKey, { alg: "ES256", kid: "line-2" });
    for (let i = 0; i < 20; i++) await refused(token);
    expect(asked).toBe(1); // Just asked: within the minute an unknown key is none.
    const restarted = createIdTokenVerifier({
      apiBaseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      loginChannelId: channel,
    });
    expect(await restarted(token, now)).toBe("U1");
  });

  it("is neither good nor bad while LINE's keys cannot be read", async () => {
    works = false;
    await refused(await byLine(good), "unreachable");
    works = true;
    expect(await verify(await byLine(good), now)).toBe("U1");
  });
});
