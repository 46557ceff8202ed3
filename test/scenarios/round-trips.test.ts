import { describe, expect, it } from "@jest/globals";
import mongoose from "mongoose";
import { baht } from "../../src/domain/money";
import { publishThaiMenus, rememberedMenu, untilMenu } from "../support/menus";
import { useVillage } from "../support/village";

/** What the work on one event may ask of the database, from taking it to its commit; sending comes after. */
const limits = { balance: 13, ask: 14, confirm: 15, confirmWithoutPhone: 15, askTwelve: 16, confirmTwelve: 18 };
const ofTheEvent = (names: readonly string[]): string[] => {
  const work = names.slice(0, names.indexOf("commitTransaction") + 1);
  // What a conflict made run again counts once.
  const aborted = work.findLastIndex((name) => name.startsWith("abortTransaction"));
  return aborted < 0 ? work : [...work.slice(0, 1), ...work.slice(aborted + 1)];
};

describe("round trips", () => {
  const village = useVillage({ today: "2026-03-05" });

  async function commandsOf(deed: () => Promise<unknown>): Promise<string[]> {
    const names: string[] = [];
    const polls = new Set(["inbox_events", "leases", "database_info", "deliveries", "outbox"]);
    const listen = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
      const isPoll = commandName === "find" && polls.has(String(command["find"]));
      const ofLanes =
        ["update", "find", "findAndModify"].includes(commandName) &&
        ["leases", "database_info"].includes(String(command[commandName]));
      if (!isPoll && !ofLanes && commandName !== "hello") names.push(`${commandName}:${String(command[commandName])}`);
    };
    const client = mongoose.connection.getClient();
    client.on("commandStarted", listen);
    await deed();
    client.off("commandStarted", listen);
    const taken = names.indexOf("findAndModify:inbox_events");
    return ofTheEvent(
      names.slice(taken).map((name) => (name.startsWith("commitTransaction") ? "commitTransaction" : name)),
    );
  }

  it("stay few for a balance, for a deposit and for a list of twelve", async () => {
    const malee = await village.member({ memberNo: "012", pledgeSavings: baht(4_200) });
    const treasurer = await village.treasurerOnWorkingDay({ memberNo: "002" });

    // The first message of all also finds out which menu a phone should have.
    await publishThaiMenus(village);
    for (const phone of [malee, treasurer]) {
      await phone.says("ยอดเงิน");
      await untilMenu(async () => (await rememberedMenu(phone)) !== null);
    }
    const balance = await commandsOf(() => malee.says("ยอดเงิน"));
    const ask = await commandsOf(() => treasurer.says("รับ 012 สัจจะ 100"));
    const confirm = await commandsOf(() => treasurer.taps(/^ยืนยันรับ/));
    await village.member({ memberNo: "014", linked: false });
    await treasurer.says("รับ 014 สัจจะ 100");
    const confirmWithoutPhone = await commandsOf(() => treasurer.taps(/^ยืนยันรับ/));

    const twelve = Array.from({ length: 12 }, (_, at) => `0${20 + at}`);
    for (const memberNo of twelve)
      await village.member({ memberNo, linked: memberNo === "020", nickname: memberNo === "031" ? "สมปอง" : "" });
    const list = twelve.map((memberNo) => `รับ ${memberNo === "031" ? "สมปอง" : memberNo} สัจจะ 100 ปรับ 5`).join("\n");
    const askTwelve = await commandsOf(() => treasurer.says(list));
    const confirmTwelve = await commandsOf(() => treasurer.taps(/^ยืนยันรับ 1,260/));

    const all = { balance, ask, confirm, confirmWithoutPhone, askTwelve, confirmTwelve };
    for (const [name, commands] of Object.entries(all)) {
      expect(commands.at(-1)).toBe("commitTransaction");
      expect(commands.slice(0, limits[name as keyof typeof limits])).toEqual(commands);
    }
  });
});
