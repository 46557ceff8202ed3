/** The values that a template's marks name. */
export type Scope = object;

/** What a rendering needs besides the view: the texts, and the shared parts by name. */
export interface Rendering {
  text(key: string, scope: Scope): string;
  components: Readonly<Record<string, unknown>>;
}

/**
 * Fills a card's layout with a view. Five marks, no expressions: `${path}` (a string that is nothing else becomes the value itself),
 * `t:key` (the text, with the view as its values), `$when` (kept when the path is truthy), `$data` (repeated for each item, which
 * becomes the view), `$use` (a shared part; its other properties are its view). Marks inside values are never read.
 * Throws an Error where a path, a part or a list is missing.
 */
export function renderFlex(template: unknown, scope: Scope, rendering: Rendering): unknown {
  if (typeof template === "string") return renderString(template, scope, rendering);
  if (Array.isArray(template)) return template.flatMap((item) => renderNode(item, scope, rendering));
  const rendered = renderNode(template, scope, rendering);
  if (rendered.length !== 1) throw new Error("a mark that drops or repeats stands where exactly one value belongs");
  return rendered[0];
}

function renderNode(node: unknown, scope: Scope, rendering: Rendering): unknown[] {
  if (typeof node !== "object" || node === null || Array.isArray(node)) {
    return [isPlain(node) ? node : renderFlex(node, scope, rendering)];
  }
  const { $data, $when, $use, ...properties } = node as Record<string, unknown>;
  const scopes = $data === undefined ? [scope] : listAt(scope, String($data));
  return scopes
    .filter((item) => $when === undefined || Boolean(valueAt(item, String($when))))
    .map((item) => {
      const rendered = renderProperties(properties, item, rendering);
      return $use === undefined ? rendered : renderFlex(component(rendering, String($use)), rendered, rendering);
    });
}

function renderProperties(properties: Record<string, unknown>, scope: Scope, rendering: Rendering): Scope {
  const entries = Object.entries(properties).flatMap(([name, value]) => {
    if (typeof value === "string" || Array.isArray(value)) return [[name, renderFlex(value, scope, rendering)]];
    const rendered = renderNode(value, scope, rendering);
    if (rendered.length > 1) throw new Error(`${name} takes one value, not a list`);
    return rendered.map((one) => [name, one]);
  });
  return Object.fromEntries(entries) as Scope;
}

function renderString(template: string, scope: Scope, rendering: Rendering): unknown {
  if (template.startsWith("t:")) return rendering.text(template.slice(2), scope);
  const whole = /^\$\{([^{}]+)\}$/.exec(template);
  if (whole?.[1]) return valueAt(scope, whole[1]);
  return template.replaceAll(/\$\{([^{}]+)\}/g, (_mark, path: string) => String(valueAt(scope, path)));
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === "number" || typeof value === "boolean";
}

function valueAt(scope: Scope, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      throw new Error(`no ${path} in the view`);
    value = (value as Record<string, unknown>)[name];
  }
  if (value === undefined) throw new Error(`no ${path} in the view`);
  return value;
}

function listAt(scope: Scope, path: string): Scope[] {
  const list = valueAt(scope, path);
  if (!Array.isArray(list)) throw new Error(`${path} is no list`);
  return list as Scope[];
}

function component(rendering: Rendering, name: string): unknown {
  if (!Object.hasOwn(rendering.components, name)) throw new Error(`no component ${name}`);
  return rendering.components[name];
}
