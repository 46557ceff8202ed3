import type { BoxView } from "../domain/closing/closing-view";
import { satang, subtract } from "../domain/money";
import { givenName, type OfficerName } from "../domain/people";
import { cut, graphemeCount } from "./labels";
import type { Speak } from "./speak";

/** Graphemes of whose box it is, and boxes named in one line. */
const nameLength = 20;
const boxesNamed = 3;

/** Whose box it is. */
export function boxText(say: Speak, box: OfficerName | "own"): string {
  return box === "own"
    ? say.t("boxes.own")
    : say.t("boxes.of", { name: ownerText(say, { ...box, name: givenName(box.name) }) });
}

/** By office and name; of a long office the name alone, which tells whose it is. */
function ownerText(say: Speak, owner: OfficerName): string {
  const text = say.officer(owner);
  return graphemeCount(text) <= nameLength ? text : cut(owner.name, nameLength, graphemeCount);
}

/** What is off in a box; null where it ties. */
function offText(say: Speak, { booked, counted }: BoxView): string | null {
  const difference = subtract(counted, booked);
  if (difference === 0) return null;
  return say.t(difference > 0 ? "boxes.over" : "boxes.short", { amount: say.money(satang(Math.abs(difference))) });
}

/** What is off in which box; how many tie where every one does. Null where there is one box. */
export function boxesText(say: Speak, boxes: readonly BoxView[], shown = boxesNamed): string | null {
  if (boxes.length === 0) return null;
  const off = boxes.filter(({ booked, counted }) => booked !== counted);
  if (off.length === 0) return say.t("boxes.tied", { count: boxes.length });
  const named = off
    .slice(0, shown)
    .map((box) => say.t("boxes.off", { box: boxText(say, box.of ?? "own"), off: offText(say, box) }));
  return off.length > shown ? `${named.join(", ")} …` : named.join(", ");
}

/** What was counted in a box, and what is off in it. */
export function countedBoxText(say: Speak, box: BoxView): string {
  const off = offText(say, box);
  const values = { box: boxText(say, box.of ?? "own"), counted: say.money(box.counted) };
  return off === null ? say.t("boxes.one", values) : say.t("boxes.onePlus", { ...values, off });
}
