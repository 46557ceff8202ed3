import { beforeAll, describe, expect, it } from "@jest/globals";
import express, { type Express } from "express";
import request from "supertest";
import { builtPage, webPages } from "../../scripts/page-build";
import { createPages } from "../../src/web/pages-server";

const simulatorOrigin = "http://127.0.0.1:3001";
const photo = `/pages/photo/${"0123456789abcdef".repeat(2)}`;

describe("the pages", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await builtPage(webPages);
  });
  const app = (origin: string | null): Express =>
    express().use("/pages", createPages({ folder, liffId: "1000000001-Simul8or", simulatorOrigin: origin }));
  const policyOf = async (origin: string | null) =>
    String((await request(app(origin)).get(photo).expect(200)).headers["content-security-policy"]);

  it("allow nothing inline and nothing from elsewhere; LINE's SDK asks LINE, and nobody frames them", async () => {
    const real = await policyOf(null);
    expect(real).toContain("default-src 'none';script-src 'self'");
    expect(real).toContain("connect-src 'self' https://api.line.me");
    expect(real).toContain("frame-ancestors 'none'");
    expect(real).not.toMatch(/unsafe|\*/);
  });

  it("stand in the simulator's phones, and ask nobody else then", async () => {
    const trial = await policyOf(simulatorOrigin);
    expect(trial).toContain(`frame-ancestors ${simulatorOrigin}`);
    expect(trial).not.toContain("line.me");
  });

  it("are one document at every page's address, with its files, and nothing else", async () => {
    const { text, type, headers } = await request(app(null)).get(photo).expect(200);
    expect([type, headers["referrer-policy"], headers["cache-control"]]).toEqual([
      "text/html",
      "no-referrer",
      "no-cache",
    ]);
    expect(text).not.toMatch(/https?:\/\/|<style|<script>/);
    const paths = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]));
    expect(paths.length).toBeGreaterThanOrEqual(2);
    for (const path of paths) {
      expect(path).toMatch(/^\/pages\/assets\//);
      expect((await request(app(null)).get(path).expect(200)).headers["cache-control"]).toContain("immutable");
    }
    await request(app(null)).get("/pages/").expect(200);
    for (const path of ["/pages/photo/x", "/pages/other", "/pages/assets/none.js", "/pages/%2e%2e/package.json"])
      await request(app(null)).get(path).expect(404);
  });

  it("bring Sarabun along, which a phone keeps", async () => {
    const { text } = await request(app(null)).get(photo).expect(200);
    const sheets = [...text.matchAll(/href="([^"]+\.css)"/g)].map((match) => String(match[1]));
    const css = (await Promise.all(sheets.map(async (path) => (await request(app(null)).get(path)).text))).join("");
    const fonts = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map((match) => String(match[1]));
    expect(fonts).toHaveLength(4);
    for (const font of fonts) {
      const { headers } = await request(app(null)).get(font).expect(200);
      expect([headers["content-type"], headers["cache-control"]]).toEqual([
        "font/woff2",
        "public, max-age=31536000, immutable",
      ]);
    }
  });

  it("tell how a page learns who opens it", async () => {
    const { body } = await request(app(simulatorOrigin)).get("/pages/settings.json").expect(200);
    expect(body).toEqual({ liffId: "1000000001-Simul8or", simulatorOrigin });
  });
});
