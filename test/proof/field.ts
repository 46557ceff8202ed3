import type { Person as Phone } from "../../scripts/simulator/people/person";
import { localDateOf } from "../../src/domain/dates";
import { buildGroup, buildMember, buildPerson } from "../support/builders";
import { onStage, withDatabase, type Stage } from "./stage";

/** Treasurers and members of the group that deposits and asks. */
export const treasurers = 3;
/** Members who save, numbered from 101 on. */
export const members = 12;

/** A stage with a group and its phones. */
export interface Field extends Stage {
  officers: Phone[];
  savers: Phone[];
}

/** Lays out a field whose webhooks go to a port, gives it to `use`, and clears it away. */
export function onField<T>(webhookPort: number, use: (field: Field) => Promise<T>): Promise<T> {
  return onStage(webhookPort, async (stage) => {
    const phones = await withDatabase(stage, () => seed(stage));
    return use({ ...stage, ...phones });
  });
}

async function seed({ simulator }: Stage): Promise<Pick<Field, "officers" | "savers">> {
  const group = await buildGroup({ today: localDateOf(new Date()) });
  const officers: Phone[] = [];
  for (let i = 1; i <= treasurers; i++) {
    const phone = simulator.addUser({ name: `เหรัญญิก ${i}` });
    const person = await buildPerson(phone.id);
    await buildMember(group, {
      memberNo: `00${i}`,
      personId: person._id,
      office: { committee: "executive", position: "treasurer" },
    });
    officers.push(phone);
  }
  const savers: Phone[] = [];
  for (let i = 1; i <= members; i++) {
    const phone = simulator.addUser({ name: `สมาชิก ${i}` });
    const person = await buildPerson(phone.id);
    await buildMember(group, { memberNo: String(100 + i), personId: person._id });
    savers.push(phone);
  }
  return { officers, savers };
}
