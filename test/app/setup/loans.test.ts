import { describe, expect, it, jest } from "@jest/globals";
import { checkBooks } from "../../../src/app/ledger/check-books";
import { findOpenContracts } from "../../../src/app/loans/open-contracts";
import { applySetup } from "../../../src/app/setup/apply-setup";
import { localDate } from "../../../src/domain/dates";
import { memberId, type GroupId } from "../../../src/domain/ids";
import { account } from "../../../src/domain/ledger/accounts";
import { baht } from "../../../src/domain/money";
import type { LoanPlan } from "../../../src/domain/setup/loans";
import { balanceOf } from "../../../src/storage/accounts";
import { EntryModel } from "../../../src/storage/journal";
import { LoanContractModel } from "../../../src/storage/loan-contracts";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroupPlan, buildOpening, buildPlan } from "../../domain/setup/build-plan";
import { useFreshDatabase } from "./fresh-database";

jest.setTimeout(60_000);
const now = new Date("2026-11-02T03:00:00Z");
const groupId = "namkhao" as GroupId;

const loan = (contractNo: string, memberNo: string, owed: number, over: Partial<LoanPlan> = {}): LoanPlan => ({
  row: 2,
  complete: true,
  contractNo,
  memberNo,
  product: "กู้สามัญ",
  disbursedOn: localDate("2025-06-05"),
  principal: baht(20_000),
  outstanding: baht(owed),
  instalments: 24,
  paidThrough: null,
  yearlyRatePercent: "12",
  method: "",
  guarantorNos: [],
  ...over,
});

describe("contracts on paper in a setup folder", () => {
  useFreshDatabase();
  const planWith = (loans: LoanPlan[] | null) => {
    const plan = buildGroupPlan();
    const opening = buildOpening(plan.members.length);
    const lent = baht(12_000);
    const tied = { ...opening, loans: lent, surplus: (opening.surplus + lent) as typeof lent };
    const file = "loans/namkhao.csv";
    return buildPlan({ groups: [{ ...plan, opening: tied, loans: loans && { file, loans } }] });
  };
  const run = (loans: LoanPlan[] | null) => applySetup(planWith(loans), { now, notify: () => Promise.resolve() });
  const owedOf = (no: string) =>
    inTransaction(async (tx) =>
      (await findOpenContracts(tx, [memberId(groupId, no)])).map(({ contractNo, owed }) => [contractNo, owed / 100]),
    );
  const both = [loan("15/2568", "001", 7_000, { guarantorNos: ["002"] }), loan("16/2568", "002", 5_000)];

  it("come in with the group or later, once; the group's loans are then kept by contract", async () => {
    expect(await run(null)).toMatchObject({ result: { created: expect.any(Number) } });
    expect(await run(both)).toMatchObject({ result: { created: 0, loans: 2 } });
    expect(await owedOf("001")).toEqual([["15/2568", 7_000]]);
    expect(await owedOf("002")).toEqual([["16/2568", 5_000]]);
    expect(await inTransaction((tx) => balanceOf(tx, { groupId, code: account.loans }))).toBe(0);

    const again = await run(both);
    expect(again).toMatchObject({ result: { created: 0 } });
    expect(again).not.toHaveProperty("result.loans");
    expect(await EntryModel.countDocuments({ kind: "opening.loan" })).toBe(2);
    expect(await checkBooks()).toMatchObject({ balanced: true, problems: [] });
  });

  it("come in with a new group in the same run", async () => {
    expect(await run(both)).toMatchObject({ result: { loans: 2 } });
    expect(await owedOf("001")).toEqual([["15/2568", 7_000]]);
    expect(await checkBooks()).toMatchObject({ balanced: true, problems: [] });
  });

  it("change nothing that lives, and none is added later", async () => {
    await run(both);
    const changed = await run([loan("15/2568", "001", 6_000), loan("17/2568", "002", 6_000)]);
    expect(changed).toEqual({
      problems: [
        expect.objectContaining({ message: expect.stringContaining("15/2568 differs") }),
        expect.objectContaining({ message: expect.stringContaining("17/2568 is new") }),
      ],
    });
    expect(await LoanContractModel.countDocuments()).toBe(2);
  });

  it.each<[string, LoanPlan[], RegExp]>([
    ["do not tie to the opening", [loan("15/2568", "001", 7_000)], /owe 7,000\.00 baht together.*says 12,000\.00/],
    ["stand twice", [loan("15/2568", "001", 7_000), loan("15/2568", "002", 5_000)], /15\/2568 stands twice/],
    ["are of nobody", [loan("15/2568", "099", 12_000)], /no member 099/],
    ["are guaranteed by nobody", [loan("15/2568", "001", 12_000, { guarantorNos: ["098"] })], /no member 098/],
    ["are guaranteed by the borrower", [loan("15/2568", "001", 12_000, { guarantorNos: ["001"] })], /own loan/],
    ["owe more than was lent", [loan("15/2568", "001", 12_000, { principal: baht(11_000) })], /More is owed/],
  ])("are refused where they %s, and nothing is written", async (_why, loans, message) => {
    const outcome = await run(loans);
    expect(outcome).toHaveProperty("problems");
    expect(JSON.stringify(outcome)).toMatch(message);
    expect(await EntryModel.countDocuments()).toBe(0);
  });
});
