import AxeBuilder from "@axe-core/playwright";
import { expect } from "@jest/globals";
import type { Page } from "playwright-core";

/** Fails when axe finds anything on the page as it is now: WCAG 2.2 A and AA, and axe's own best practices. `part` is a selector. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const axe = new AxeBuilder({ page }).withTags(rules);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary ?? ""}`),
  );
  expect(found).toEqual([]);
}
