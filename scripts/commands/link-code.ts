import { makeOperatorCode, type OperatorCode } from "../../src/app/linking/operator-code";
import { localTimeOf } from "../../src/domain/dates";
import { inTransaction } from "../../src/storage/tx";
import type { Command } from "./command";
import { exitCode, print, RefusedError } from "./context";

const reasons: Record<Exclude<OperatorCode["kind"], "made">, (group: string, memberNo: string) => string> = {
  "no-group": (group) => `There is no group ${group}.`,
  "no-member": (group, memberNo) => `The group ${group} has no member or delegate with the number ${memberNo}.`,
  closed: (group, memberNo) => `The membership ${memberNo} of ${group} is closed.`,
  "linked-before": (group, memberNo) =>
    `Number ${memberNo} of ${group} was linked before: from now on only the chat gives codes, with a second officer's word.`,
};

/** `sajja link-code <group> <member-no>`: the code of somebody's first link, to be sent in chat by that person. */
export const linkCode: Command = {
  usage: "link-code <group> <member-no>",
  about: "makes the one-time code with which a member or delegate links LINE for the first time",
  needs: "indexes",
  async run({ args: [group = "", memberNo = ""] }, context) {
    const made = await inTransaction((tx) => makeOperatorCode(tx, { group, memberNo, now: context.now }));
    if (made.kind !== "made") throw new RefusedError(reasons[made.kind](group, memberNo));
    print(context, { code: made.digits, expiresAt: made.expiresAt.toISOString() }, [
      `${made.digits} (until ${localTimeOf(made.expiresAt)} Bangkok time; to be sent in the chat by number ${memberNo} of ${group})`,
    ]);
    return exitCode.done;
  },
};
