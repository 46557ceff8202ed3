import { chartOfAccounts, normalSide, type AccountCode } from "../ledger/accounts";
import { sum, type Satang } from "../money";

/** What is published of a purpose: how many households borrowed for it; null households where they are too few to be named. */
export interface PublishedUse {
  /** Null for the purposes that too few households share. */
  purpose: string | null;
  /** Null where they are fewer than five. */
  households: number | null;
}

/** What every member of a group may know of its money when a working day closes: totals, never names. Sums in satang. */
export interface Published {
  total: Satang;
  /** What the group's money is in; their sum is the total, to the satang. */
  parts: { part: MoneyPart; amount: Satang }[];
  /** What it was lent for this month. */
  uses: PublishedUse[];
}

/** Where the group's money is: lent, in the bank, in the box, or in another of its assets. */
export type MoneyPart = "lent" | "bank" | "cash" | AccountCode;

/** Fewer households than this are never counted for themselves: in a village everybody would know who they are. */
const fewestNamed = 5;

const partOf: Partial<Record<AccountCode, MoneyPart>> = {
  "1100": "cash",
  "1110": "bank",
  "1200": "lent",
  "1210": "lent",
};

/** The accounts in which a group's money stands. */
export const assetAccounts: readonly AccountCode[] = (Object.keys(chartOfAccounts) as AccountCode[]).filter(
  (code) => chartOfAccounts[code] === "asset" && normalSide(code) === "debit",
);

/** The group's money by where it is; what holds nothing is left out. `balances` are those of the asset accounts, in satang. */
export function moneyParts(balances: ReadonlyMap<AccountCode, Satang>): Pick<Published, "total" | "parts"> {
  const known: MoneyPart[] = ["lent", "bank", "cash"];
  const others = assetAccounts.filter((code) => partOf[code] === undefined);
  const parts = [...known, ...others].map((part) => ({
    part,
    amount: sum(assetAccounts.flatMap((code) => ((partOf[code] ?? code) === part ? (balances.get(code) ?? []) : []))),
  }));
  const some = parts.filter(({ amount }) => amount !== 0);
  return { total: sum(some.map(({ amount }) => amount)), parts: some };
}

/** How many households the money was lent to for each purpose, the most first; purposes of fewer than five are one. */
export function usesOf(loans: readonly { purpose: string; household: string }[]): PublishedUse[] {
  const byPurpose = new Map<string, Set<string>>();
  for (const { purpose, household } of loans) {
    const name = purpose.trim();
    byPurpose.set(name, (byPurpose.get(name) ?? new Set()).add(household));
  }
  const isNamed = ([purpose, households]: [string, Set<string>]) => purpose !== "" && households.size >= fewestNamed;
  const named = [...byPurpose].filter(isNamed).sort(([, one], [, other]) => other.size - one.size);
  const rest = new Set([...byPurpose].filter((one) => !isNamed(one)).flatMap(([, households]) => [...households]));
  const others = rest.size >= fewestNamed ? rest.size : null;
  return [
    ...named.map(([purpose, households]) => ({ purpose, households: households.size })),
    ...(rest.size > 0 ? [{ purpose: null, households: others }] : []),
  ];
}
