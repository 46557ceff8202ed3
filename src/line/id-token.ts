import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import type { Config } from "../config";

/** Why an ID token does not tell who somebody is. `unreachable`: LINE's keys could not be read, so nobody knows. */
export class IdTokenError extends Error {
  override name = "IdTokenError";
  constructor(readonly reason: "invalid" | "expired" | "unreachable") {
    super(`id-token-${reason}`);
  }
}

/** Gives the LINE user id that an ID token proves at an instant; throws IdTokenError. */
export type IdTokenVerifier = (token: string, now: Date) => Promise<string>;

const issuer = "https://access.line.me";

/** Clocks of LINE and of this machine may differ so much, in seconds. */
const leewaySeconds = 10;

/** LINE's tokens live for an hour; what claims a longer life is none of them. */
const longestLifeSeconds = 3600;

/** LINE changes keys seldom: they are read hourly, and for an unknown key at once, but not more than once a minute. */
const keys = { cacheMaxAge: 3_600_000, cooldownDuration: 60_000, timeoutDuration: 5_000 };

/**
 * Checks ID tokens of LINE Login for one channel, here and not at LINE: signature (ES256 alone, by LINE's published keys), issuer, audience,
 * and that it was issued and has not expired (LINE Login, "Verify ID token"; OpenID Connect Core 1.0, section 3.1.3.7).
 */
export function createIdTokenVerifier(
  line: Pick<Config["line"], "apiBaseUrl"> & { loginChannelId: string },
): IdTokenVerifier {
  const keySet = createRemoteJWKSet(new URL("/oauth2/v2.1/certs", line.apiBaseUrl), keys);
  return async (token, now) => {
    const { payload } = await jwtVerify(token, keySet, {
      algorithms: ["ES256"],
      issuer,
      audience: line.loginChannelId,
      requiredClaims: ["sub", "iat", "exp"],
      maxTokenAge: longestLifeSeconds,
      clockTolerance: leewaySeconds,
      currentDate: now,
    }).catch((error: unknown) => {
      throw asIdTokenError(error);
    });
    // A token for several channels was handed on by one of them.
    if (typeof payload.aud !== "string" || !payload.sub) throw new IdTokenError("invalid");
    return payload.sub;
  };
}

function asIdTokenError(error: unknown): IdTokenError {
  if (error instanceof errors.JWTExpired) return new IdTokenError("expired");
  const isAboutKeys =
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === "ERR_JOSE_GENERIC";
  return new IdTokenError(isAboutKeys ? "unreachable" : "invalid");
}
