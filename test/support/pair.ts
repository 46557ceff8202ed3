import { baht } from "../../src/domain/money";
import { MemberModel } from "../../src/storage/members";
import type { Village } from "./village";
import type { Villager } from "./villager";

/** An owner of a passbook (012) and who may help with it (034), each with LINE. */
export async function pairOf(village: Village): Promise<{ malee: Villager; somchai: Villager }> {
  return {
    malee: await village.member({
      memberNo: "012",
      name: "มาลี ทองดี",
      nickname: "มาลี",
      pledgeSavings: baht(4_200),
    }),
    somchai: await village.member({
      memberNo: "034",
      name: "สมชาย ใจดี",
      nickname: "สมชาย",
      pledgeSavings: baht(70),
    }),
  };
}

/** Makes a member helper of the owner's passbook, as she stands in the register after two officers recorded her. */
export async function helps({ member: { id } }: Villager, memberNo: string): Promise<void> {
  const helper = { memberNo, consentedAt: new Date("2026-02-05T03:00:00Z"), witnessNo: "001" };
  await MemberModel.updateOne({ _id: id }, { $push: { helpers: helper } });
}
