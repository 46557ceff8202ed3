import type { DeskHouseholdTexts } from "../../../messages/desk-page";

/** The id of a household's heading on the page. */
export function houseId({ passbooks }: DeskHouseholdTexts): string {
  return `house-${passbooks[0]?.memberNo ?? ""}`;
}
