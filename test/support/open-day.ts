import { openDay } from "../../src/app/days/days";
import { findActor } from "../../src/app/people/find-actor";
import { inTransaction } from "../../src/storage/tx";
import type { Village } from "./village";
import type { Screen, Villager } from "./villager";

/** Opens the working day of the village's group as this officer, without the chat; gives the day's id. */
export function openDayOf({ group, sajja, today }: Village, officer: Villager): Promise<string> {
  return inTransaction(async (tx) => {
    const actor = await findActor(tx, officer.lineUserId);
    if (!actor) throw new Error("an officer is linked");
    return (await openDay(tx, actor, { group, on: today, now: sajja.clock.now() })).result.day.id;
  });
}

/** An officer opens the working day in chat. */
export async function opensDay(officer: Villager): Promise<Screen> {
  await officer.says("เปิดวันทำการ");
  return officer.taps(/^(ยืนยันเปิด|Confirm: open)/);
}

/** An officer closes it, nothing counted. */
export async function closesDay(officer: Villager): Promise<Screen> {
  await officer.says("ปิดวันทำการ");
  return officer.taps(/^ยืนยันปิด/);
}
