import type { Spot } from "../problem";
import { codePoints, codeUnits } from "./measures";

interface TextRule {
  max: number;
  /** Which length counts; code units unless told. */
  measure?: "code points";
  /** Left out is allowed. */
  optional?: true;
}

/** Checks a text that must not be empty and not be longer than the rule says. */
export function checkText(spot: Spot, value: unknown, rule: TextRule): void {
  if (value === undefined && rule.optional) return;
  if (typeof value !== "string" || value === "") return spot.refuse("May not be empty");
  const length = rule.measure === "code points" ? codePoints(value) : codeUnits(value);
  if (length > rule.max) spot.refuse(`Length must be between 0 and ${rule.max}`);
}

/** Checks the URL of a picture, film or sound: https, at most 2000 characters. Left out is allowed when `optional`. */
export function checkMediaUrl(spot: Spot, value: unknown, optional = false): void {
  if (value === undefined && optional) return;
  if (typeof value !== "string" || value === "") return spot.refuse("May not be empty");
  if (value.length > 2000) spot.refuse("Length must be between 0 and 2000");
  if (!/^https:\/\/[^/?#\s]+/i.test(value)) spot.refuse("invalid uri scheme");
}

/** Checks a link that a person opens: at most 1000 characters, http, https, line or tel. */
export function checkLink(spot: Spot, value: unknown, optional = false): void {
  if (value === undefined && optional) return;
  if (typeof value !== "string" || value === "") return spot.refuse("May not be empty");
  if (value.length > 1000) spot.refuse("Length must be between 0 and 1000");
  if (!/^(https?|line):\/\/[^\s]+$|^tel:[^\s]+$/i.test(value) || /[^\x21-\x7e]/.test(value)) spot.refuse("invalid uri");
}

/** Checks how many things a list holds. */
export function checkCount(spot: Spot, list: unknown, min: number, max: number): void {
  const count = Array.isArray(list) ? list.length : 0;
  if (count < min || count > max) spot.refuse(`Size must be between ${min} and ${max}`);
}

/** Checks a colour: #RRGGBB, and #RRGGBBAA where an alpha channel is allowed. */
export function isColour(value: string, alpha: boolean): boolean {
  return (alpha ? /^#[0-9a-f]{6}([0-9a-f]{2})?$/i : /^#[0-9a-f]{6}$/i).test(value);
}
