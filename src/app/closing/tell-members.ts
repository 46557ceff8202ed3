import type { ClosingView } from "../../domain/closing/closing-view";
import { recordedIn } from "../../domain/closing/heard";
import type { Published } from "../../domain/closing/published";
import type { Group, LocalText } from "../../domain/groups/group";
import type { LocalDate } from "../../domain/dates";
import { memberName, type MemberName } from "../../domain/people";
import type { Member } from "../../domain/members/member";
import type { Notice } from "../../domain/notice";
import { findEarlierOn, findUntoldDay, saveToldDay, type DayRow } from "../../storage/days";
import { getGroup } from "../../storage/groups";
import { findEntriesOfMembersOnDay } from "../../storage/journal";
import { findLinkedMembers } from "../../storage/members";
import { dropSuperseded } from "../../storage/outbox-notices";
import type { Tx } from "../../storage/tx";
import { findSilentOpenedBy, heardBy } from "../people/reached";
import { rulesInForce } from "../rules/rules-in-force";
import { closingView } from "./closing-view";

/** What a member hears when a working day has closed. */
export interface DayClosedView {
  group: Group;
  on: LocalDate;
  /** What the group calls its working day; null where only the totals are told. */
  word: LocalText | null;
  /** The passbooks of which she hears, her children's and those she helps with among them, in which nothing was recorded on that day. */
  missing: MemberName[];
  /** Numbers of her own passbooks. */
  ownNos: string[];
  published: Published;
  counted: ClosingView["counted"];
  setAside: ClosingView["setAside"];
  unsolved: ClosingView["unsolved"];
  settled: ClosingView["settled"];
}

/** Members who hear of a closing in one transaction. */
const membersAtOnce = 200;

/**
 * The next members who have not heard yet that a working day closed; null where everybody has. They count as told with this transaction, so
 * that a run after a crash tells nobody twice.
 */
export async function tellNextClosing(tx: Tx): Promise<Notice[] | null> {
  const row = await findUntoldDay(tx);
  return row && noticesOf(await tellMembers(tx, await getGroup(tx, row.groupId), row));
}

/** A member who hears of a closing: what, and whether it is pushed to her where nothing else is, since a passbook of hers has no entry. */
export interface Heard {
  member: Member;
  isPushed: boolean;
  view: DayClosedView;
}

/** The notices of those who hear. */
export function noticesOf(heard: readonly Heard[]): Notice[] {
  return heard.map(({ member, isPushed, view }) => ({
    to: { memberId: member.id, member },
    kind: isPushed ? "day.closed" : "day.totals",
    view,
  }));
}

/** The next members of a closed day who are to hear; they count as told. */
export async function tellMembers(
  tx: Tx,
  group: Group,
  row: Pick<DayRow, "_id" | "groupId" | "on" | "openedAt" | "closing" | "told">,
): Promise<Heard[]> {
  const { closing, told } = row;
  if (!closing || !told) return [];
  const earlier = await findEarlierOn(tx, row);
  // A date is pushed once: what a further closing of it changes rides, in the place of what waits of the one before.
  if (earlier.length > 0 && told.through === null) await dropSuperseded(tx, group.id, ["day.totals"]);
  const members = await findLinkedMembers(tx, group.id, { after: told.through, limit: membersAtOnce });
  const all = members.length < membersAtOnce;
  await saveToldDay(tx, row._id, { through: members.at(-1)?.id ?? told.through, all });
  const holders = members.filter(({ status }) => status === "active");
  const silent = await findSilentOpenedBy(tx, holders);
  const passbooks = [...holders, ...silent.map(({ member }) => member)];
  const entries = await findEntriesOfMembersOnDay(
    tx,
    passbooks.map(({ id }) => id),
    [...earlier, row._id],
  );
  const recorded = recordedIn(entries);
  const { counted, setAside, unsolved, settled } = await closingView(tx, group, closing);
  const word = (await rulesInForce(tx, group, row.on)).values["money-words"].workingDay;
  const common = { group, on: row.on, published: closing.published, counted, setAside, unsolved, settled };
  return holders.map((holder) => {
    const missing = [holder, ...heardBy(holder, silent)].filter(({ id }) => !recorded.has(id));
    // Also who had her receipts as an answer: what was missing then may have come, or never have.
    const isPushed = missing.length > 0 && earlier.length === 0;
    const own = missing.length > 0 ? { word, missing: missing.map(memberName) } : { word: null, missing: [] };
    return { member: holder, isPushed, view: { ...common, ...own, ownNos: [holder.memberNo] } };
  });
}
