import { describe, expect, it } from "@jest/globals";
import { useLinkCode } from "../../../src/app/linking/links";
import { memberId } from "../../../src/domain/ids";
import { saveGroups } from "../../../src/storage/groups";
import { findMember, MemberModel } from "../../../src/storage/members";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup, buildMember, buildPerson } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { jsonOf, onConnected } from "./tool";

describe("sajja link-code", () => {
  useDatabase();
  const now = new Date("2026-03-05T02:00:00Z");
  const code = (group: string, memberNo: string) => onConnected(["link-code", group, memberNo, "--json"], { now });

  it("gives eight digits for 15 minutes, with which an officer decides at once", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", office: { committee: "executive", position: "chair" } });
    const result = await code(group.id, "001");
    const made = jsonOf<{ code: string; expiresAt: string }>(result);
    expect(result).toMatchObject({ code: 0, err: [] });
    expect(made).toEqual({ code: expect.stringMatching(/^\d{8}$/), expiresAt: "2026-03-05T02:15:00.000Z" });
    const person = await buildPerson(`U-${group.id}`);
    const { result: outcome } = await inTransaction((tx) => useLinkCode(tx, person, made.code, now));
    expect(outcome.kind).toBe("linked");
    const linked = await inTransaction((tx) => findMember(tx, memberId(group.id, "001")));
    expect(linked?.link).toMatchObject({ personId: person._id, version: 1, decidesFrom: null });
    expect(await code(group.id, "001")).toMatchObject({ code: 1, err: [expect.stringContaining("linked before")] });
  });

  it("makes an older code void and is worth nothing after 15 minutes", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "002" });
    const first = jsonOf<{ code: string }>(await code(group.id, "002"));
    const second = jsonOf<{ code: string }>(await code(group.id, "002"));
    const person = await buildPerson(`U-${group.id}`);
    const send = (digits: string, at: Date) => inTransaction((tx) => useLinkCode(tx, person, digits, at));
    expect((await send(first.code, now)).result.kind).toBe("expired");
    expect((await send(second.code, new Date("2026-03-05T02:15:00Z"))).result.kind).toBe("expired");
  });

  it("gives no rights at once to a phone that comes second, whatever code it has", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "001", office: { committee: "executive", position: "chair" } });
    const { code: digits } = jsonOf<{ code: string }>(await code(group.id, "001"));
    const first = await buildPerson(`U-${group.id}-1`);
    // Linked meanwhile in another way, as two codes made at the same moment could do.
    await MemberModel.updateOne(
      { _id: memberId(group.id, "001") },
      { $set: { "link.personId": first._id, "link.version": 1 } },
    );
    const second = await buildPerson(`U-${group.id}-2`);
    const { result } = await inTransaction((tx) => useLinkCode(tx, second, digits, now));
    expect(result).toMatchObject({ kind: "linked", view: { decidesFrom: new Date("2026-03-08T02:00:00Z") } });
  });

  it("refuses in one sentence whom it cannot serve", async () => {
    const group = await buildGroup();
    await buildMember(group, { memberNo: "003", status: "closed" });
    const draft = await buildGroup();
    await saveGroups([{ ...draft, id: `draft-${draft.id}` as typeof draft.id }]);
    for (const [groupId, memberNo, reason] of [
      ["nowhere", "001", "There is no group nowhere."],
      [`draft-${draft.id}`, "001", "There is no group"],
      [group.id, "999", "no member or delegate with the number 999"],
      [group.id, "003", "closed"],
    ] as const) {
      const result = await code(groupId, memberNo);
      expect(result).toMatchObject({ code: 1, err: [expect.stringContaining(reason)] });
      expect(jsonOf(result)).toEqual({ error: result.err[0] });
    }
    expect(await onConnected(["link-code", group.id])).toMatchObject({ code: 2, out: [] });
  });
});
