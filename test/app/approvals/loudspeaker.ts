import { randomBytes } from "node:crypto";
import type { Matter } from "../../../src/app/approvals/ballots/matter";
import { openVote } from "../../../src/app/approvals/ballots/open-vote";
import type { Ballot } from "../../../src/domain/approvals/ballot";
import type { MatterTold } from "../../../src/domain/approvals/ballot-view";
import type { CommitteePolicy } from "../../../src/domain/approvals/policy";
import { DomainError } from "../../../src/domain/errors";
import type { Group } from "../../../src/domain/groups/group";
import type { MemberId } from "../../../src/domain/ids";
import { spouseOf, type Member } from "../../../src/domain/members/member";
import { zero } from "../../../src/domain/money";
import { getGroup } from "../../../src/storage/groups";
import { lockHead } from "../../../src/storage/ledger-heads";
import { defineModel } from "../../../src/storage/model";
import { inTransaction, type Tx } from "../../../src/storage/tx";

/** Words that a member wants said over the village's loudspeaker: a matter that no area of Sajja has. */
export interface Words {
  _id: string;
  memberId: MemberId;
  text: string;
  state: "asked" | "said" | "refused" | "left";
  reason: string | null;
}

const WordsModel = defineModel<Words>({
  collection: "test_loudspeaker",
  fields: {
    memberId: { type: String, required: true },
    text: { type: String, required: true },
    state: { type: String, required: true },
    reason: { type: String },
  },
});

async function move(tx: Tx, words: Words, to: Pick<Words, "state" | "reason">): Promise<Words> {
  await WordsModel.updateOne({ _id: words._id }, { $set: to }).session(tx.session);
  return { ...words, ...to };
}

/** What the loudspeaker's cards tell. */
export interface WordsTold extends MatterTold {
  kind: "loudspeaker";
  text: string;
}

/** The same as an area would register it. */
export const loudspeaker: Matter<Words, WordsTold> = {
  kind: "loudspeaker",
  async read(tx, id) {
    const found = await WordsModel.findById(id).session(tx.session).lean<Words>();
    if (!found) throw new Error("no such words");
    return found;
  },
  labelOf: ({ text }) => text,
  askerOf: ({ memberId }) => memberId,
  amountOf: () => null,
  partiesOf: ({ memberId }, asker) => ({
    conflicts: [{ memberId, why: "own" }, ...spouseOf(asker).map((id) => ({ memberId: id, why: "spouse" }) as const)],
    household: asker.household,
  }),
  tell: (_tx, group, { text }) => Promise.resolve({ kind: "loudspeaker", group, text }),
  buttonsOf: () => ({}),
  hearersOf: ({ id }) => [{ memberId: id, asOwner: true }],
  requireAsker(_tx, actor, { memberId }) {
    if (!actor.own.some(({ member }) => member.id === memberId)) throw new DomainError("card.foreign", {});
    return Promise.resolve();
  },
  async settle(tx, _group, words, { outcome, reason }) {
    const isSaid = outcome === "approved";
    const subject = await move(tx, words, { state: isSaid ? "said" : "refused", reason });
    return { subject, item: { outcome: isSaid ? "granted" : "rejected", granted: zero, reason } };
  },
  leaveUndecided: (tx, words) => move(tx, words, { state: "left", reason: null }),
  tellEnd: () => Promise.resolve([]),
  async withheldFrom(tx, ids) {
    const found = await WordsModel.find({ _id: { $in: ids } })
      .session(tx.session)
      .lean<Words[]>();
    return found.map(({ memberId }) => memberId);
  },
};

/** The words as they stand. */
export const wordsOf = (id: string): Promise<Words> => inTransaction((tx) => loudspeaker.read(tx, id));

/** Puts words of a member to the promotion committee; the vote is null where too few may give theirs. */
export async function putWords(
  { id: groupId }: Group,
  member: Member,
  { now, ...policy }: Partial<CommitteePolicy> & { now: Date },
): Promise<{ words: Words; ballot: Ballot | null }> {
  const words: Words = {
    _id: randomBytes(8).toString("hex"),
    memberId: member.id,
    text: "พรุ่งนี้เก็บขยะ",
    state: "asked",
    reason: null,
  };
  await WordsModel.create([words]);
  const band = { upTo: null, committees: ["promotion" as const], quorum: 2, betweenMeetings: true };
  const rule: CommitteePolicy = {
    bands: [band],
    tie: "rejected",
    hours: 72,
    remindHours: 24,
    deputyHours: null,
    deputies: [],
    ...policy,
  };
  const ballot = await inTransaction(async (tx) => {
    await lockHead(tx, groupId);
    const group = await getGroup(tx, groupId);
    const put = { id: `vote-${words._id}`, subject: words, subjectId: words._id, group, policy: rule, band, now };
    return openVote(tx, loudspeaker, put);
  });
  return { words, ballot };
}
