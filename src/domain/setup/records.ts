import { saltedHash } from "../ledger/chain";
import type { EntryDraft } from "../ledger/journal-entry";
import { openingSums, type GroupPlan, type MemberPlan, type OpeningSum } from "./plan";

/** What setup said of a thing when it made it; it stands in the chain for ever and is what a later run is compared with. */
export type SetupRecord = NonNullable<EntryDraft["record"]>;

/** The column of each fact in a member's record. */
export const columnOfFact: Record<string, string> = {
  memberNo: "member_no",
  nameHash: "name",
  nicknameHash: "nickname",
  kind: "kind",
  status: "status",
  joinedOn: "joined_on",
  pledge: "pledge_baht",
  pledgePaidThrough: "pledge_paid_through",
  pledgeSavings: "pledge_savings_baht",
  specialSavings: "special_savings_baht",
  spouseNo: "spouse_no",
  guardianNo: "guardian_no",
  lineHeadNo: "line_head_no",
  householdHash: "household",
  bornOnHash: "born_on",
  sexHash: "sex",
  welfareJoinedOn: "welfare_joined_on",
  signatoryNos: "signatory_nos",
};

/** A member's facts as they stand in the chain: what tells who somebody is only as salted hashes. Sums in satang. */
export function memberRecord(member: MemberPlan, salt: string): SetupRecord {
  const hidden = (value: string | null) => (value === null || value === "" ? null : saltedHash(salt, value));
  return {
    memberNo: member.memberNo,
    nameHash: hidden(member.name),
    nicknameHash: hidden(member.nickname),
    kind: member.kind,
    status: member.status,
    joinedOn: member.joinedOn,
    pledge: member.pledge,
    pledgePaidThrough: member.pledgePaidThrough,
    pledgeSavings: member.pledgeSavings,
    specialSavings: member.specialSavings,
    spouseNo: member.spouseNo,
    guardianNo: member.guardianNo,
    lineHeadNo: member.lineHeadNo,
    householdHash: hidden(member.household),
    bornOnHash: hidden(member.bornOn),
    sexHash: hidden(member.sex),
    welfareJoinedOn: member.welfareJoinedOn,
    signatoryNos: member.signatoryNos.length === 0 ? null : member.signatoryNos.join(" "),
  };
}

/** Facts of a group under these first parts of their name may be added to later, never changed or taken away. */
export const extendable = ["officers", "delegates"] as const;

/**
 * A group's facts as they stand in the chain, each under its path in network.yaml with `/` between the parts (a stored name may
 * hold no dot). Sums in satang; names of people and ways to pay only as salted hashes.
 */
export function groupRecord(group: GroupPlan, salt: string): SetupRecord {
  const hidden = (value: string | undefined) => (value === undefined ? null : saltedHash(salt, value));
  return {
    "name/th": group.name.th,
    "name/en": group.name.en ?? null,
    district: group.district,
    "workingDay/dayOfMonth": group.workingDay.dayOfMonth,
    "workingDay/from": group.workingDay.from,
    "workingDay/to": group.workingDay.to,
    "workingDay/place": group.workingDay.place,
    financeMode: group.financeMode,
    mode: group.mode,
    "payment/promptPay": hidden(group.payment.promptPay),
    "payment/bank": hidden(group.payment.bank),
    // A folder without names says what it said before there were any.
    ...(group.payment.promptPayName === undefined
      ? {}
      : { "payment/promptPayName": hidden(group.payment.promptPayName) }),
    ...(group.payment.bankName === undefined ? {} : { "payment/bankName": hidden(group.payment.bankName) }),
    ...Object.fromEntries(group.delegates.map(({ no, name }) => [`delegates/${no}`, saltedHash(salt, name)])),
    ...Object.fromEntries(
      group.officers.map(({ memberNo, committee, position, phone }) => [
        `officers/${memberNo}/${committee}/${position}`,
        phone === undefined ? true : saltedHash(salt, phone),
      ]),
    ),
    ...openingRecord(group),
  };
}

/** The name in a group's record of a sum of its opening. */
export function sumFact(name: OpeningSum): string {
  return `opening/${name}Baht`;
}

function openingRecord({ opening }: GroupPlan): SetupRecord {
  if (!opening) return {};
  return {
    "opening/asOf": opening.asOf,
    "opening/members": opening.members,
    ...Object.fromEntries(openingSums.map((name) => [sumFact(name), opening[name]])),
    ...Object.fromEntries(opening.accounts.map(({ code, amount }) => [`opening/accounts/${code}`, amount])),
    ...(opening.difference
      ? {
          "opening/openingDifference/baht": opening.difference.amount,
          "opening/openingDifference/acceptedBy": opening.difference.acceptedBy.join(" "),
        }
      : {}),
  };
}
