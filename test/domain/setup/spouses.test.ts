import { describe, expect, it } from "@jest/globals";
import { withSpouses } from "../../../src/domain/setup/spouses";
import type { GroupId } from "../../../src/domain/ids";
import { memberOf } from "../../support/member";

describe("marriages of a members file", () => {
  it("stand on both rows, whichever of the two names the other", () => {
    const rows = [
      { memberNo: "001", spouseNo: "003" },
      { memberNo: "002", spouseNo: null },
      { memberNo: "003", spouseNo: null },
      { memberNo: "004", spouseNo: "005" },
      { memberNo: "005", spouseNo: "004" },
    ];
    const members = withSpouses(rows.map((row) => memberOf("g" as GroupId, row.memberNo, row)));
    expect(members.map(({ spouseNo }) => spouseNo)).toEqual(["003", null, "001", "005", "004"]);
  });
});
