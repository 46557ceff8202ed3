import { describe, expect, it } from "@jest/globals";
import { renderFlex } from "../../src/messages/render-flex";

const rendering = {
  text: (key: string, scope: object) => `${key}:${JSON.stringify(scope)}`,
  components: { pair: { text: "${label}", value: "${value}" }, self: { $use: "missing" } },
};
const render = (template: unknown, view: object): unknown => renderFlex(template, view, rendering);

describe("renderFlex", () => {
  it.each<[string, unknown, object, unknown]>([
    ["a path inside a text", { text: "a ${b.c} d" }, { b: { c: 7 } }, { text: "a 7 d" }],
    ["a path alone gives the value itself", { n: "${n}", list: "${list}" }, { n: 3, list: [1] }, { n: 3, list: [1] }],
    ["null is a value", { x: "${x}" }, { x: null }, { x: null }],
    ["plain values stay", { a: 1, b: true, c: null, d: [] }, {}, { a: 1, b: true, c: null, d: [] }],
    ["a text key with the view", { text: "t:hello" }, { name: "x" }, { text: 'hello:{"name":"x"}' }],
    ["$when keeps", [{ $when: "yes", a: 1 }], { yes: "so" }, [{ a: 1 }]],
    ["$when drops from a list", [{ $when: "no", a: 1 }, 2], { no: false }, [2]],
    ["$when drops a property", { footer: { $when: "no", a: 1 }, b: 2 }, { no: null }, { b: 2 }],
    ["$data repeats", [{ $data: "rows", n: "${n}" }], { rows: [{ n: 1 }, { n: 2 }] }, [{ n: 1 }, { n: 2 }]],
    ["$data of nothing", [{ $data: "rows", n: "${n}" }], { rows: [] }, []],
    [
      "$when is asked of each item",
      [{ $data: "r", $when: "on", n: "${n}" }],
      {
        r: [
          { on: false, n: 1 },
          { on: true, n: 2 },
        ],
      },
      [{ n: 2 }],
    ],
    [
      "$use with its own view",
      { $use: "pair", label: "${a}", value: "t:k" },
      { a: "A" },
      { text: "A", value: 'k:{"a":"A"}' },
    ],
    [
      "$use inside $data",
      [{ $data: "r", $use: "pair", label: "x", value: "${v}" }],
      { r: [{ v: 1 }] },
      [{ text: "x", value: 1 }],
    ],
  ])("%s", (_title, template, view, expected) => {
    expect(render(template, view)).toEqual(expected);
  });

  it("never reads marks inside people's data", () => {
    const name = "${secret} t:hello {{secret}} $t(hello)";
    const view = { name, secret: "s", person: { $use: "pair", $when: "nothing", text: "${secret}" } };
    const template = {
      a: "${name}",
      b: "x ${name}",
      c: "${person}",
      d: { $use: "pair", label: "${name}", value: "${name}" },
    };
    expect(render(template, view)).toEqual({
      a: name,
      b: `x ${name}`,
      c: view.person,
      d: { text: name, value: name },
    });
  });

  it.each<[string, unknown, object]>([
    ["a missing path", "${a.b}", { a: {} }],
    ["a path through nothing", "${a.b}", { a: null }],
    ["a path that is undefined", "${a}", { a: undefined }],
    ["an inherited name", "${toString}", {}],
    ["a missing path inside a text", "x ${a}", {}],
    ["a missing condition", [{ $when: "a" }], {}],
    ["a list that is none", [{ $data: "a" }], { a: "text" }],
    ["a part that is unknown", { $use: "nothing" }, {}],
    ["a part named like an inherited property", { $use: "toString" }, {}],
    ["a part inside a part that is unknown", { $use: "self" }, {}],
    ["a list where one value belongs", { one: { $data: "r", n: "${n}" } }, { r: [{ n: 1 }, { n: 2 }] }],
    ["a whole card that is dropped", { $when: "no" }, { no: false }],
  ])("refuses %s", (_title, template, view) => {
    expect(() => render(template, view)).toThrow(Error);
  });
});
