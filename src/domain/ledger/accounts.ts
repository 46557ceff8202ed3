import { memberNoOf, type GroupId, type MemberId } from "../ids";

/**
 * The chart of accounts, from whose side: the GROUP's. Members' savings are money that the group owes, so they are
 * liabilities with a credit balance. Codes and names follow the books that groups know (English and Thai names are in the locales
 * under `accounts.<code>`).
 */
export const chartOfAccounts = {
  "1100": "asset",
  "1110": "asset",
  "1200": "asset",
  "1210": "asset",
  "1220": "asset",
  "1230": "asset",
  "1240": "asset",
  "1300": "asset",
  "1500": "asset",
  "1600": "asset",
  "2100": "liability",
  "2110": "liability",
  "2200": "liability",
  "2300": "liability",
  "2400": "liability",
  "3100": "equity",
  "3200": "equity",
  "3300": "equity",
  "3400": "equity",
  "3500": "equity",
  "3900": "equity",
  "3960": "equity",
  "3970": "equity",
  "3980": "equity",
  "3990": "equity",
  "4100": "income",
  "4200": "income",
  "4300": "income",
  "4400": "income",
  "4500": "income",
  "4900": "income",
  "5100": "expense",
  "5200": "expense",
  "5300": "expense",
  "5400": "expense",
  "5800": "expense",
  "5900": "expense",
} as const;

export type AccountCode = keyof typeof chartOfAccounts;
export type AccountType = (typeof chartOfAccounts)[AccountCode];
export type Side = "debit" | "credit";

/** The accounts that this house names in code; the others come in by the setup folder. */
export const account = {
  cash: "1100",
  bank: "1110",
  loans: "1200",
  pledgeSavings: "2100",
  specialSavings: "2110",
  /** Money whose owner is not known, kept by item. */
  suspense: "2400",
  reserve: "3200",
  welfareFund: "3300",
  /** Where fines go in a group that may not earn by them. */
  charity: "3400",
  grants: "3500",
  surplus: "3900",
  /** What was counted in the box, or stood in the bank passbook, beside the books; two officers accepted it, and every report shows it until it is solved. */
  cashDifference: "3960",
  bankDifference: "3970",
  /** A difference in the opening figures that two officers accepted; every report shows it until it is solved. */
  openingDifference: "3980",
  /** Holds one side of every opening entry; zero as soon as a group's opening is complete. */
  openingClearing: "3990",
  interestIncome: "4100",
  entryFees: "4200",
  fines: "4300",
  bankInterest: "4400",
  /** What was counted too much and has no owner. */
  otherIncome: "4900",
  committeePay: "5100",
  expenses: "5200",
  /** What was counted short and nobody makes good. */
  otherExpenses: "5800",
  /** Loans that are written off. */
  loanLosses: "5900",
} as const satisfies Record<string, AccountCode>;

/** Where one sum of an entry goes: a group's account, or a member's or a contract's part of it. */
export interface AccountRef {
  groupId: GroupId;
  code: AccountCode;
  /** Whose money it is; on accounts that are not kept per member it says whose passbook tells of it. */
  memberId?: MemberId;
  /** The loan contract that it belongs to. */
  contractNo?: string;
  /** The item of money whose owner is not known: the number of the entry that brought it. */
  itemNo?: string;
}

/** Accounts that are kept per member; their group total is the sum of the parts. */
export const memberAccounts: readonly AccountCode[] = [account.pledgeSavings, account.specialSavings];

/** Accounts that are kept per loan contract, once the group's contracts are known. */
export const contractAccounts: readonly AccountCode[] = [account.loans];

/** The side on which an account of this type grows. */
export function normalSide(code: AccountCode): Side {
  const type = chartOfAccounts[code];
  return type === "asset" || type === "expense" ? "debit" : "credit";
}

/** Whether the text is the code of an account of the chart. */
export function isAccountCode(text: string): text is AccountCode {
  return Object.hasOwn(chartOfAccounts, text);
}

/** Whose part of the account keeps this sum: a contract's, a member's, or the group's own. */
export function keptPer({ code, memberId, contractNo, itemNo }: AccountRef): "contract" | "member" | "item" | "group" {
  if (itemNo !== undefined && code === account.suspense) return "item";
  if (contractNo !== undefined && contractAccounts.includes(code)) return "contract";
  return memberId !== undefined && memberAccounts.includes(code) ? "member" : "group";
}

/** `<group>/<code>`, and behind it `/<member number>`, `/contract/<number>` or `/item/<number>` where it is kept so: the key of the account's balance. */
export function accountKey(ref: AccountRef): string {
  const whole = `${ref.groupId}/${ref.code}`;
  const part = keptPer(ref);
  if (part === "contract") return `${whole}/contract/${ref.contractNo}`;
  if (part === "item") return `${whole}/item/${ref.itemNo}`;
  return part === "member" && ref.memberId ? `${whole}/${memberNoOf(ref.memberId)}` : whole;
}
