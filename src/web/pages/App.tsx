import { DeskPage } from "./desk/DeskPage";
import { ComingFromLine } from "./frame/ComingFromLine";
import { UnknownPage } from "./frame/UnknownPage";
import { LoanPapersPage } from "./loan-papers/LoanPapersPage";
import { PapersPage } from "./papers/PapersPage";
import { PhotoPage } from "./photo/PhotoPage";

/** The page that the address names. */
export function App() {
  const [, photo] = /^\/pages\/photo\/([0-9a-f]{32})$/.exec(location.pathname) ?? [];
  if (photo !== undefined) return <PhotoPage id={photo} />;
  const [, desk] = /^\/pages\/desk\/([a-z0-9~-]+)$/.exec(location.pathname) ?? [];
  if (desk !== undefined) return <DeskPage groupId={desk} />;
  const [, group = null, loan = null] = /^\/pages\/loan\/([a-z0-9~-]+)\/([0-9a-z-]+)$/.exec(location.pathname) ?? [];
  if (group !== null && loan !== null) return <LoanPapersPage group={group} request={loan} />;
  const papers = /^\/pages\/papers(?:\/([a-z0-9-]+)(?:\/([a-z-]+)(?:\/([0-9a-z-]+))?)?)?$/.exec(location.pathname);
  if (!papers) return new URLSearchParams(location.search).has("liff.state") ? <ComingFromLine /> : <UnknownPage />;
  const [, of = null, kind = null, at = null] = papers;
  return <PapersPage place={{ group: of, kind, at }} />;
}
