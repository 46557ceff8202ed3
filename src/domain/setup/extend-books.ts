import { localDateOf } from "../dates";
import { countedOn, sealAll, type LedgerHead } from "../ledger/head";
import type { EntryDraft } from "../ledger/journal-entry";
import type { JournalEntry } from "../ledger/chain";
import type { Member } from "../members/member";
import { delegatesOf, groupOpeningKey, memberOf, memberOpening, setupEntry } from "./books";
import type { GroupExtension } from "./compare";
import { riseOf } from "./compare-openings";
import { groupOpeningPostings } from "./opening";
import { groupRecord } from "./records";
import { withSpouses } from "./spouses";

/** What an extension adds to a living group's books: rows of the register, and entries that continue its chain. */
export interface AddedBooks {
  members: Member[];
  entries: JournalEntry[];
  head: LedgerHead;
}

/** The books of an extension, in the day that is open now. Throws an AssertionError when its sums do not balance. */
export function extendBooks(extension: GroupExtension, head: LedgerHead, now: Date): AddedBooks {
  const { plan, salt, members, delegates } = extension;
  const on = countedOn(head.day, localDateOf(now));
  const time = { now, on };
  const drafts = [...members.map((member) => memberOpening(plan.id, member, salt, time)), groupRound(extension, time)];
  return {
    ...sealAll(head, drafts),
    members: [
      ...withSpouses(members.map((member) => memberOf(plan, member, on))),
      ...delegatesOf({ id: plan.id, delegates }, on),
    ],
  };
}

/** Says the group's facts anew, so that the next run is compared with them; officers alone are a record of the register. */
function groupRound(
  { plan, salt, round, members, before }: GroupExtension,
  time: Parameters<typeof setupEntry>[0],
): EntryDraft {
  return {
    ...setupEntry(time),
    idempotencyKey: groupOpeningKey(plan.id, round),
    kind: members.length > 0 ? "opening.group" : "register.officers",
    postings: plan.opening ? groupOpeningPostings(plan.id, riseOf(plan.opening, before)) : [],
    record: groupRecord(plan, salt),
  };
}
