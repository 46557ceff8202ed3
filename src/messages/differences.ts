import type { LocalDate } from "../domain/dates";
import { accountOfDifference, type DifferenceThing, type Settlement } from "../domain/differences/difference";
import { satang, type Satang } from "../domain/money";
import type { MemberName } from "../domain/people";
import { officeCard, twoOfficerCards } from "./office-cards";
import { nameRow, row } from "./rows";
import type { Speak } from "./speak";
import type { GroupName } from "./views";

/** What is open of a group's differences. */
export interface DifferenceListView {
  group: GroupName;
  items: { what: DifferenceThing; amount: Satang; since: LocalDate | null }[];
}

/** A difference that two officers settle, before anybody is asked. */
export interface DifferencePlanView {
  group: GroupName;
  settlement: Settlement;
  /** Who makes it good, or whose it is. */
  member: MemberName | null;
  /** The number of its voucher, once it is settled. */
  voucher?: string | null;
  checkCode?: string | null;
}

/** Every difference that is not settled, and how two officers settle one. */
export const differenceList = officeCard<DifferenceListView>(
  (say) => say.t("differences.list.title"),
  (say, { items }) => ({
    title: say.t("differences.list.title"),
    lead: items.length === 0 ? say.t("differences.list.none") : say.t("differences.list.lead"),
    rows: items.map((item) => row(say.t(`accounts.${accountOfDifference[item.what]}`), itemText(say, item))),
    notes: exampleNotes(say, items),
  }),
);

function itemText(say: Speak, { amount, since }: DifferenceListView["items"][number]): string {
  const sum = say.t(amount < 0 ? "differences.short" : "differences.over", {
    amount: say.money(satang(Math.abs(amount))),
  });
  return since === null ? sum : `${sum} · ${say.shortDay(since)}`;
}

/** How a line is written for what is open. */
function exampleNotes(say: Speak, items: DifferenceListView["items"]): string[] {
  const [first] = items;
  if (!first) return [];
  const thing = say.t(`differences.things.${first.what}`);
  const values = { thing, amount: say.money(satang(Math.abs(first.amount))) };
  const keys = first.amount < 0 ? (["expense", "madeGood"] as const) : (["income", "owner"] as const);
  return [say.t("differences.list.write"), ...keys.map((key) => say.t(`differences.examples.${key}`, values))];
}

/** The cards of a difference that two officers settle. */
export const differenceCards = twoOfficerCards<DifferencePlanView>({
  area: "differences",
  rows: (say, { settlement, member, voucher, checkCode }) => [
    row(say.t(`accounts.${accountOfDifference[settlement.what]}`), say.money(settlement.amount)),
    row(say.t("differences.rows.way"), say.t(`differences.ways.${settlement.way}`)),
    ...(member ? [nameRow(say.t(`differences.rows.who`), say.member(member))] : []),
    ...(voucher ? [row(say.t("deposits.receipt.no"), voucher)] : []),
    ...(checkCode ? [row(say.t("deposits.receipt.check"), checkCode)] : []),
  ],
  notes: (say, { settlement: { reason, resolution } }) => [say.t("differences.why", { reason, resolution })],
});
