import type { ClosingView } from "../../domain/closing/closing-view";
import type { Published } from "../../domain/closing/published";
import { assetAccounts, moneyParts, usesOf } from "../../domain/closing/published";
import { dayInMonth, monthOf, type LocalDate } from "../../domain/dates";
import type { Group } from "../../domain/groups/group";
import { account } from "../../domain/ledger/accounts";
import { balancesByCode, findContractAccounts } from "../../storage/accounts";
import { findLastPublished } from "../../storage/days";
import { findContractsPaidOut } from "../../storage/loan-contracts";
import { findMembers } from "../../storage/members";
import type { Tx } from "../../storage/tx";

import { closingView } from "./closing-view";

/** What a group tells all its members of its money on a day: where it is, and for what it was lent in that month. */
export async function publishedOn(tx: Tx, { id: groupId }: Pick<Group, "id">, on: LocalDate): Promise<Published> {
  const balances = await balancesByCode(tx, groupId, assetAccounts);
  return { ...moneyParts(balances), uses: usesOf(await lentInMonth(tx, groupId, on)) };
}

/** The loans paid out in the month of a day on which something is owed still: one that was taken back is none. */
async function lentInMonth(
  tx: Tx,
  groupId: Group["id"],
  on: LocalDate,
): Promise<{ purpose: string; household: string }[]> {
  const month = monthOf(on);
  const contracts = await findContractsPaidOut(tx, groupId, { from: dayInMonth(month, 1), to: on });
  const refs = contracts.map(({ memberId, contractNo }) => ({ groupId, code: account.loans, memberId, contractNo }));
  const owed = await findContractAccounts(tx, refs);
  const lent = contracts.filter(({ contractNo }) =>
    owed.some((row) => row.contractNo === contractNo && row.balance > 0),
  );
  const members = await findMembers(tx, [...new Set(lent.map(({ memberId }) => memberId))]);
  return lent.map(({ product, memberId }) => {
    const household = members.find(({ id }) => id === memberId)?.household;
    return { purpose: product, household: household ?? memberId };
  });
}

/** What a group published last, and who counted then. */
export interface PublishedView extends Pick<ClosingView, "counted" | "setAside" | "unsolved" | "settled"> {
  group: Group;
  on: LocalDate;
  published: Published;
}

/** The totals that the group published when it last closed a working day; null before the first. */
export async function getPublished(tx: Tx, group: Group): Promise<PublishedView | null> {
  const row = await findLastPublished(tx, group.id);
  if (!row?.closing) return null;
  const { counted, setAside, unsolved, settled } = await closingView(tx, group, row.closing);
  return { group, on: row.on, published: row.closing.published, counted, setAside, unsolved, settled };
}
