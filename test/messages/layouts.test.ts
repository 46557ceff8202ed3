import { describe, expect, it } from "@jest/globals";
import { cardEntries } from "../../scripts/cards/cards";
import { languages } from "../../src/i18n/language";
import { locales } from "../../src/i18n/index";
import { components } from "../../src/messages/components";
import { renderFlex } from "../../src/messages/render-flex";

/** The text of a key as written. */
function rawText(key: string): string {
  return String(key.split(".").reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], locales.th));
}

/** Wraps a view so that every path read from it is noted; indexes of lists are written as []. */
function watched(value: unknown, path: string, read: Set<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      const inner: unknown = Reflect.get(target, name, receiver);
      if (typeof name === "symbol" || !Object.hasOwn(target, name)) return inner;
      if (Array.isArray(target) && name === "length") return inner;
      const innerPath = Array.isArray(target) ? `${path}[]` : path === "" ? name : `${path}.${name}`;
      read.add(innerPath);
      return watched(inner, innerPath, read);
    },
  });
}

/** The paths of everything in a view, each list's items as one. */
function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path === "" ? name : `${path}.${name}`));
}

/** The template as its card renders it, noting what it reads of the layout. */
function readPaths(template: unknown, layout: object): Set<string> {
  const read = new Set<string>();
  const rendered = renderFlex(template, watched(layout, "", read) as object, {
    text(key, scope) {
      for (const [, name = ""] of rawText(key).matchAll(/\{\{(.+?)\}\}/g)) Reflect.get(scope, name);
      return key; // The real one copies the whole view.
    },
    components,
  });
  JSON.stringify(rendered); // What stands in the card as a whole value is read to its leaves.
  return read;
}

describe("a card's layout and its template", () => {
  it.each(cardEntries.map((entry) => [entry.name, entry] as const))(
    "%s: every value of the view is shown",
    (_name, entry) => {
      if (!entry.layouts) throw new Error("a card has layouts");
      const read = new Set<string>();
      const given = new Set<string>();
      for (const language of languages) {
        for (const layout of entry.layouts.of({ language }).values()) {
          for (const path of readPaths(entry.layouts.spec.template, layout)) read.add(path);
          for (const path of pathsOf(layout)) given.add(path);
        }
      }
      // A frame without buttons asks only whether there are any.
      expect([...given].filter((path) => !read.has(path) && path !== "buttons.primary")).toEqual([]);
    },
  );
});
