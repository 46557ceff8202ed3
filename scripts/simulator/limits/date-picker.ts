import type { JsonObject } from "../json";
import type { Spot } from "../problem";

const forms: Record<string, RegExp> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^\d{2}:\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}$/,
};

function isRealDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) && day >= "1900-01-01" && day <= "2100-12-31";
}

/** Tells whether a value is one that LINE's picker of that mode takes and gives: a real day from 1900 to 2100, a time of day, or both. */
export function isPickerValue(mode: string, value: string): boolean {
  if (!forms[mode]?.test(value)) return false;
  const time = mode === "date" ? "00:00" : value.slice(-5);
  return (mode === "time" || isRealDay(value.slice(0, 10))) && time.slice(0, 2) <= "23" && time.slice(3) <= "59";
}

/** Checks mode, initial, min and max of a date or time picker. */
export function checkPicker(spot: Spot, action: JsonObject): void {
  const mode = action["mode"];
  if (typeof mode !== "string") return spot.at("mode").refuse("May not be empty");
  const bounds: Record<string, string> = {};
  for (const key of ["initial", "min", "max"]) {
    const value = action[key];
    if (value === undefined) continue;
    if (typeof value === "string" && isPickerValue(mode, value)) bounds[key] = value.toUpperCase();
    else spot.at(key).refuse("invalid value");
  }
  const { min, max } = bounds;
  if (min !== undefined && max !== undefined && max <= min) spot.at("max").refuse("must be greater than min");
}
