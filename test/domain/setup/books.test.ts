import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { localDate } from "../../../src/domain/dates";
import { account, accountKey, normalSide } from "../../../src/domain/ledger/accounts";
import { genesisHash, hashOf } from "../../../src/domain/ledger/chain";
import { baht, satang, sum } from "../../../src/domain/money";
import { balancesOf, openBooks } from "../../../src/domain/setup/books";
import { checkControlTotals, checkOpening } from "../../../src/domain/setup/check-opening";
import { buildGroupPlan, buildMemberPlan, buildOpening } from "./build-plan";

const facts = { salt: "salt", now: new Date("2026-11-02T03:00:00Z"), on: localDate("2026-11-02") };
const balances = (plan: Parameters<typeof openBooks>[0]) =>
  new Map(balancesOf(openBooks(plan, facts).entries).map(({ ref, balance }) => [accountKey(ref), balance]));

const amount = fc.integer({ min: 0, max: 900_000_000 }).map(satang);

describe("the books that setup opens", () => {
  it("give each member one entry and the group one, in one chain", () => {
    const { entries, head } = openBooks(buildGroupPlan(), facts);
    expect(entries.map((entry) => entry.kind)).toEqual([...Array<string>(5).fill("opening.member"), "opening.group"]);
    expect(entries.map((entry) => entry.previousHash)).toEqual([
      genesisHash,
      ...entries.slice(0, -1).map((entry) => entry.hash),
    ]);
    expect(entries.map(({ hash: _hash, ...rest }) => hashOf(rest))).toEqual(entries.map((entry) => entry.hash));
    expect(head).toMatchObject({ seq: 6, hash: entries.at(-1)?.hash, day: { kind: "office", on: "2026-11-02" } });
    expect(
      entries.every((entry) => entry.effectiveOn === "2026-10-31" && entry.source === "setup" && !entry.withReceipt),
    ).toBe(true);
  });

  it("leave nothing in clearing, and every sum where the folder put it", () => {
    const opening = buildOpening(5, {
      cash: baht(100),
      bank: baht(900),
      loans: baht(200),
      welfareFund: baht(50),
      reserve: baht(700),
      surplus: baht(-50),
    });
    expect(balances(buildGroupPlan({ opening }))).toEqual(
      new Map([
        ["namkhao/3990", 0],
        ...["001", "002", "003", "004", "005"].map((no): [string, number] => [`namkhao/2100/${no}`, baht(100)]),
        ["namkhao/1100", baht(100)],
        ["namkhao/1110", baht(900)],
        ["namkhao/1200", baht(200)],
        ["namkhao/3300", baht(50)],
        ["namkhao/3200", baht(700)],
        ["namkhao/3900", baht(-50)],
      ]),
    );
  });

  it("put an accepted difference into its own account, on the side that it has", () => {
    const accepted = { amount: baht(30), acceptedBy: ["002", "003"] };
    expect(
      balances(buildGroupPlan({ opening: buildOpening(5, { cash: baht(530), difference: accepted }) })).get(
        "namkhao/3980",
      ),
    ).toBe(baht(30));
    expect(
      balances(buildGroupPlan({ opening: buildOpening(5, { cash: baht(470), difference: accepted }) })).get(
        "namkhao/3980",
      ),
    ).toBe(baht(-30));
  });

  it("tell no name, birthday or way to pay in the chain", () => {
    const secret = { name: "นางลับ เฉพาะ", nickname: "ลับ", household: "บ้านลับ", bornOn: localDate("1960-02-03") };
    const members = [buildMemberPlan(secret)];
    const plan = buildGroupPlan({ members, payment: { promptPay: "0899999999", bank: "ธนาคารลับ" }, officers: [] });
    const chain = JSON.stringify(openBooks(plan, facts).entries);
    for (const text of [...Object.values(secret), "0899999999", "ธนาคารลับ"]) expect(chain).not.toContain(text);
  });

  it("balance whatever the sums are, as soon as the totals tie", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, amount), { maxLength: 8 }),
        amount,
        amount,
        amount,
        (savings, cash, loans, reserve) => {
          const members = savings.map(([pledgeSavings, specialSavings], index) =>
            buildMemberPlan({ memberNo: String(index), pledgeSavings, specialSavings }),
          );
          const total = sum(savings.flat());
          const opening = buildOpening(0, {
            members: members.length,
            pledgeSavings: sum(savings.map(([pledge]) => pledge)),
            specialSavings: sum(savings.map(([, special]) => special)),
            cash,
            loans,
            reserve,
            surplus: satang(cash + loans - total - reserve),
          });
          const plan = buildGroupPlan({ members, opening, officers: [] });
          expect([...checkOpening(plan), ...checkControlTotals(plan, members)]).toEqual([]);
          const rows = balancesOf(openBooks(plan, facts).entries);
          const signed = rows.map(({ ref, balance }) => (normalSide(ref.code) === "debit" ? balance : -balance));
          expect(signed.reduce((so, one) => so + one, 0)).toBe(0);
          expect(rows.find(({ ref }) => ref.code === account.openingClearing)?.balance ?? 0).toBe(0);
        },
      ),
    );
  });
});
