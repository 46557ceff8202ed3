import request, { type Test } from "supertest";
import type { IdTokenClaims } from "../../../scripts/simulator/state/id-tokens";
import type { Village } from "../../support/village";
import type { Villager } from "../../support/villager";

/** The API as a page of this phone asks it. */
export function pageOf(village: Village, villager: Villager, claims: IdTokenClaims = {}) {
  return withToken(village, villager.phone.idToken(claims));
}

/** The API as somebody with this token asks it. */
export function withToken({ sajja }: Village, token: string) {
  const origin = `http://127.0.0.1:${sajja.port}`;
  return {
    get: (path: string): Test => request(origin).get(path).set("authorization", `Bearer ${token}`),
    post: (path: string, body: object): Test =>
      request(origin).post(path).set("authorization", `Bearer ${token}`).send(body),
  };
}
