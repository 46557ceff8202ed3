import liff from "@line/liff/core";
import GetIDToken from "@line/liff/get-id-token";
import IsLoggedIn from "@line/liff/is-logged-in";
import Login from "@line/liff/login";

const parts = liff.use(new IsLoggedIn()).use(new GetIDToken()).use(new Login());

/** The ID token that LINE gives this page. In a browser outside of LINE, LINE's login comes first and leads back here. */
export async function askLine(liffId: string): Promise<string> {
  await parts.init({ liffId });
  if (parts.isLoggedIn()) return parts.getIDToken() ?? "";
  parts.login({ redirectUri: location.href });
  return new Promise(() => undefined); // The browser leaves for LINE's login.
}
