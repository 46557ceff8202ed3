import { z } from "zod";
import type { LocalText } from "../../../src/domain/groups/group";
import { financeModes } from "../../../src/domain/groups/group";
import { committees, positions, type Office } from "../../../src/domain/groups/offices";
import type { GroupId } from "../../../src/domain/ids";
import { isAccountCode, type AccountCode } from "../../../src/domain/ledger/accounts";
import { zero, type Satang } from "../../../src/domain/money";
import {
  arabicDigits,
  cellText,
  readMemberNo,
  readSignedSum,
  readSum,
  readText,
  readWhole,
  type Reader,
  type Reading,
} from "./cells";
import { readDate } from "./dates";

/** A text of the file, read as a cell is read. */
export const field = <T>(read: Reader<T>) =>
  z.string().transform((text, context) => {
    const reading = read(cellText(text));
    if ("value" in reading) return reading.value;
    context.issues.push({ code: "custom", message: reading.problem, input: text });
    return z.NEVER;
  });

const sum = field(readSum).default(zero);
const memberNo = field(readMemberNo);

/** A name in Thai, and in English where the group has one. */
const localText = z
  .strictObject({ th: field(readText(120)), en: field(readText(120)).optional() })
  .transform(({ th, en }): LocalText => (en === undefined ? { th } : { th, en }));

/** A key of a network or a group: it never changes, since everything hangs on it. */
const key = field((text) =>
  /^[a-z0-9][a-z0-9-]{0,39}$/.test(text)
    ? { value: text }
    : { problem: "A key is made of a-z, 0-9 and -, at most 40 characters." },
);
const groupKey = key.transform((text) => text as GroupId);

const timeOfDay = field((text): Reading<string> => {
  const [, hours = "", minutes = ""] = /^(\d{1,2})[:.](\d{2})$/.exec(arabicDigits(text)) ?? [];
  const known = hours !== "" && Number(hours) < 24 && Number(minutes) < 60;
  return known
    ? { value: `${hours.padStart(2, "0")}:${minutes}` }
    : { problem: "A time of day is written like 09:00." };
});

const workingDay = z
  .strictObject({ dayOfMonth: field(readWhole(1, 31)), from: timeOfDay, to: timeOfDay, place: field(readText(120)) })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "The working day ends before it begins." });

const promptPay = field((text): Reading<string> => {
  const digits = arabicDigits(text).replaceAll(/[\s-]/g, "");
  return /^(?:0\d{9}|\d{13}|\d{15})$/.test(digits)
    ? { value: digits }
    : { problem: "A PromptPay number has 10, 13 or 15 digits." };
});

const accounts = z.record(z.string(), field(readSum)).transform((sums, context) =>
  Object.entries(sums).map(([code, amount]) => {
    if (!isAccountCode(code))
      context.issues.push({ code: "custom", path: [code], message: `There is no account ${code}.`, input: code });
    return { code: code as AccountCode, amount };
  }),
);

const openingDifference = z
  .strictObject({ baht: field(readSignedSum), acceptedBy: z.array(memberNo) })
  .transform(({ baht, acceptedBy }) => ({ amount: baht, acceptedBy }));

const opening = z.strictObject({
  asOf: field(readDate),
  members: field(readWhole(0, 1_000_000)),
  pledgeSavingsBaht: sum,
  specialSavingsBaht: sum,
  cashBaht: sum,
  bankBaht: sum,
  loansBaht: sum,
  welfareFundBaht: sum,
  reserveBaht: sum,
  surplusBaht: field(readSignedSum).default(zero as Satang),
  accounts: accounts.optional(),
  openingDifference: openingDifference.optional(),
});

const phone = field((text): Reading<string> => {
  const digits = arabicDigits(text).replaceAll(/[\s-]/g, "");
  return /^0\d{8,9}$/.test(digits)
    ? { value: digits }
    : { problem: "A telephone number has 9 or 10 digits and begins with 0." };
});

const officer = z
  .strictObject({
    member: memberNo,
    committee: z.enum(committees),
    position: z.enum(positions),
    phone: phone.optional(),
  })
  .transform(({ member, phone: number, ...seat }): Office => ({
    memberNo: member,
    ...seat,
    ...(number === undefined ? {} : { phone: number }),
  }));

/** The network's own block. */
export const networkSchema = z.strictObject({ key, name: localText });

const groupShape = {
  key: groupKey,
  name: localText,
  district: field(readText(60)),
  mode: z.enum(["digital", "paper"]).default("digital"),
  payment: z
    .strictObject({
      promptPay: promptPay.optional(),
      promptPayName: field(readText(120)).optional(),
      bank: field(readText(120)).optional(),
      bankName: field(readText(120)).optional(),
    })
    .refine(({ promptPay: number, promptPayName }) => promptPayName === undefined || number !== undefined, {
      path: ["promptPayName"],
      message: "A name of a PromptPay account needs its number.",
    })
    .refine(({ bank, bankName }) => bankName === undefined || bank !== undefined, {
      path: ["bankName"],
      message: "A name of a bank account needs its number.",
    })
    .default({}),
  opening: opening.optional(),
  accounts: accounts.optional(),
  openingDifference: openingDifference.optional(),
  officers: z.array(officer).default([]),
  delegates: z.array(z.strictObject({ no: memberNo, name: field(readText(120)) })).default([]),
};
const financeMode = z.enum(financeModes);

/** A group whose register is kept here. */
export const digitalGroupSchema = z.strictObject({ ...groupShape, workingDay, financeMode });

/** A group that stays on paper may leave out what only a register needs. */
export const paperGroupSchema = z.strictObject({
  ...groupShape,
  workingDay: workingDay.optional(),
  financeMode: financeMode.optional(),
});

/** One coordinator. */
export const coordinatorSchema = z
  .strictObject({ group: groupKey, member: memberNo })
  .transform(({ group, member }) => ({ groupId: group, memberNo: member }));

/** The whole file, its parts still unread: each is read for itself, so that one bad group hides nothing of the others. */
export const fileSchema = z.strictObject({
  network: z.unknown().refine((value) => value !== undefined, { message: "This is missing." }),
  groups: z.array(z.unknown()).min(1, { message: "A network has at least one group." }),
  coordinators: z.array(z.unknown()).default([]),
});
