import { describe, expect, it } from "@jest/globals";
import { recordIncoming } from "../../../src/app/incomings/incomings";
import { trialPaper } from "../../../src/app/reports/money-papers";
import { account } from "../../../src/domain/ledger/accounts";
import { baht } from "../../../src/domain/money";
import { newActionId } from "../../../src/storage/actions";
import { findHeads } from "../../../src/storage/ledger-heads";
import { inTransaction } from "../../../src/storage/tx";
import { buildGroup } from "../../support/builders";
import { useDatabase } from "../../support/database";
import { buildOfficer, now, openWorkingDay } from "../ledger/support";

describe("the trial balance", () => {
  useDatabase();

  it("adds up every item of money whose owner is not known", async () => {
    const group = await buildGroup();
    const treasurer = await (await buildOfficer(group, { committee: "executive", position: "treasurer" })).actor();
    await openWorkingDay(group, treasurer);
    for (const amount of [baht(500), baht(70)])
      await inTransaction(async (tx) => {
        const [head] = await findHeads(tx, [group.id]);
        const incoming = { kind: "suspense", amount, into: "cash", note: null } as const;
        const dayId = head?.day.id ?? "";
        return recordIncoming(tx, treasurer, { group, incoming, now, operationId: newActionId(), dayId });
      });

    const { balance } = await inTransaction((tx) => trialPaper(tx, group, null, now));

    expect(balance.rows.find(({ code }) => code === account.suspense)).toMatchObject({ credit: baht(570) });
  });
});
