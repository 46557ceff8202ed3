import { createPublicKey, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from "node:crypto";
import { isObject, type JsonObject } from "../json";
import { LineError } from "../line-error";

const issuer = "https://access.line.me";

/** What an ID token can be made to say; left out, it is a good token of one hour. */
export interface IdTokenClaims {
  audience?: string;
  nonce?: string;
  /** Seconds from now; below zero it has expired. */
  expiresIn?: number;
  issuer?: string;
}

function encode(part: JsonObject): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function decode(part: string | undefined): JsonObject | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function refuse(description: string): LineError {
  return new LineError(400, { error: "invalid_request", error_description: description });
}

/** LINE Login's ID tokens: ES256, signed with a key that lives as long as the simulator. */
export class IdTokens {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly keyId = randomBytes(16).toString("hex");

  constructor(
    private readonly now: () => Date,
    private readonly channelId: string,
  ) {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.privateKey = pair.privateKey;
    this.publicKey = createPublicKey(pair.privateKey);
  }

  /** A signed ID token of that user. */
  issue(user: { id: string; name: string }, claims: IdTokenClaims = {}): string {
    const iat = Math.floor(this.now().getTime() / 1000);
    const payload: JsonObject = {
      iss: claims.issuer ?? issuer,
      sub: user.id,
      aud: claims.audience ?? this.channelId,
      exp: iat + (claims.expiresIn ?? 3600),
      iat,
      amr: ["linesso"],
      name: user.name,
    };
    if (claims.nonce !== undefined) payload["nonce"] = claims.nonce;
    const content = `${encode({ typ: "JWT", alg: "ES256", kid: this.keyId })}.${encode(payload)}`;
    const signature = sign("sha256", Buffer.from(content), { key: this.privateKey, dsaEncoding: "ieee-p1363" });
    return `${content}.${signature.toString("base64url")}`;
  }

  /** The claims of a good token; throws LINE Login's refusals otherwise. */
  verify(form: URLSearchParams): JsonObject {
    const token = form.get("id_token");
    const clientId = form.get("client_id");
    if (token === null) throw refuse("id_token must not be null");
    if (clientId === null) throw refuse("client_id must not be null");
    const payload = this.payloadOf(token);
    if (!payload) throw refuse("Invalid IdToken.");
    if (payload["iss"] !== issuer) throw refuse("Invalid IdToken Issuer.");
    if (Number(payload["exp"]) * 1000 <= this.now().getTime()) throw refuse("IdToken expired.");
    if (payload["aud"] !== clientId) throw refuse("Invalid IdToken Audience.");
    const nonce = form.get("nonce");
    if (nonce !== null && payload["nonce"] !== nonce) throw refuse("Invalid IdToken Nonce.");
    const userId = form.get("user_id");
    if (userId !== null && payload["sub"] !== userId) throw refuse("Invalid IdToken Subject Identifier.");
    return payload;
  }

  /** The public key as LINE's certs endpoint gives it (JSON Web Key Set). */
  certificates(): JsonObject {
    const { kty, crv, x, y } = this.publicKey.export({ format: "jwk" });
    return { keys: [{ kty, alg: "ES256", use: "sig", kid: this.keyId, crv, x, y }] };
  }

  private payloadOf(token: string): JsonObject | null {
    const [head, body, signature] = token.split(".");
    const header = decode(head);
    if (header?.["alg"] !== "ES256" || header["kid"] !== this.keyId) return null;
    const key = { key: this.publicKey, dsaEncoding: "ieee-p1363" } as const;
    const good = verify("sha256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature ?? "", "base64url"));
    return good ? decode(body) : null;
  }
}
