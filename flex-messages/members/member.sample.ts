import type { MemberCardView } from "../../src/messages/members";
import { samplesOf, usual, type SampleValues, type Samples } from "../values.sample";

const memberOf = (values: SampleValues): MemberCardView => ({
  group: values.group,
  member: values.member,
  status: "active",
  household: "บ้านเลขที่ 7",
  lineHead: values.others[0] ?? null,
  guardian: values.others[1] ?? null,
  line: "own",
  money: {
    pledge: values.balance,
    special: values.small,
    loans: values.amount,
    standing: { paidThrough: values.month, due: values.small },
  },
  makeCode: values.data,
});

/** Example views. */
export const memberCardSamples: Samples<MemberCardView> = {
  ...samplesOf(memberOf),
  "no money to see": {
    ...memberOf(usual),
    status: "pending",
    household: null,
    lineHead: null,
    guardian: null,
    line: "none",
    money: null,
    makeCode: null,
  },
};
