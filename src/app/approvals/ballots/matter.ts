import type { Ballot, Outcome } from "../../../domain/approvals/ballot";
import type { MatterTold } from "../../../domain/approvals/ballot-view";
import type { DecidedItem } from "../../../domain/approvals/committee-resolution";
import type { Group } from "../../../domain/groups/group";
import type { MemberId } from "../../../domain/ids";
import type { Member } from "../../../domain/members/member";
import type { Satang } from "../../../domain/money";
import type { Notice, NoticeButton, ToMember } from "../../../domain/notice";
import type { Tx } from "../../../storage/tx";
import type { Actor } from "../../people/actor";
import type { Conflict } from "../committee-seats";

/** Who takes no part in deciding: named members, and whoever shares this household; null: no household is left out. */
export interface Parties {
  conflicts: Conflict[];
  household: string | null;
}

/** What a committee decided, as its matter acts on it. */
export interface CommitteeVerdict {
  outcome: "approved" | "rejected";
  /** Of the resolution that says it. */
  resolutionNo: string;
  /** Why it was not granted, as who put it may read it: the reasons of those against, without names. Null where none was given. */
  reason: string | null;
  decidedAt: Date;
}

/**
 * What an area gives for votes on its subjects: who they are about, what the cards tell, and what becomes of a subject. The engine keeps the votes and looks
 * into no subject: what `read` gave goes back to the same matter. Whatever acts runs under the group's ledger head.
 */
export interface Matter<Subject, Told extends MatterTold> {
  /** Stands in the rows of its votes and resolutions, so it never changes. */
  kind: Told["kind"];
  /** Reads the subject; throws where there is none. */
  read(tx: Tx, id: string): Promise<Subject>;
  /** How people name it: "ก12/2569". */
  labelOf(subject: Subject): string;
  /** The member who put it. */
  askerOf(subject: Subject): MemberId;
  /** Satang that it is about; null where it is about none. */
  amountOf(subject: Subject): Satang | null;
  partiesOf(subject: Subject, asker: Member): Parties;
  /** What the cards of its votes tell of it, besides how the vote stands. */
  tell(tx: Tx, group: Group, subject: Subject, ballot: Ballot): Promise<Told>;
  /** What its cards can open beside the vote. */
  buttonsOf(ballot: Pick<Ballot, "id">): Record<string, NoticeButton>;
  /** Whose phones hear the committee's questions. */
  hearersOf(asker: Member): ToMember[];
  /** Throws `card.foreign` where this person does not answer for who put it. */
  requireAsker(tx: Tx, actor: Actor, subject: Subject): Promise<void>;
  /** Acts on a decision and saves the subject; gives it as it is now, and the resolution's item. */
  settle(
    tx: Tx,
    group: Group,
    subject: Subject,
    verdict: CommitteeVerdict,
  ): Promise<{ subject: Subject; item: Omit<DecidedItem, "kind" | "subject" | "label"> }>;
  /** Nobody decided in chat: saves the subject as it goes on without the vote. */
  leaveUndecided(tx: Tx, subject: Subject, now: Date): Promise<Subject>;
  /** Tells whom it concerns what became of it; the committee hears by the engine. */
  tellEnd(tx: Tx, group: Group, subject: Subject): Promise<Notice[]>;
  /** The resolution by which each of these subjects stands now, its number; null where none does. Left out where what was decided holds for ever. */
  heldBy?(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Members who never read who voted how on these subjects. */
  withheldFrom(tx: Tx, ids: readonly string[]): Promise<MemberId[]>;
}

/** A matter whose subjects are nobody's business but its own. */
export type AnyMatter<Told extends MatterTold> = Matter<unknown, Told>;

/** The matters on which committees vote, one a kind. */
export type Matters<Told extends MatterTold> = readonly AnyMatter<Told>[];

/** The matter of a kind; throws where no area registered it, since rows carry registered kinds alone. */
export function matterOf<Told extends MatterTold>(matters: Matters<Told>, kind: string): AnyMatter<Told> {
  const matter = matters.find((one) => one.kind === kind);
  if (!matter) throw new Error("no area registered this kind of vote");
  return matter;
}

/** A vote with what it is about, read in this transaction. */
export interface AtVote<Told extends MatterTold> {
  matter: AnyMatter<Told>;
  subject: unknown;
  ballot: Ballot;
  group: Group;
}

/** What ends a vote. */
export type Ending = Exclude<Outcome, "open">;
