import { createHash } from "node:crypto";
import { DomainError } from "../../domain/errors";
import type { Group } from "../../domain/groups/group";
import { memberId, groupOf, type MemberId, type PersonId } from "../../domain/ids";
import { saltedHash } from "../../domain/ledger/chain";
import type { EntryActor } from "../../domain/ledger/journal-entry";
import { maxWrongTries, officerWaitMs } from "../../domain/linking/link-code";
import type { Link, Member } from "../../domain/members/member";
import type { Done, Notice } from "../../domain/notice";
import { memberName, type MemberName } from "../../domain/people";
import { getGroup } from "../../storage/groups";
import { lockHead } from "../../storage/ledger-heads";
import { findLinkCode, moveLinkCode, setWarned, type LinkCode } from "../../storage/link-codes";
import { findMember, findOwnMembers, setLink } from "../../storage/members";
import { updatePerson, type Person } from "../../storage/persons";
import type { Tx } from "../../storage/tx";
import { postRecord } from "../ledger/post-record";
import { requirePassbook, type Actor } from "../people/actor";
import { getLinkContacts, type Contact } from "../people/contacts";
import { auditorsOf, officersToTell } from "../people/officers";

/** A link that was made or ended. */
export interface LinkView {
  group: Group;
  member: MemberName;
  at: Date;
  /** An officer decides from here on; null when at once. */
  decidesFrom: Date | null;
}

/** A code that another phone had used before this one sent it. */
export interface TakenCodeView {
  group: Group;
  member: MemberName;
  /** When it was used. */
  at: Date;
  /** When it was sent once more. */
  again: Date;
}

/** What became of a code that a person sent in. A wrong one is a result, not an error: its count must stay. */
export type CodeOutcome =
  | { kind: "linked"; view: LinkView }
  | { kind: "wrong"; triesLeft: number }
  | { kind: "locked"; lockNo: string }
  | { kind: "burned" }
  | { kind: "used" | "expired"; groupName: string }
  | { kind: "taken"; view: TakenCodeView & { contacts: Contact[] } }
  | { kind: "waits"; groupName: string };

/** Six digits by which a locked LINE identity is named to the secretary: they tell nothing else about it. */
export function lockNumberOf(personId: PersonId): string {
  const hash = createHash("sha256").update(`sajja-lock-number-1\n${personId}`).digest();
  return String(hash.readUIntBE(0, 4) % 1_000_000).padStart(6, "0");
}

/**
 * Takes a code that a person sent in her own chat, and links her LINE to the passbook. Five wrong ones lock this LINE identity until
 * a secretary unlocks it. Throws `link.already-own` when this LINE has a passbook of its own in that group, `member.closed`.
 */
export async function useLinkCode(tx: Tx, person: Person, digits: string, now: Date): Promise<Done<CodeOutcome>> {
  if (person.lockedAt) return { result: { kind: "locked", lockNo: lockNumberOf(person._id) }, notices: [] };
  const code = await findLinkCode(tx, digits);
  if (!code || code.purpose !== "member" || !code.memberId)
    return { result: await countWrongTry(tx, person, now), notices: [] };
  if (code.state === "burned") return { result: { kind: "burned" }, notices: [] };
  const group = await getGroup(tx, code.groupId);
  if (code.state === "asked") return { result: { kind: "waits", groupName: group.name.th }, notices: [] };
  if (code.state === "used" && code.used) return usedBefore(tx, person, group, { ...code, used: code.used }, now);
  if (code.state !== "open" || code.expiresAt <= now)
    return { result: { kind: "expired", groupName: group.name.th }, notices: [] };
  return link(tx, person, group, code, now);
}

/**
 * Who used the code herself, and sends it once more since she did not see the answer, sees it now. Anybody else learns that another phone
 * was first, and its maker hears of it, once for each code: one of the two phones is not the owner's.
 */
async function usedBefore(
  tx: Tx,
  person: Person,
  group: Group,
  code: LinkCode & Required<Pick<LinkCode, "used">>,
  now: Date,
): Promise<Done<CodeOutcome>> {
  const member = code.memberId && (await findMember(tx, code.memberId));
  if (!member) throw new Error("a code belongs to a member");
  if (code.used.by === person._id) return { result: usedByHerself(person, group, member), notices: [] };
  const view: TakenCodeView = { group, member: memberName(member), at: code.used.at, again: now };
  const contacts = await getLinkContacts(tx, [group], [member.id]);
  const result: CodeOutcome = { kind: "taken", view: { ...view, contacts } };
  if (code.warnedAt) return { result, notices: [] };
  await setWarned(tx, code, now);
  // Where nobody made it, or the one whose passbook it is, her phone may be the wrong one: then the other officers hear.
  const makers = code.madeBy && code.madeBy !== member.id ? [code.madeBy] : officersToTell(group, member.id);
  // The auditors hear whoever made it: a maker could be the second phone herself.
  const told = new Set([...makers, ...auditorsOf(group)].filter((id) => id !== member.id));
  return { result, notices: [...told].map((id) => ({ to: { memberId: id }, kind: "link.taken", view })) };
}

function usedByHerself(person: Person, group: Group, member: Member): CodeOutcome {
  const { personId, linkedAt, decidesFrom } = member.link;
  if (personId !== person._id || !linkedAt) return { kind: "used", groupName: group.name.th };
  return { kind: "linked", view: linkView(group, member, linkedAt, decidesFrom) };
}

/** Only an officer has something to decide, so only of her is told from when she may. */
function linkView(group: Group, member: Member, at: Date, decidesFrom: Date | null): LinkView {
  return { group, member: memberName(member), at, decidesFrom: isOfficerOf(group, member) ? decidesFrom : null };
}

const isOfficerOf = (group: Group, { memberNo }: Member): boolean =>
  group.officers.some((office) => office.memberNo === memberNo);

async function countWrongTry(tx: Tx, person: Person, now: Date): Promise<CodeOutcome> {
  const wrongTries = person.wrongTries + 1;
  const locked = wrongTries >= maxWrongTries;
  await updatePerson(tx, person._id, { wrongTries, ...(locked ? { lockedAt: now } : {}) });
  return locked
    ? { kind: "locked", lockNo: lockNumberOf(person._id) }
    : { kind: "wrong", triesLeft: maxWrongTries - wrongTries };
}

async function link(tx: Tx, person: Person, group: Group, code: LinkCode, now: Date): Promise<Done<CodeOutcome>> {
  const head = await lockHead(tx, group.id);
  const member = code.memberId && (await findMember(tx, code.memberId));
  if (!member) throw new Error("a code belongs to a member");
  if (member.status === "closed") throw new DomainError("member.closed", { memberNo: member.memberNo });
  const own = (await findOwnMembers(tx, person._id)).find(
    (other) => other.groupId === group.id && other.id !== member.id,
  );
  if (own) throw new DomainError("link.already-own", { groupName: group.name.th, memberNo: own.memberNo });
  const isOfficer = isOfficerOf(group, member);
  const isRelink = member.link.version > 0;
  // The operator's codes make the first links of all; every later officer's link, and every relink (also by such a code), waits.
  const waits = isRelink || (isOfficer && !code.byOperator);
  const decidesFrom = waits ? new Date(now.getTime() + officerWaitMs) : null;
  const version = member.link.version + 1;
  await setLink(tx, member, { personId: person._id, version, linkedAt: now, decidesFrom });
  await moveLinkCode(tx, code, "used", { used: { by: person._id, at: now } });
  await updatePerson(tx, person._id, { wrongTries: 0 });
  const actor: EntryActor = { personId: person._id, memberId: member.id, position: "member" };
  const record = {
    memberNo: member.memberNo,
    version,
    line: saltedHash(group.salt, person.lineUserId),
    madeBy: code.madeBy,
    secondedBy: code.secondedBy,
    operator: code.byOperator,
  };
  await postRecord(tx, head, { kind: "link.made", key: `${member.id}:${version}`, now, actor, record });
  const view = linkView(group, member, now, decidesFrom);
  // The guardian of a child's passbook hears of every phone that opens it, at once.
  const guardian = member.guardianNo === null ? [] : [memberId(group.id, member.guardianNo)];
  const officers = isOfficer || isRelink ? officersToTell(group, member.id) : [];
  const told = [...new Set([...guardian, ...officers])];
  return {
    result: { kind: "linked", view },
    notices: await linkNotices(tx, { group, member, person, code, view, told }),
  };
}

async function linkNotices(
  tx: Tx,
  made: { group: Group; member: Member; person: Person; code: LinkCode; view: LinkView; told: readonly MemberId[] },
): Promise<Notice[]> {
  const { group, member, person, code, view, told } = made;
  const notices: Notice[] = told.map((id) => ({ to: { memberId: id }, kind: "link.made", view }));
  const before = member.link.personId;
  if (before && before !== person._id) {
    await updatePerson(tx, before, { lastGroupId: group.id, lostMemberId: member.id });
    const contacts = await getLinkContacts(tx, [group], [member.id]);
    notices.push({ to: { personId: before }, kind: "link.replaced", view: { ...view, contacts } });
  }
  const { madeBy } = code;
  if (madeBy && madeBy !== member.id && !told.includes(madeBy))
    notices.push({ to: { memberId: madeBy }, kind: "link.used", view });
  return notices;
}

/** Ends the link of a passbook that this phone opens as its own. The passbook itself and its money stay as they are. */
export async function endLink(tx: Tx, actor: Actor, memberIdToEnd: MemberId, now: Date): Promise<Done<LinkView>> {
  const head = await lockHead(tx, groupOf(memberIdToEnd));
  const { member, group, via } = await requirePassbook(tx, actor, memberIdToEnd);
  if (via !== "own") throw new DomainError("card.foreign", {});
  const link: Link = { personId: null, version: member.link.version + 1, linkedAt: null, decidesFrom: null };
  await setLink(tx, member, link);
  await updatePerson(tx, actor.personId, { lastGroupId: group.id });
  await postRecord(tx, head, {
    kind: "link.ended",
    key: `${member.id}:${link.version}`,
    now,
    actor: { personId: actor.personId, memberId: member.id, position: "member" },
    record: { memberNo: member.memberNo, version: link.version },
  });
  const view: LinkView = { group, member: memberName(member), at: now, decidesFrom: null };
  const notices: Notice[] = isOfficerOf(group, member)
    ? officersToTell(group, member.id).map((id) => ({ to: { memberId: id }, kind: "link.ended", view }))
    : [];
  return { result: view, notices };
}

/** A code that was shown in a group chat is worth nothing any more. True when there was such a code. */
export async function burnLinkCode(tx: Tx, digits: string): Promise<boolean> {
  const code = await findLinkCode(tx, digits);
  if (!code || (code.state !== "open" && code.state !== "asked")) return false;
  await moveLinkCode(tx, code, "burned");
  return true;
}

/** Locks a person's own access at once; an officer unlocks it. */
export async function lockAccess(tx: Tx, person: Person, now: Date): Promise<string> {
  if (!person.lockedAt) await updatePerson(tx, person._id, { lockedAt: now });
  return lockNumberOf(person._id);
}
