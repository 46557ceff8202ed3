import type { Approval } from "../../domain/approvals/two-officers";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import {
  agreedSums,
  setAsideOf,
  signed,
  type HandOver,
  type Signature,
  type SignerRole,
} from "../../domain/groups/hand-over";
import { refuseUnfit, seatName, type OfficeChange } from "../../domain/groups/office-change";
import { memberId, memberNoOf, type GroupId, type MemberId } from "../../domain/ids";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import type { LedgerHead } from "../../domain/ledger/head";
import type { Satang } from "../../domain/money";
import type { Done, Notice } from "../../domain/notice";
import { getGroup } from "../../storage/groups";
import { findOpenHandOvers, insertHandOver, saveHandOver } from "../../storage/hand-overs";
import { lockHead } from "../../storage/ledger-heads";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { getGroupMember } from "../members/find-member";
import { refuseTooNew, type Actor } from "../people/actor";
import { auditorsOf, holdersOf } from "../people/officers";
import { handOverView, type HandOverView } from "./hand-over-view";
import { putInForce, toldOfChange } from "./put-in-force";

/** Begins the hand-over of a treasurer's office that two officers decided on; one that was open ends unfinished. */
export async function beginHandOver(tx: Tx, decided: Approval, change: OfficeChange, now: Date): Promise<void> {
  const { id, groupId, requestedBy, decidedBy } = decided;
  if (!decidedBy) throw new Error("a decision was made by somebody");
  for (const open of await findOpenHandOvers(tx, [groupId]))
    await saveHandOver(tx, { ...open, state: "replaced", doneAt: now, version: open.version + 1 });
  await insertHandOver(tx, {
    id,
    groupId,
    change,
    state: "open",
    requestedBy,
    secondedBy: decidedBy,
    startedAt: now,
    doneAt: null,
    signatures: [],
    version: 1,
  });
}

/** What somebody counted: the cash and the balance of the bank passbook in satang; with a reason where she signs in place of who had the rights. */
export interface Counted {
  cash: Satang;
  bank: Satang;
  insteadBecause: string | null;
}

/** What a signer is shown before she signs: her own sums, never what the books say or the others found. */
export interface HandOverPlan extends HandOverView {
  handOverId: string;
  role: SignerRole;
  counted: Counted;
}

/** The groups where this person has a hand-over to sign for, each with its open hand-over. */
export async function findHandOversOf(tx: Tx, actor: Actor): Promise<{ group: Group; handOver: HandOver }[]> {
  const groups = new Map(actor.own.map(({ group }) => [group.id, group]));
  const open = await findOpenHandOvers(tx, [...groups.keys()]);
  return open.flatMap((handOver) => {
    const group = groups.get(handOver.groupId);
    const mine = group && [null, ""].some((because) => signerOf(actor, group, handOver, because) !== null);
    return mine ? [{ group, handOver }] : [];
  });
}

/** Looks at a signature before it is given. Throws `hand-over.none` where this person has nothing to sign for, `role.too-new`. */
export async function previewSignature(
  tx: Tx,
  actor: Actor,
  input: { groupId: GroupId; counted: Counted; now: Date },
): Promise<HandOverPlan> {
  const { counted } = input;
  const { group, handOver, signature } = await signatureFor(tx, actor, input);
  return {
    ...(await handOverView(tx, group, handOver)),
    handOverId: handOver.id,
    role: signature.role,
    counted,
  };
}

/**
 * Signs for the counted cash and the bank passbook. When all three found the same, the rights pass: that stands in the chain with the sums and
 * how far they are from the books. Everybody whom it concerns hears. Throws `hand-over.none`, `card.outdated` where another hand-over took its
 * place, `second-person.same`, `role.too-new`.
 */
export async function signHandOver(
  tx: Tx,
  actor: Actor,
  input: { groupId: GroupId; handOverId: string; counted: Counted; now: Date },
): Promise<Done<HandOverView>> {
  const { now } = input;
  const head = await lockHead(tx, input.groupId);
  const { group, handOver, signature, by } = await signatureFor(tx, actor, input);
  if (handOver.id !== input.handOverId) throw new DomainError("card.outdated", { why: "replaced" });
  const after = signed(handOver, signature);
  const isDone = agreedSums(after) !== null;
  await saveHandOver(tx, isDone ? { ...after, state: "done", doneAt: now } : after);
  const view = await handOverView(tx, group, after);
  const waiting = isDone ? await pass(tx, group, head, after, view, now) : [];
  const told = isDone
    ? await toldOfChange(tx, group, after.change, by)
    : signersOf(group, after.change).filter((id) => id !== by);
  return {
    result: view,
    notices: [...told.map((id): Notice => ({ to: { memberId: id }, kind: "officers.hand-over", view })), ...waiting],
  };
}

interface Signing {
  group: Group;
  handOver: HandOver;
  signature: Signature;
  by: MemberId;
}

async function signatureFor(
  tx: Tx,
  actor: Actor,
  { groupId, counted, now }: { groupId: GroupId; counted: Counted; now: Date },
): Promise<Signing> {
  const group = await getGroup(tx, groupId);
  const [handOver] = await findOpenHandOvers(tx, [groupId]);
  const signer = handOver && signerOf(actor, group, handOver, counted.insteadBecause);
  if (!handOver || !signer) throw new DomainError("hand-over.none", { groupName: group.name.th });
  const own = actor.own.find(({ member }) => member.id === signer.by.memberId);
  if (own) refuseTooNew(own.member, now);
  return { group, handOver, signature: { ...signer, ...counted, at: now }, by: signer.by.memberId };
}

/** In which role this person signs: as who leaves or takes the seat, as auditor, or as the chair in place of who leaves; null in none. */
function signerOf(
  actor: Actor,
  group: Group,
  { change }: HandOver,
  insteadBecause: string | null,
): { role: SignerRole; by: EntryActor & { memberId: MemberId } } | null {
  const { outNo, inNo } = change;
  for (const { member } of actor.own.filter((own) => own.group.id === group.id)) {
    const as = (role: SignerRole, position: string) => ({
      role,
      by: { personId: actor.personId, memberId: member.id, position },
    });
    const offices = group.officers.filter(({ memberNo }) => memberNo === member.memberNo);
    if (member.memberNo === inNo) return insteadBecause === null ? as("new", seatName(change)) : null;
    const leaves =
      outNo === null ? offices.some((office) => seatName(office) === seatName(change)) : member.memberNo === outNo;
    if (leaves) return insteadBecause === null ? as("old", seatName(change)) : null;
    const chair = offices.find(
      ({ committee, position }) => committee === "executive" && ["chair", "vice-chair"].includes(position),
    );
    if (insteadBecause !== null && chair) return as("old", seatName(chair));
    const audit = offices.find(({ committee }) => committee === "audit");
    if (insteadBecause === null && audit) return as("audit", seatName(audit));
  }
  return null;
}

/** Who may sign, and the chair, who signs where another cannot. */
function signersOf(group: Group, { outNo, inNo }: OfficeChange): MemberId[] {
  const chairs = group.officers.filter(({ committee, position }) => committee === "executive" && position === "chair");
  const parties = [outNo, inNo].filter((no): no is string => no !== null).map((no) => memberId(group.id, no));
  return [...new Set([...parties, ...auditorsOf(group), ...holdersOf(group, chairs)])];
}

async function pass(
  tx: Tx,
  group: Group,
  head: LedgerHead,
  handOver: HandOver,
  { result }: HandOverView,
  now: Date,
): Promise<Notice[]> {
  const { change, requestedBy, secondedBy, signatures } = handOver;
  if (!result) throw new Error("who agrees has counted");
  if (change.inNo !== null) refuseUnfit(group.officers, change, await getGroupMember(tx, group.id, change.inNo));
  const numberOf = (role: SignerRole) =>
    signatures.flatMap((one) => (one.role === role && one.by.memberId ? memberNoOf(one.by.memberId) : []))[0] ?? null;
  const instead = signatures.find(({ insteadBecause }) => insteadBecause !== null);
  await postRecord(tx, head, {
    kind: "officers.handed-over",
    key: handOver.id,
    now,
    actor: requestedBy,
    secondedBy,
    ...(instead?.insteadBecause ? { reason: instead.insteadBecause } : {}),
    record: {
      ...change,
      cash: result.cash.counted,
      cashOff: result.cash.off,
      bank: result.bank.counted,
      bankOff: result.bank.off,
      oldSignedBy: numberOf("old"),
      newSignedBy: numberOf("new"),
      auditSignedBy: numberOf("audit"),
      signedInstead: instead !== undefined,
      ...asideRecord(handOver),
    },
  });
  return putInForce(tx, group, change, now);
}

/** Signatures that others took the place of, with their sums in satang: "audit 007 6000000 21346000". */
function asideRecord(handOver: HandOver): { setAside?: string } {
  const lines = setAsideOf(handOver).map(
    ({ role, by, cash, bank }) => `${role} ${by.memberId ? memberNoOf(by.memberId) : ""} ${cash} ${bank}`,
  );
  return lines.length > 0 ? { setAside: lines.join(", ") } : {};
}
