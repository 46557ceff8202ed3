import { consentVersion } from "../../src/app/people/settings";
import { bringLoansIn } from "../../src/app/setup/bring-loans-in";
import { publishDrafts, writeDrafts } from "../../src/app/setup/drafts";
import { withSetupLease } from "../../src/app/setup/setup-lease";
import { localDateOf } from "../../src/domain/dates";
import { saveBenefits } from "../../src/storage/benefits";
import { getDatabaseInfo } from "../../src/storage/database-info";
import { findNetwork, saveNetwork } from "../../src/storage/groups";
import { insertPerson, type Person } from "../../src/storage/persons";
import { inTransaction } from "../../src/storage/tx";
import { buildDemo } from "./build-demo";
import { demoPeople, demoPersonId } from "./people";

/**
 * Puts the invented network into a database that has none, everything or nothing. Throws when a network lives there already, and on
 * a live database.
 */
export async function writeDemo(now: Date): Promise<void> {
  if ((await getDatabaseInfo()).liveBotUserId !== null)
    throw new Error("The demo network never goes into a live database.");
  const { plan, books } = buildDemo(localDateOf(now));
  await withSetupLease(async (lease) => {
    if (await inTransaction((tx) => findNetwork(tx))) throw new Error("A network lives in this database already.");
    const written = await writeDrafts(lease, [], [books]);
    await inTransaction(async (tx) => {
      await publishDrafts(tx, lease, written);
      for (const person of linkedPersons(now)) await insertPerson(tx, person);
      for (const { id, benefits, loans } of plan.groups) {
        if (benefits) await saveBenefits(tx, id, benefits);
        if (loans) await bringLoansIn(tx, { groupId: id, loans: loans.loans }, now);
      }
      await saveNetwork(tx, { ...plan.network, groupIds: written.groupIds, coordinators: plan.coordinators });
    });
  });
}

function linkedPersons(now: Date): Person[] {
  return demoPeople()
    .filter((person) => person.linked)
    .map(({ id, memberId }) => ({
      _id: demoPersonId(memberId),
      lineUserId: id,
      language: "th",
      consent: { version: consentVersion, at: now },
      stopped: "none",
      friend: true,
      friendTold: true,
      wrongTries: 0,
      lockedAt: null,
      lastGroupId: null,
      createdAt: now,
      menu: null,
    }));
}
