import type { LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import type { GroupId } from "../../domain/ids";
import { account } from "../../domain/ledger/accounts";
import type { Satang } from "../../domain/money";
import { memberName, type MemberName } from "../../domain/people";
import type { Practice } from "../../domain/practice/practice";
import { balanceOf } from "../../storage/accounts";
import { getGroup } from "../../storage/groups";
import { findLinkedMembers, findNames } from "../../storage/members";
import { findPracticeIn } from "../../storage/practices";
import type { Tx } from "../../storage/tx";

/** A practice as its card shows it. */
export interface PracticeView {
  /** The invented group. */
  group: Group;
  on: LocalDate;
  /** Who takes part, and how many they are in all. */
  people: MemberName[];
  count: number;
  /** What lies in the practice's box and bank, satang. */
  cash: Satang;
  bank: Satang;
  /** A number of the invented register, for examples. */
  exampleNo: string;
}

/** People whom a card names. */
const peopleShown = 4;
/** More than can take part at once. */
const everybody = 500;

/** A practice as its card shows it. */
export async function practiceView(tx: Tx, { groupId, on }: Practice): Promise<PracticeView> {
  const group = await getGroup(tx, groupId);
  const people = await findLinkedMembers(tx, groupId, { after: null, limit: everybody });
  const [other = { memberNo: "" }] = (await findNames(tx, groupId)).filter(
    ({ memberNo }) => !group.officers.some((office) => office.memberNo === memberNo),
  );
  return {
    group,
    on,
    people: people.slice(0, peopleShown).map(memberName),
    count: people.length,
    cash: await balanceOf(tx, { groupId, code: account.cash }),
    bank: await balanceOf(tx, { groupId, code: account.bank }),
    exampleNo: other.memberNo,
  };
}

/** The practice whose invented group that is, as its card shows it. Throws where it is over: who asks is in it. */
export async function showPractice(tx: Tx, groupId: GroupId): Promise<PracticeView> {
  const practice = await findPracticeIn(tx, groupId);
  if (!practice) throw new Error("who practises has a practice");
  return practiceView(tx, practice);
}
