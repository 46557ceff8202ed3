import type { Villager } from "./villager";

/** The first counter keeps the counted cash herself, and the second says that it is with her; gives the closing card. */
export async function keepsCash(first: Villager, second: Villager) {
  await first.taps("เก็บไว้เอง");
  await second.taps("ยืนยันว่ารับไว้แล้ว");
  return first.taps("ไปปิดวันทำการ");
}
