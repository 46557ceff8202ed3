/** What one check of a proof came to. */
export interface Check {
  name: string;
  ok: boolean;
  detail?: string;
}

/** A check that holds, or does not, with what was found. */
export function check(name: string, ok: boolean, detail?: string): Check {
  return { name, ok, ...(detail === undefined ? {} : { detail }) };
}
