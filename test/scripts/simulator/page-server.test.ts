import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import request from "supertest";
import { galleryCards } from "../../../scripts/cards/gallery";
import { createSimulator, type Simulator } from "../../../scripts/simulator/core";
import { createPage } from "../../../scripts/simulator/page-server";

describe("the server of the chat page", () => {
  const suggested = [{ user: `U${"0".repeat(32)}`, group: null }];
  let simulator: Simulator;
  let origin: string;

  beforeAll(async () => {
    const page = await createPage({ suggested, pagesAt: () => simulator.settings.liffEndpoint });
    simulator = createSimulator({ channelSecret: "secret-of-tests", channelAccessToken: "token", page });
    ({ origin } = await simulator.start());
  });
  afterAll(() => simulator.stop());

  it("serves the page with a policy that allows nothing inline and nothing from elsewhere", async () => {
    const { headers, text, type } = await request(origin).get("/").expect(200);

    expect(type).toBe("text/html");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|https?:|\*/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(text).not.toMatch(/https?:\/\/|<style|<script>/);
  });

  it("lets nothing stand in a frame but Sajja's own pages", async () => {
    const policyOf = async () => (await request(origin).get("/").expect(200)).headers["content-security-policy"];
    expect(await policyOf()).toContain("frame-src 'none'");
    simulator.set({ liffEndpoint: "http://127.0.0.1:3000/pages" });
    expect(await policyOf()).toMatch(/frame-src http:\/\/127\.0\.0\.1:3000$/);
    simulator.set({ liffEndpoint: "" });
  });

  it("serves every file that the page names, with its type", async () => {
    const { text } = await request(origin).get("/").expect(200);
    const paths = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]));
    expect(paths.length).toBeGreaterThanOrEqual(3);
    const expected: Record<string, string> = { js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
    for (const path of paths) {
      const { type, headers } = await request(origin).get(path).expect(200);
      expect(type).toBe(expected[path.split(".").at(-1) ?? ""]);
      expect(headers["cache-control"]).toContain("immutable");
    }
  });

  it("gives every card of the gallery, and the phones to begin with", async () => {
    const gallery = await request(origin).get("/gallery.json").expect(200);
    expect(gallery.body).toHaveLength(galleryCards().length);
    expect((await request(origin).get("/page.json").expect(200)).body).toEqual({ suggested });
  });

  it("answers 404 to what is not there, and 405 to what is no question", async () => {
    await request(origin).get("/../package.json").expect(404);
    await request(origin).get("/assets/%2e%2e/package.json").expect(404);
    await request(origin).post("/").expect(405);
    await request(origin).head("/").expect(200);
  });
});
